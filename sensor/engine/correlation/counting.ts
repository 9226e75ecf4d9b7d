// Correlations that count or sum: event_count, value_count, value_sum, value_avg, value_percentile.
// SPDX-License-Identifier: EUPL-1.2
import type { CorrelationRule } from '../../sigma/rule.ts'
import { chainOf } from '../chain.ts'
import type { Correlator, Grouped } from './correlator.ts'
import { groupsWith } from './groups.ts'
import { type Correlated, correlationLimits, type Hit, type Reference } from './hit.ts'
import {
  addEntry,
  type Entry,
  emptyWindow,
  entriesOf,
  forgetBefore,
  hasUpperBound,
  measure,
  sizeOf,
  type Window,
  withinBounds,
} from './window.ts'

interface Group {
  readonly window: Window
  readonly group: Readonly<Record<string, string>>
}

export function countingCorrelator(rule: CorrelationRule): Correlator {
  /** When the window of each group closes, in this order. */
  const closings = chainOf<number>()
  const groups = groupsWith<Group>(({ window }) => sizeOf(window), { onEvict: closings.delete })
  const closing = hasUpperBound(rule)
  let forgotten = 0

  const enter = ({ key, group, hit }: Grouped, entry: Entry, oldest: number): Window => {
    const { window } = groups.touch(key, hit.at, () => ({ window: emptyWindow(), group }))
    const before = sizeOf(window)
    forgetBefore(rule, window, oldest)
    if (!addEntry(rule, window, entry)) forgotten++
    groups.resize(sizeOf(window) - before)
    return window
  }
  const slide = (one: Grouped, entry: Entry): Correlated | null => {
    const { at } = one.hit
    groups.expire(at - rule.timespanMs)
    const window = enter(one, entry, at - rule.timespanMs)
    const value = measure(rule, window)
    if (!withinBounds(value, rule.bounds)) {
      window.quietUntil = null
      return null
    }
    if (window.quietUntil !== null && at <= window.quietUntil) return null
    window.quietUntil = at + rule.timespanMs
    return correlated(rule, one.group, value, window)
  }
  const collect = (one: Grouped, entry: Entry): void => {
    const window = enter(one, entry, Number.NEGATIVE_INFINITY)
    if (window.closesAt !== null) return
    window.closesAt = one.hit.at + rule.timespanMs
    closings.put(one.key, window.closesAt)
  }
  return {
    feed(grouped) {
      const found: Correlated[] = []
      for (const one of grouped) {
        const value = countedValue(rule, one.values)
        if (value === null) continue
        const entry = { reference: referenceOf(one.hit), value }
        const result = closing ? collect(one, entry) : slide(one, entry)
        if (result) found.push(result)
      }
      return found
    },
    nextClose: () => closings.oldest()?.value ?? null,
    close() {
      const next = closings.oldest()
      if (next === null) return null
      closings.delete(next.key)
      const found = groups.peek(next.key)
      if (!found || found.window.closesAt !== next.value) return null
      groups.drop(next.key)
      const value = measure(rule, found.window)
      return withinBounds(value, rule.bounds) ? correlated(rule, found.group, value, found.window) : null
    },
    evicted: groups.evicted,
    forgotten: () => forgotten,
    save: () => ({
      groups: groups.entries().map(([key, at, { window, group }]) => {
        const { quietUntil, closesAt } = window
        return { key, at, group, entries: entriesOf(window), quietUntil, closesAt }
      }),
      closings: closings.entries().map(([key, at]) => ({ key, at })),
    }),
    load(saved) {
      const state = saved as Saved
      closings.clear()
      for (const { key, at } of state.closings) closings.put(key, at)
      groups.load(
        state.groups.map(({ key, at, group, ...rest }) => [key, at, { group, window: restored(rule, rest) }]),
      )
    },
  }
}

/** What `save` wrote. */
interface Saved {
  readonly groups: readonly (SavedWindow & {
    key: string
    at: number
    group: Readonly<Record<string, string>>
  })[]
  readonly closings: readonly { key: string; at: number }[]
}
interface SavedWindow {
  readonly entries: readonly Entry[]
  readonly quietUntil: number | null
  readonly closesAt: number | null
}

function restored(rule: CorrelationRule, { entries, quietUntil, closesAt }: SavedWindow): Window {
  const window = emptyWindow()
  for (const entry of entries) addEntry(rule, window, entry)
  return Object.assign(window, { quietUntil, closesAt })
}

/** Null: the event lacks the field, or has no number in it. */
function countedValue(rule: CorrelationRule, texts: readonly (string | undefined)[]): string | number | null {
  if (rule.type === 'event_count') return 1
  if (texts.some((text) => text === undefined)) return null
  if (rule.type === 'value_count') return texts.length === 1 ? (texts[0] ?? '') : JSON.stringify(texts)
  const number = Number(texts[0])
  return texts[0]?.trim() === '' || !Number.isFinite(number) ? null : number
}

export function referenceOf({ ruleId, at, source, record }: Hit): Reference {
  return { ruleId, at, source, record }
}

function correlated(
  rule: CorrelationRule,
  group: Readonly<Record<string, string>>,
  value: number,
  window: Window,
): Correlated {
  const references = entriesOf(window).map(({ reference }) => reference)
  const at = references.at(-1)?.at ?? 0
  return { ruleId: rule.head.id, at, group, value, events: references.length, evidence: someOf(references) }
}

/** The first few and the last. */
export function someOf(references: readonly Reference[]): readonly Reference[] {
  const { maxEvidence } = correlationLimits
  const last = references.at(-1)
  return references.length <= maxEvidence || !last
    ? references
    : [...references.slice(0, maxEvidence - 1), last]
}
