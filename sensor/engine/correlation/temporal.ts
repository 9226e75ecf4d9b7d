// Correlations of different rules within a timespan: in any order (temporal) or in theirs (temporal_ordered).
// SPDX-License-Identifier: EUPL-1.2
import type { CorrelationRule } from '../../sigma/rule.ts'
import type { Correlator, Grouped } from './correlator.ts'
import { referenceOf } from './counting.ts'
import { groupsWith } from './groups.ts'
import type { Correlated, Reference } from './hit.ts'
import { withinBounds } from './window.ts'

/** For each rule of the correlation: its latest event, or the chain of events that leads up to it. */
type Chain = readonly Reference[] | null
interface Group {
  readonly chains: Chain[]
}

export function temporalCorrelator(
  rule: CorrelationRule,
  positions: ReadonlyMap<string, number>,
): Correlator {
  const groups = groupsWith<Group>(() => 1)
  const ordered = rule.type === 'temporal_ordered'
  const size = rule.rules.length
  const place = ({ hit }: Grouped) => positions.get(hit.ruleId) ?? 0

  const feedOne = (one: Grouped): Correlated | null => {
    const { key, group, hit } = one
    const oldest = hit.at - rule.timespanMs
    groups.expire(oldest)
    let made = false
    const { chains } = groups.touch(key, hit.at, () => {
      made = true
      return { chains: new Array<Chain>(size).fill(null) }
    })
    if (made) groups.resize(1)
    const position = place(one)
    const reference = referenceOf(hit)
    if (ordered) {
      const before = position === 0 ? [] : (chains[position - 1] ?? null)
      if (before === null || (before[0]?.at ?? hit.at) < oldest) return null
      chains[position] = [...before, reference]
    } else chains[position] = [reference]
    const references = ordered ? longestOf(chains) : withinSpan(chains, oldest)
    if (!withinBounds(references.length, rule.bounds)) return null
    // Used up: the next finding needs new events of every rule.
    chains.fill(null)
    return {
      ruleId: rule.head.id,
      at: hit.at,
      group,
      value: references.length,
      events: references.length,
      evidence: references,
    }
  }
  return {
    feed(grouped) {
      // Later rules first, so that one event cannot be its own predecessor.
      const sorted = ordered ? [...grouped].sort((one, two) => place(two) - place(one)) : grouped
      return sorted.map(feedOne).filter((found) => found !== null)
    },
    nextClose: () => null,
    close: () => null,
    evicted: groups.evicted,
    forgotten: () => 0,
    save: () => groups.entries(),
    load: (saved) => groups.load(saved as ReturnType<typeof groups.entries>),
  }
}

function longestOf(chains: readonly Chain[]): readonly Reference[] {
  return chains.reduce<readonly Reference[]>(
    (longest, chain) => (chain && chain.length > longest.length ? chain : longest),
    [],
  )
}

function withinSpan(chains: readonly Chain[], oldest: number): readonly Reference[] {
  return chains
    .flatMap((chain) => chain ?? [])
    .filter(({ at }) => at >= oldest)
    .sort((one, two) => one.at - two.at)
}
