// Who tries links that do not open is stopped after a few: counted by network, in this process only.
// SPDX-License-Identifier: EUPL-1.2
import { networkOf } from '../../../platform/http/network.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { tooOften } from '../contract/refusals.ts'

const mostMisses = 30
const withinMs = 15 * 60_000
/** So that a flood of addresses does not fill the memory; the oldest are forgotten first. */
const mostNetworks = 10_000

export interface Misses {
  /** Refuses who missed too often, and counts a miss where the work finds the link closed. */
  guard<T>(remoteAddress: string, now: Date, work: () => Promise<T>): Promise<T>
}

export function createMisses(): Misses {
  const missed = new Map<string, { count: number; readonly since: number }>()
  return {
    async guard(remoteAddress, now, work) {
      const network = networkOf(remoteAddress)
      const known = missed.get(network)
      if (known && now.getTime() - known.since >= withinMs) missed.delete(network)
      else if (known && known.count >= mostMisses) throw tooOften()
      try {
        return await work()
      } catch (error) {
        if (error instanceof Refusal && error.code === 'guidance/link-closed') count(network, now)
        throw error
      }
    },
  }

  function count(network: string, now: Date): void {
    const known = missed.get(network)
    if (known) known.count += 1
    else missed.set(network, { count: 1, since: now.getTime() })
    const [oldest] = missed.keys()
    if (missed.size > mostNetworks && oldest !== undefined) missed.delete(oldest)
  }
}
