// Renders a whole page: header, navigation, strips, content, footer, all complete without script.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Translator } from '../../platform/i18n/index.ts'
import { type PageAssets, renderDocument, type ThemePreference } from './document.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

export interface Link {
  readonly href: string
  readonly label: string
}

export interface NavigationEntry extends Link {
  readonly current: boolean
  readonly count?: number
}

export interface PageOptions {
  readonly translator: Translator
  readonly assets: PageAssets
  /** Name in the browser's tab; states the result like the heading. */
  readonly title: string
  /** The heading, for pages that bring no PageHead of their own. */
  readonly heading?: string
  /** Null for a stranger. */
  readonly person: { readonly name: string } | null
  readonly csrfToken: string | null
  /** Whose page this is: the member's name, or the centre's. Null before sign-in. */
  readonly organisation: string | null
  /** Beside the organisation: "326 members". */
  readonly organisationNote?: string
  readonly navigation: readonly NavigationEntry[]
  readonly centreName: string
  /** Address of this page with its query, to which the language switch comes back. */
  readonly address: string
  readonly homeHref?: string
  readonly signInHref?: string
  readonly productName?: string
  /** Always on top, on the phone too: "Report an incident". */
  readonly urgentLink?: Link
  readonly footerLinks?: readonly Link[]
  readonly phone?: string | null
  /** Everything on this page is invented. */
  readonly example: boolean
  /** Nothing on this page is real; printed too. */
  readonly exercise?: boolean
  readonly themePreference: ThemePreference
  /** The time by which what is left was worked out; printed at the end of the page. */
  readonly sentAt: Date
  /** The member's; IANA name. */
  readonly timeZone: string
  readonly width?: 'wide' | 'narrow'
  readonly content: ComponentChildren
}

export function renderPage(options: PageOptions): string {
  const {
    translator,
    assets,
    title,
    heading,
    width,
    themePreference,
    productName = 'Salus',
    sentAt,
    content,
  } = options
  const body = (
    <>
      <Header {...options} productName={productName} />
      <main class={width ? `s-page s-page--${width}` : 's-page'} id="main" tabIndex={-1}>
        {heading && (
          <div class="s-head">
            <h1>{heading}</h1>
          </div>
        )}
        {content}
      </main>
      <Footer {...options} />
    </>
  )
  return renderDocument({ translator, assets, title, productName, themePreference, sentAt, body })
}
