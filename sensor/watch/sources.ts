// What was read of each source: events, faults, the last event; bounded, the ones that are silent longest go first.
// SPDX-License-Identifier: EUPL-1.2
import { watchLimits } from './limits.ts'

export interface SourceCounts {
  events: number
  broken: number
  notices: number
  /** Event time of the latest event, and when it was read; ms UTC. */
  lastEventAt: number | null
  lastReadAt: number
}

export interface SourceBook {
  of(name: string, now: number): SourceCounts
  readonly totals: { events: number; broken: number; notices: number; future: number }
  all(): ReadonlyMap<string, SourceCounts>
}

export function sourceBook(): SourceBook {
  const sources = new Map<string, SourceCounts>()
  return {
    totals: { events: 0, broken: 0, notices: 0, future: 0 },
    of(name, now) {
      const known = sources.get(name)
      const counts = known ?? { events: 0, broken: 0, notices: 0, lastEventAt: null, lastReadAt: now }
      counts.lastReadAt = now
      if (known) sources.delete(name)
      sources.set(name, counts)
      if (sources.size > watchLimits.maxSourcesTold * 4) sources.delete(sources.keys().next().value ?? '')
      return counts
    },
    all: () => sources,
  }
}
