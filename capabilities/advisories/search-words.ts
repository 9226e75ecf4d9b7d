// The words by which documents are found: one spelling for texts and questions, and parts of words that an index can hold.
// SPDX-License-Identifier: EUPL-1.2

/** Of one text; a product tree of a hundred thousand names repeats its words, so this holds nearly all of them. */
export const maxWordsCharacters = 100_000
/** Longer ones are no words; their beginning is found. */
const maxWordCharacters = 200
const partCharacters = 3

export interface Words {
  /** Each word once, in the order of their first use, with a space between two. */
  readonly text: string
  /** There was more than `maxWordsCharacters`. */
  readonly isCut: boolean
}

/** Signs stay in: `100%` and `page_1` are what a person looks for. Accents and cases do not count. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().toWellFormed().replaceAll('\u0000', '')
}

export function wordsOf(texts: Iterable<string>): Words {
  const words = new Set<string>()
  let characters = 0
  for (const text of texts) {
    for (const whole of foldText(text.slice(0, maxWordsCharacters)).split(/\s+/)) {
      const word = whole.slice(0, maxWordCharacters)
      if (word === '' || words.has(word)) continue
      characters += word.length + 1
      if (characters > maxWordsCharacters) return { text: [...words].join(' '), isCut: true }
      words.add(word)
    }
  }
  return { text: [...words].join(' '), isCut: false }
}

/**
 * Every three signs in a row of every word, as numbers, so that a part of a word is found without reading all texts.
 * Words of one or two signs have no such part and are found as whole words.
 */
export function partsOf(text: string): readonly number[] {
  const parts = new Set<number>()
  for (const word of text.split(' ')) {
    if (word.length > 0 && word.length < partCharacters) parts.add(numberOf(`${word} `))
    for (let at = 0; at + partCharacters <= word.length; at += 1)
      parts.add(numberOf(word.slice(at, at + partCharacters)))
  }
  return [...parts]
}

/** Equal texts have equal numbers; others seldom do, and what is found is compared with the text itself. */
function numberOf(text: string): number {
  let number = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193)
  return number | 0
}

/** As the database looks for it in `Words.text`: a part of a word, or a whole word where it is short. */
export function wordPattern(word: string): string {
  const literal = word.replace(/[\\%_]/g, '\\$&')
  return word.length < partCharacters ? `% ${literal} %` : `%${literal}%`
}

const digitsOfKey = 12
const maxKeyCharacters = 200

/** Sorts as people count: `NWM-9` before `NWM-10`. */
export function naturalKey(text: string): string {
  return foldText(text.slice(0, maxKeyCharacters))
    .replace(/\d+/g, (digits) => digits.padStart(digitsOfKey, '0'))
    .slice(0, maxKeyCharacters)
}
