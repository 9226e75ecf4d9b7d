// baseline: more within a timespan than was usual for those alike, and never below a floor.
// SPDX-License-Identifier: EUPL-1.2
import type { BaselineSettings, CorrelationRule } from '../../sigma/rule.ts'
import { chainOf } from '../chain.ts'
import { type Correlator, fieldFor, type Grouped } from '../correlation/correlator.ts'
import { referenceOf, someOf } from '../correlation/counting.ts'
import { groupsWith } from '../correlation/groups.ts'
import type { Correlated } from '../correlation/hit.ts'
import {
  addEntry,
  type Entry,
  emptyWindow,
  entriesOf,
  forgetBefore,
  measure,
  sizeOf,
  type Window,
} from '../correlation/window.ts'
import { type History, historyOf } from './history.ts'
import { extensionLimits } from './limits.ts'

interface Group {
  readonly window: Window
  /** Beginning of the present span of the clock, and the most that was in the window during it. */
  span: number
  most: number
  /** A window that was told does not become usual. */
  told: boolean
}

export function baselineCorrelator(
  rule: CorrelationRule,
  settings: BaselineSettings,
  sources: ReadonlyMap<string, readonly string[]>,
): Correlator {
  const counting: CorrelationRule = { ...rule, type: rule.fields.length > 0 ? 'value_count' : 'event_count' }
  const groups = groupsWith<Group>(({ window }) => sizeOf(window))
  const histories = chainOf<History>()
  let evicted = 0
  let forgotten = 0

  const historyFor = ({ key, hit }: Grouped): History => {
    const names = sources.get(hit.ruleId) ?? []
    const pool =
      settings.alike.length === 0
        ? key
        : JSON.stringify(settings.alike.map((name) => hit.fields[fieldFor(rule, name, names)] ?? ''))
    const history = histories.get(pool) ?? historyOf(settings.percentile)
    histories.put(pool, history)
    const oldest = histories.oldest()
    if (histories.size() > extensionLimits.maxHistories && oldest !== null) {
      histories.delete(oldest.key)
      evicted++
    }
    return history
  }
  const feedOne = (one: Grouped): Correlated | null => {
    const { key, group, hit, values } = one
    if (values.some((value) => value === undefined)) return null
    const span = Math.floor(hit.at / rule.timespanMs) * rule.timespanMs
    const state = groups.touch(key, hit.at, () => ({ window: emptyWindow(), span, most: 0, told: false }))
    const history = historyFor(one)
    if (state.span !== span) {
      if (!state.told && state.most > 0) history.add(state.most)
      Object.assign(state, { span, most: 0, told: false })
    }
    const before = sizeOf(state.window)
    forgetBefore(counting, state.window, hit.at - rule.timespanMs)
    const entry: Entry = { reference: referenceOf(hit), value: countedOf(values) }
    if (!addEntry(counting, state.window, entry)) forgotten++
    groups.resize(sizeOf(state.window) - before)
    const value = measure(counting, state.window)
    state.most = Math.max(state.most, value)
    const asked = askedOf(history, settings)
    if (asked === null || value < asked) return null
    const { quietUntil } = state.window
    state.told = true
    if (quietUntil !== null && hit.at <= quietUntil) return null
    state.window.quietUntil = hit.at + rule.timespanMs
    const references = entriesOf(state.window).map(({ reference }) => reference)
    return {
      ruleId: rule.head.id,
      at: hit.at,
      group,
      value,
      events: references.length,
      evidence: someOf(references),
      asked,
    }
  }
  return {
    feed: (grouped) => grouped.map(feedOne).filter((found) => found !== null),
    nextClose: () => null,
    close: () => null,
    evicted: () => groups.evicted() + evicted,
    forgotten: () => forgotten,
    save: () => ({
      groups: groups.entries().map(([key, at, { window, span, most, told }]) => {
        return [key, at, { entries: entriesOf(window), quietUntil: window.quietUntil, span, most, told }]
      }),
      histories: histories.entries().map(([pool, history]) => [pool, history.save()]),
    }),
    load(saved) {
      const state = saved as Saved
      groups.load(
        state.groups.map(([key, at, { entries, quietUntil, ...rest }]) => {
          const window = emptyWindow()
          for (const entry of entries) addEntry(counting, window, entry)
          return [key, at, { window: Object.assign(window, { quietUntil }), ...rest }]
        }),
      )
      histories.clear()
      for (const [pool, counts] of state.histories)
        histories.put(pool, historyOf(settings.percentile, counts))
    },
  }
}

/** What `save` wrote. */
interface Saved {
  readonly groups: readonly [
    string,
    number,
    { entries: readonly Entry[]; quietUntil: number | null; span: number; most: number; told: boolean },
  ][]
  readonly histories: readonly [string, readonly [number, number][]][]
}

/** Null while the history is too short to say what is usual. */
function askedOf(history: History, { learning, factor, floor }: BaselineSettings): number | null {
  if (history.windows() < learning) return null
  return Math.max(floor, Math.ceil(history.percentile() * factor))
}

function countedOf(values: readonly (string | undefined)[]): string {
  return values.length === 1 ? (values[0] ?? '') : JSON.stringify(values)
}
