// Chance from the operating system: delays, and orders that tell nothing.
// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto'
import { maxDelayMs, minDelayMs } from './limits.ts'

/** A whole number from 0 until before `below`; another one is given in tests only. */
export type Chance = (below: number) => number

export const chance: Chance = (below) => randomInt(below)

/** Milliseconds that an approved sighting waits. */
export function randomDelay(draw: Chance): number {
  return minDelayMs + draw(maxDelayMs - minDelayMs + 1)
}

export function shuffled<T>(list: readonly T[], draw: Chance): readonly T[] {
  const order = [...list]
  for (let end = order.length - 1; end > 0; end--) {
    const at = draw(end + 1)
    // Both indices lie inside of the list.
    ;[order[end], order[at]] = [order[at] as T, order[end] as T]
  }
  return order
}
