// A tree of words by breadth: the ways on from a state stand side by side, and each state knows where to go on after a failure.
// SPDX-License-Identifier: EUPL-1.2
import { type Alphabet, letterOf } from './alphabet.ts'

/** State 0 is the beginning; the states of one letter follow it, then those of two, and so on. */
export interface Trie {
  readonly states: number
  /** The ways on from a state lead to the states from `first[state]` up to `first[state + 1]`. */
  readonly first: Int32Array
  /** The letter that leads to a state. */
  readonly letter: Uint16Array
  /** The word that ends in a state, or -1. */
  readonly wordAt: Int32Array
  /** The state of the longest end of what was read that is also the beginning of a word. */
  readonly fail: Int32Array
}

export function trieOf(words: readonly string[], alphabet: Alphabet): Trie {
  const grown = grow(words, alphabet)
  const { states } = grown
  const first = new Int32Array(states + 1)
  const letter = new Uint16Array(states)
  const wordAt = new Int32Array(states).fill(-1)
  const fail = new Int32Array(states)
  const before = new Int32Array(states)
  let count = 1
  for (let state = 0; state < states; state++) {
    const own = before[state] as number
    wordAt[state] = grown.wordAt[own] as number
    first[state] = count
    for (let child = grown.child[own] as number; child !== 0; child = grown.sibling[child] as number) {
      before[count] = child
      letter[count] = grown.letter[child] as number
      count++
    }
    first[state + 1] = count
  }
  const trie = { states, first, letter, wordAt, fail }
  for (let state = 1; state < states; state++)
    for (let child = first[state] as number; child < (first[state + 1] as number); child++)
      fail[child] = failureOf(trie, state, letter[child] as number)
  return trie
}

function failureOf(trie: Trie, parent: number, letter: number): number {
  let state = parent
  while (state !== 0) {
    state = trie.fail[state] as number
    const target = childBy(trie, state, letter)
    if (target !== 0) return target
  }
  return 0
}

/** 0: there is no way on by the letter. */
export function childBy({ first, letter }: Trie, state: number, by: number): number {
  const end = first[state + 1] as number
  for (let child = first[state] as number; child < end; child++) if (letter[child] === by) return child
  return 0
}

/** In the order of the words, with the ways on of a state as a list. */
function grow(words: readonly string[], alphabet: Alphabet) {
  const most = 1 + words.reduce((sum, word) => sum + word.length, 0)
  const child = new Int32Array(most)
  const sibling = new Int32Array(most)
  const letter = new Uint16Array(most)
  const wordAt = new Int32Array(most).fill(-1)
  let states = 1
  for (const [index, word] of words.entries()) {
    let state = 0
    for (let at = 0; at < word.length; at++) {
      const by = letterOf(alphabet, word.charCodeAt(at))
      let found = child[state] as number
      while (found !== 0 && letter[found] !== by) found = sibling[found] as number
      if (found === 0) {
        found = states++
        letter[found] = by
        sibling[found] = child[state] as number
        child[state] = found
      }
      state = found
    }
    if (state !== 0) wordAt[state] = index
  }
  return { states, child, sibling, letter, wordAt }
}
