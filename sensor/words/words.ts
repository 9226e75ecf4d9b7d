// The sensor's words in four languages: a wrong key does not compile, a forgotten value throws.
// SPDX-License-Identifier: EUPL-1.2
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }
import it from './it.json' with { type: 'json' }

export const languages = ['en', 'de', 'fr', 'it'] as const
export type Language = (typeof languages)[number]

export type WordKey = keyof typeof en
/** Keys that come in two forms, for one and for any other number. */
export type CountKey = Stem<WordKey>
type Stem<Key> = Key extends `${infer Start}.other` ? (`${Start}.one` extends WordKey ? Start : never) : never

export type WordValues = Readonly<Record<string, string | number>>

export interface Words {
  readonly language: Language
  say(key: WordKey, values?: WordValues): string
  /** Says how many, in the form that the number asks for; `count` is among the values. */
  count(key: CountKey, count: number, values?: WordValues): string
  number(value: number): string
}

const files: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, de, fr, it }

export function wordsOf(language: Language): Words {
  const file = files[language]
  const plural = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  const say: Words['say'] = (key, values = {}) =>
    file[key].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`The words "${key}" need the value "${name}".`)
      return typeof value === 'number' ? numbers.format(value) : value
    })
  return {
    language,
    say,
    count(key, count, values = {}) {
      // French and Italian have a third form, for millions, which ours word as any other.
      const form = plural.select(count) === 'one' ? 'one' : 'other'
      return say(`${key}.${form}`, { ...values, count })
    },
    number: (value) => numbers.format(value),
  }
}

export function isLanguage(text: string): text is Language {
  return languages.some((known) => known === text)
}

/** Tells whether a key is there that was put together from a tactic or a class of machines. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(en, key)
}
