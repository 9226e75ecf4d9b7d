// Recognises the headings of columns.
// SPDX-License-Identifier: EUPL-1.2
import { type ColumnUse, headingWords } from './heading-words.ts'

interface KnownHeading {
  readonly field: ColumnUse
  /** Smaller wins. */
  readonly rank: number
}

const known = new Map<string, KnownHeading>(
  Object.entries(headingWords).flatMap(([field, words]) =>
    // The keys of the record are the fields; `Object.entries` only says string.
    wordsOf(words).map((word, rank): [string, KnownHeading] => [word, { field: field as ColumnUse, rank }]),
  ),
)

export interface HeadingMatch extends KnownHeading {
  /** The whole heading is a known one, or only words within it. */
  readonly whole: boolean
  readonly word: string
}

const maxHeadingCharacters = 100
const maxWords = 8

export function matchHeading(heading: string): HeadingMatch | null {
  const plain = plainWords(heading)
  const exact = known.get(plain)
  if (exact !== undefined) return { ...exact, whole: true, word: plain }
  const words = plain.split(' ').slice(0, maxWords)
  for (let length = words.length - 1; length >= 1; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const word = words.slice(start, start + length).join(' ')
      const match = word.length > 2 ? known.get(word) : undefined
      if (match !== undefined) return { ...match, whole: false, word }
    }
  }
  return null
}

export function isHeading(cell: string): boolean {
  return matchHeading(cell)?.whole ?? false
}

/** Lower case, ä as ae, other accents and all punctuation gone: "Inv.-Nr." is "inv nr", "N° de série" "n de serie". */
export function plainWords(text: string): string {
  return text
    .slice(0, maxHeadingCharacters)
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words of a list with commas between. */
export function wordsOf(list: string): string[] {
  return list.split(',').map((word) => word.replaceAll(/\s+/g, ' ').trim())
}
