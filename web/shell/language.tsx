// The language switch: a form with one button for each other language, in its own name.
// SPDX-License-Identifier: EUPL-1.2
import { locales, nameOfLocale, type Translator } from '../../platform/i18n/index.ts'
import { CsrfField } from '../kit/csrf-field.tsx'

export interface LanguageFormProps {
  readonly translator: Translator
  readonly csrfToken: string | null
  readonly address: string
}

/** POST /language with `language` and `returnTo`. */
export function LanguageForm({ translator, csrfToken, address }: LanguageFormProps) {
  return (
    <form class="s-languages" method="post" action="/language">
      <CsrfField token={csrfToken} />
      <input type="hidden" name="returnTo" value={address} />
      {locales
        .filter((locale) => locale !== translator.locale)
        .map((locale) => (
          <button
            class="s-linkbutton"
            type="submit"
            name="language"
            value={locale}
            lang={locale}
            key={locale}
          >
            {nameOfLocale(locale)}
          </button>
        ))}
    </form>
  )
}
