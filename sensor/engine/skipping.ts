// Says of nearly every text that none of some words is in it, by a look at few of its letters (Wu and Manber).
// SPDX-License-Identifier: EUPL-1.2
import { isLatin } from '../sigma/expression.ts'
import { lowerLatin } from './alphabet.ts'

export interface SkipFilter {
  /** False: none of the words is in the text. Only of texts without letters beyond U+00FF, in any case. */
  mayHold(text: string): boolean
}

const places = 4_096
const most = 64

/** Words are folded. */
export function skipFilter(words: readonly string[]): SkipFilter {
  const possible = words.filter(isLatin)
  const length = possible.reduce((least, word) => Math.min(least, word.length), most)
  if (possible.length === 0) return { mayHold: () => false }
  if (length < 2) return { mayHold: () => true }
  const { skips, heads } = tablesOf(possible, length)
  return {
    mayHold(text) {
      for (let at = length - 1; at < text.length; ) {
        const place = placeOf(text.charCodeAt(at - 1), text.charCodeAt(at))
        const skip = skips[place] as number
        if (skip === 0 && anyStandsAt(text, at - length + 1, heads.get(place) ?? [])) return true
        at += skip === 0 ? 1 : skip
      }
      return false
    },
  }
}

/**
 * How far the next look may go after two letters: up to where a word that has them could begin; and the beginnings that
 * end with two letters.
 */
function tablesOf(words: readonly string[], length: number) {
  const skips = new Uint8Array(places).fill(length - 1)
  const heads = new Map<number, string[]>()
  for (const word of words)
    for (let at = 1; at < length; at++) {
      const place = placeOf(word.charCodeAt(at - 1), word.charCodeAt(at))
      skips[place] = Math.min(skips[place] as number, length - 1 - at)
      if (at === length - 1) heads.set(place, [...(heads.get(place) ?? []), word.slice(0, length)])
    }
  return { skips, heads }
}

function anyStandsAt(text: string, start: number, heads: readonly string[]): boolean {
  for (const head of heads) {
    let at = 0
    while (at < head.length && lowerLatin[text.charCodeAt(start + at)] === head.charCodeAt(at)) at++
    if (at === head.length) return true
  }
  return false
}

function placeOf(one: number, two: number): number {
  return (((lowerLatin[one] as number) << 5) ^ (lowerLatin[two] as number)) & (places - 1)
}
