// Who tries links that do not open is stopped after a few: counted by network, in this process only.
// SPDX-License-Identifier: EUPL-1.2
import { createCounter } from '../../../platform/http/flood.ts'
import { networkOf } from '../../../platform/http/network.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { tooOften } from '../contract/refusals.ts'

const missedLinks = { max: 30, withinMs: 15 * 60_000 } as const

export interface Misses {
  /** Refuses who missed too often, and counts a miss where the work finds the link closed. */
  guard<T>(remoteAddress: string, now: Date, work: () => Promise<T>): Promise<T>
}

export function createMisses(): Misses {
  const missed = createCounter(missedLinks)
  return {
    async guard(remoteAddress, now, work) {
      const network = networkOf(remoteAddress)
      if (!missed.allows(network, now)) throw tooOften()
      try {
        return await work()
      } catch (error) {
        if (error instanceof Refusal && error.code === 'guidance/link-closed') missed.count(network, now)
        throw error
      }
    },
  }
}
