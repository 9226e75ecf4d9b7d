// A whole page in one request: its style stands in the head, by a hash that the content policy lets through.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { PageReply } from '../../../../platform/http/endpoint.ts'
import type { Translator } from '../../../../platform/i18n/index.ts'

export interface WholePage {
  readonly translator: Translator
  readonly title: string
  /** Without quotes, ampersands and angle brackets, which the renderer would escape. */
  readonly style: string
  readonly colours: 'light' | 'light dark'
  readonly status?: number
  readonly body: ComponentChildren
}

/** No style sheet, no script, no icon: on a bad line each further load may fail. */
export function wholePage({ translator, title, style, colours, status = 200, body }: WholePage): PageReply {
  if (/[&<>"]/.test(style))
    throw new Error('a style that is written into a page holds a sign that is escaped')
  const page = (
    <html lang={translator.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={colours} />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>{`${title} · Salus`}</title>
        <style>{style}</style>
      </head>
      <body>
        <a class="skip" href="#main">
          {translator.t('shell.skip')}
        </a>
        {body}
      </body>
    </html>
  )
  const styleHash = createHash('sha256').update(style).digest('base64')
  return { html: `<!doctype html>\n${renderToString(page)}`, status, styleHash }
}
