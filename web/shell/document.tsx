// The outermost frame of every page: language, theme, style sheet, the one optional script, skip link.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Translator } from '../../platform/i18n/index.ts'

/** Addresses of the static files; the hash in them lets browsers keep them. */
export interface PageAssets {
  readonly styles: string
  readonly script: string
}

/** `device` follows the person's device. */
export type ThemePreference = 'device' | 'light' | 'dark'

export interface DocumentOptions {
  readonly translator: Translator
  readonly assets: PageAssets
  /** Stands before the product's name in the browser's tab. */
  readonly title: string
  readonly productName: string
  readonly themePreference: ThemePreference
  /** The server's time, by which the script counts: a device's own clock may be wrong. */
  readonly sentAt: Date | undefined
  readonly body: ComponentChildren
}

/** Nothing here is inline, so that the content policy may forbid inline styles and scripts. */
export function renderDocument({
  translator,
  assets,
  title,
  productName,
  themePreference,
  sentAt,
  body,
}: DocumentOptions): string {
  const { locale, t } = translator
  const page = (
    <html lang={locale} data-theme={themePreference === 'device' ? undefined : themePreference}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={themePreference === 'device' ? 'light dark' : themePreference} />
        <title>{`${title} · ${productName}`}</title>
        <link rel="stylesheet" href={assets.styles} />
        <script src={assets.script} defer data-sent={sentAt?.toISOString()} {...leftTemplates(t)} />
      </head>
      <body class="salus">
        <a class="govuk-skip-link" href="#main">
          {t('shell.skip')}
        </a>
        {body}
      </body>
    </html>
  )
  return `<!doctype html>\n${renderToString(page)}`
}

// The script has no words of its own: it fills these in.
function leftTemplates(t: Translator['t']) {
  const slots = { hours: '{hours}', minutes: '{minutes}' }
  return {
    'data-left-hours': t('shell.time.left.hours', slots),
    'data-left-minutes': t('shell.time.left.minutes', slots),
    'data-over-minutes': t('shell.time.over.minutes', slots),
    'data-over-hours': t('shell.time.over.hours', slots),
  }
}
