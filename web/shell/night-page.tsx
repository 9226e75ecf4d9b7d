// Renders a page for the worst hour: one column, no navigation, the telephone number on top.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Translator } from '../../platform/i18n/index.ts'
import { type PageAssets, renderDocument } from './document.tsx'
import { LanguageForm } from './language.tsx'

export interface NightPageOptions {
  readonly translator: Translator
  readonly assets: PageAssets
  readonly title: string
  readonly heading?: string
  readonly phone: string | null
  readonly csrfToken: string | null
  readonly address: string
  readonly productName?: string
  readonly example: boolean
  readonly exercise?: boolean
  readonly content: ComponentChildren
}

export function renderNightPage(options: NightPageOptions): string {
  const {
    translator,
    assets,
    title,
    heading,
    phone,
    productName = 'Salus',
    example,
    exercise,
    content,
  } = options
  const body = (
    <main class="s-night" id="main" tabIndex={-1}>
      <div class="s-callbar">
        <span class="s-brand">{productName}</span>
        {phone && (
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{translator.t('shell.callInstead', { phone })}</a>
        )}
      </div>
      {exercise && <p class="s-note s-note--unknown s-below">{translator.tr('shell.exercise')}</p>}
      {example && !exercise && <p class="s-small s-quiet s-below">{translator.tr('shell.example')}</p>}
      {heading && <h1>{heading}</h1>}
      {content}
      <div class="s-above-l s-small s-quiet s-noprint">
        <LanguageForm {...options} />
      </div>
    </main>
  )
  return renderDocument({
    translator,
    assets,
    title,
    productName,
    themePreference: 'device',
    sentAt: undefined,
    body,
  })
}
