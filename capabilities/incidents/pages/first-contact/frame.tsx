// What every night page has around its matter: the telephone number first, then the language, exercise and example said plainly.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { PageReply } from '../../../../platform/http/endpoint.ts'
import { locales, nameOfLocale, type Translator } from '../../../../platform/i18n/index.ts'
import { wholePage } from './document.tsx'
import { nightStyle } from './style.ts'

export interface NightFrame {
  readonly translator: Translator
  /** The centre's number; null where the operator gave none. */
  readonly phone: string | null
  readonly isExample: boolean
}

export interface NightPage extends NightFrame {
  readonly title: string
  readonly isExercise: boolean
  /** The page's own address; null where changing the language would lose what was typed. */
  readonly path: string | null
  readonly status?: number
  readonly content: ComponentChildren
}

export function nightPage(page: NightPage): PageReply {
  const { translator, title, status, content } = page
  const body = (
    <main id="main" tabIndex={-1}>
      <Bar {...page} />
      <Languages {...page} />
      {page.isExercise && <p class="strip">{translator.tr('shell.exercise')}</p>}
      {page.isExample && !page.isExercise && <p class="small">{translator.tr('shell.example')}</p>}
      {content}
    </main>
  )
  const whole = { translator, title, style: nightStyle, colours: 'light dark', body } as const
  return wholePage(status === undefined ? whole : { ...whole, status })
}

function Bar({ translator, phone }: NightPage) {
  return (
    <div class="bar">
      <b>Salus</b>
      {phone && (
        <PhoneLink phone={phone}>{translator.t('shell.callInstead', { phone: inOneLine(phone) })}</PhoneLink>
      )}
    </div>
  )
}

/** A number that breaks at the end of a line is dialled wrongly. */
export function inOneLine(number: string): string {
  return number.replaceAll(' ', '\u00a0')
}

export function PhoneLink({
  phone,
  children = phone,
}: {
  readonly phone: string
  readonly children?: ComponentChildren
}) {
  return <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{children}</a>
}

function Languages({ translator, path }: NightPage) {
  if (path === null) return null
  return (
    <ul class="langs" aria-label={translator.t('shell.language')}>
      {locales.map((locale) => (
        <li key={locale} lang={locale}>
          {locale === translator.locale ? (
            <b aria-current="true">{nameOfLocale(locale)}</b>
          ) : (
            <a href={addressIn(path, locale)} hreflang={locale}>
              {nameOfLocale(locale)}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The same page in a language; the address carries it, so that no cookie is needed. */
export function addressIn(
  path: string,
  language: string,
  more: Readonly<Record<string, string>> = {},
): string {
  return `${path}?${new URLSearchParams({ ...more, language })}`
}
