// Finds many words in a text in one pass (Aho-Corasick), in typed arrays.
// SPDX-License-Identifier: EUPL-1.2
import { alphabetOf } from './alphabet.ts'
import { packWays } from './packing.ts'
import { childBy, type Trie, trieOf } from './trie.ts'

/** Words are folded. So must texts be that have letters beyond U+00FF; of the others the cases are not told apart. */
export interface WordFinder {
  /** Calls `hit` with each word that ends at a place of the text, and that place; returns the largest unit met. */
  scan(text: string, hit: (word: number, end: number) => void): number
  foundAny(text: string): boolean
  readonly states: number
  readonly bytes: number
}

export function wordFinder(words: readonly string[]): WordFinder {
  const alphabet = alphabetOf(words)
  const { latin, beyond, size } = alphabet
  const trie = trieOf(words, alphabet)
  const { fail, wordAt } = trie
  /** Most units of a text lead to a state of one letter or none: such states have a row for all letters. */
  const deep = (trie.first[1] ?? 1) as number
  const rows = shallowRows(trie, deep, size)
  const { base, ways } = packWays(trie, deep, size)
  const { ends, shorter } = endsOf(trie)

  const step = (from: number, letter: number): number => {
    let state = from
    while (state >= deep) {
      const at = 2 * ((base[state] as number) + letter)
      if (ways[at] === state) return ways[at + 1] as number
      state = fail[state] as number
    }
    return rows[state * size + letter] as number
  }
  return {
    scan(text, hit) {
      let state = 0
      let largest = 0
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        if (unit > largest) largest = unit
        const letter = unit <= 0xff ? (latin[unit] as number) : (beyond.get(unit) ?? 0)
        state = letter === 0 ? 0 : step(state, letter)
        for (let end = ends[state] as number; end !== 0; end = shorter[end] as number)
          hit(wordAt[end] as number, at + 1)
      }
      return largest
    },
    foundAny(text) {
      let state = 0
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        const letter = unit <= 0xff ? (latin[unit] as number) : (beyond.get(unit) ?? 0)
        state = letter === 0 ? 0 : step(state, letter)
        if (ends[state] !== 0) return true
      }
      return false
    },
    states: trie.states,
    bytes: 4 * (trie.states * 5 + rows.length + ways.length) + latin.length,
  }
}

/** Where each letter leads from the beginning and from the states of one letter. */
function shallowRows(trie: Trie, deep: number, letters: number): Int32Array {
  const rows = new Int32Array(deep * letters)
  for (let state = 0; state < deep; state++)
    for (let letter = 1; letter < letters; letter++) {
      const own = childBy(trie, state, letter)
      rows[state * letters + letter] = own === 0 ? (rows[letter] as number) : own
    }
  return rows
}

/** For each state the nearest along its failures that ends a word, itself first, and from there the next. */
function endsOf({ states, fail, wordAt }: Trie) {
  const ends = new Int32Array(states)
  const shorter = new Int32Array(states)
  for (let state = 1; state < states; state++) {
    const below = ends[fail[state] as number] as number
    shorter[state] = below
    ends[state] = (wordAt[state] as number) >= 0 ? state : below
  }
  return { ends, shorter }
}
