// Loads all languages once and hands out a translator for each.
// SPDX-License-Identifier: EUPL-1.2
import { readMessages } from './files.ts'
import { type Locale, locales } from './keys.ts'
import { createTranslator, type Translator } from './translator.ts'

export interface Translations {
  readonly translator: (locale: Locale) => Translator
}

/** Reads every file at once; a message is parsed when it is first said, which keeps the start short. */
export function loadTranslations(directory: string): Translations {
  const translators = new Map(
    locales.map((locale) => [locale, createTranslator(locale, readMessages(directory, locale))]),
  )
  return {
    translator(locale) {
      const translator = translators.get(locale)
      if (!translator) throw new Error(`There are no translations for ${locale}.`)
      return translator
    },
  }
}
