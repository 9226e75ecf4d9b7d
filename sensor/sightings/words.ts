// The words in which a sighting is shown before it leaves, in four languages: a wrong key does not compile.
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../words/words.ts'
import de from './words/de.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }
import it from './words/it.json' with { type: 'json' }

export type SightingWord = keyof typeof en
export const sightingWords: Readonly<Record<Language, Readonly<Record<SightingWord, string>>>> = {
  en,
  de,
  fr,
  it,
}

export type Say = (key: SightingWord, values?: Readonly<Record<string, string | number>>) => string

/** A value that the words ask for and that is not given is a fault of the caller. */
export function sayIn(language: Language): Say {
  const words = sightingWords[language]
  const numbers = new Intl.NumberFormat(language)
  return (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`The words "${key}" need the value "${name}".`)
      return typeof value === 'number' ? numbers.format(value) : value
    })
}
