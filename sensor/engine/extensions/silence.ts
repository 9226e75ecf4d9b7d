// absence: a group that was regular falls silent, or what must follow an event does not follow.
// SPDX-License-Identifier: EUPL-1.2
import type { AbsenceSettings, CorrelationRule } from '../../sigma/rule.ts'
import { chainOf } from '../chain.ts'
import type { Correlator, Grouped } from '../correlation/correlator.ts'
import { referenceOf } from '../correlation/counting.ts'
import { groupsWith } from '../correlation/groups.ts'
import type { Correlated, Reference } from '../correlation/hit.ts'

interface Group {
  readonly group: Readonly<Record<string, string>>
  /** Instants of the last events, no more than are asked for. */
  times: number[]
  /** Since when it was never silent for the timespan. */
  readonly since: number
  /** The event after which the silence began. */
  last: Reference
}

export function absenceCorrelator(
  rule: CorrelationRule,
  settings: AbsenceSettings,
  positions: ReadonlyMap<string, number>,
): Correlator {
  /** When the silence of each group that is waited for is complete; in this order, as the timespan is one for all. */
  const waiting = chainOf<number>()
  const groups = groupsWith<Group>(({ times }) => times.length, { onEvict: waiting.delete })
  const isStart = ({ hit }: Grouped) => (positions.get(hit.ruleId) ?? 0) < settings.after

  const wait = (key: string, from: number): void => waiting.put(key, from + rule.timespanMs)
  const feedRegular = ({ key, group, hit }: Grouped): void => {
    groups.expire(hit.at - rule.timespanMs)
    const state = groups.touch(key, hit.at, () => ({
      group,
      since: hit.at,
      times: [],
      last: referenceOf(hit),
    }))
    state.times.push(hit.at)
    groups.resize(1)
    if (state.times.length > settings.seen) {
      state.times.shift()
      groups.resize(-1)
    }
    state.last = referenceOf(hit)
    const first = state.times[0] as number
    // Regular: so many events within one timespan. What fades out slowly was not.
    const isRegular = state.times.length === settings.seen && first >= hit.at - rule.timespanMs
    if (isRegular && hit.at >= state.since + settings.unbrokenMs) wait(key, hit.at)
    else waiting.delete(key)
  }
  const feedPair = (one: Grouped): void => {
    const { key, group, hit } = one
    if (!isStart(one)) {
      groups.drop(key)
      waiting.delete(key)
    } else if (groups.peek(key) === undefined) {
      groups.touch(key, hit.at, () => ({ group, since: hit.at, times: [hit.at], last: referenceOf(hit) }))
      groups.resize(1)
      wait(key, hit.at)
    }
  }
  return {
    feed(grouped) {
      // One event may begin and end it: then nothing is missing.
      if (settings.after > 0)
        for (const one of [...grouped.filter(isStart), ...grouped.filter((one) => !isStart(one))])
          feedPair(one)
      else for (const one of grouped) feedRegular(one)
      return []
    },
    needsTime: true,
    nextClose: () => waiting.oldest()?.value ?? null,
    close() {
      const next = waiting.oldest()
      if (next === null) return null
      const { key, value: at } = next
      waiting.delete(key)
      const found = groups.peek(key)
      groups.drop(key)
      return found ? silenceOf(rule, found, at) : null
    },
    evicted: groups.evicted,
    forgotten: () => 0,
    save: () => ({ groups: groups.entries(), waiting: waiting.entries() }),
    load(saved) {
      const state = saved as { groups: ReturnType<typeof groups.entries>; waiting: [string, number][] }
      groups.load(state.groups)
      waiting.clear()
      for (const [key, at] of state.waiting) waiting.put(key, at)
    },
  }
}

/** It happens when the silence is complete. */
function silenceOf(rule: CorrelationRule, { group, times, last }: Group, at: number): Correlated {
  return { ruleId: rule.head.id, at, group, value: times.length, events: times.length, evidence: [last] }
}
