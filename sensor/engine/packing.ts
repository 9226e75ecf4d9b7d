// Lays the few ways on from each state into one table, so that a state takes little room and a way is found in one look.
// SPDX-License-Identifier: EUPL-1.2
import type { Trie } from './trie.ts'

/** The way on from a state by a letter stands at `2 * (base[state] + letter)`: whose it is, and where it leads. */
export interface PackedWays {
  readonly base: Int32Array
  readonly ways: Int32Array
}

const nobody = -1
const maxTries = 32

/** Of the states from `from` on; those before have rows of their own. */
export function packWays(trie: Trie, from: number, letters: number): PackedWays {
  const base = new Int32Array(trie.states)
  const table = growingTable(trie.states - from + 2 * letters)
  // Begins one alphabet in, so that a state with one way on can always take the first free place.
  let free = letters
  let start = free
  for (let state = from; state < trie.states; state++) {
    const begin = trie.first[state] as number
    const end = trie.first[state + 1] as number
    if (begin === end) continue
    free = table.nextFree(free)
    const lowest = lowestLetter(trie, begin, end)
    const wanted = end - begin === 1 ? free : Math.max(free, start)
    let at = wanted - lowest
    let tries = 0
    for (; !table.hasRoom(trie, at, begin, end); at++) tries++
    // What lies before is too crowded for states with several ways; states with one fill it.
    if (tries > maxTries) start = at + lowest
    base[state] = at
    for (let child = begin; child < end; child++) table.put(at + (trie.letter[child] as number), state, child)
  }
  return { base, ways: table.cut(letters) }
}

function lowestLetter({ letter }: Trie, begin: number, end: number): number {
  let lowest = letter[begin] as number
  for (let child = begin + 1; child < end; child++) lowest = Math.min(lowest, letter[child] as number)
  return lowest
}

function growingTable(length: number) {
  let ways = new Int32Array(length * 2).fill(nobody)
  let used = 0
  return {
    nextFree(from: number): number {
      let at = from
      while (at * 2 < ways.length && ways[at * 2] !== nobody) at++
      return at
    },
    hasRoom({ letter }: Trie, at: number, begin: number, end: number): boolean {
      for (let child = begin; child < end; child++) {
        const place = 2 * (at + (letter[child] as number))
        if (place < ways.length && ways[place] !== nobody) return false
      }
      return true
    },
    put(at: number, state: number, target: number): void {
      if (at * 2 >= ways.length) {
        const longer = new Int32Array(Math.max(ways.length * 2, at * 2 + 2)).fill(nobody)
        longer.set(ways)
        ways = longer
      }
      ways[at * 2] = state
      ways[at * 2 + 1] = target
      used = Math.max(used, at + 1)
    },
    /** A look may reach one alphabet beyond the last entry. */
    cut(letters: number): Int32Array {
      const whole = new Int32Array((used + letters) * 2).fill(nobody)
      whole.set(ways.subarray(0, used * 2))
      return whole
    },
  }
}
