// The events of one group within a timespan, and what is counted over them.
// SPDX-License-Identifier: EUPL-1.2
import type { Bound, Comparison, CorrelationRule } from '../../sigma/rule.ts'
import { correlationLimits, type Reference } from './hit.ts'

/** One event: reference, and the value that counts (text for value_count, number for sums). */
export interface Entry {
  readonly reference: Reference
  readonly value: string | number
}

export interface Window {
  entries: Entry[]
  /** Entries before this one are forgotten; they are cut off from time to time. */
  head: number
  /** How often each value is in the window (value_count). */
  readonly counts: Map<string | number, number>
  /** Values in their order (value_percentile). */
  readonly sorted: number[]
  sum: number
  /** While the condition still holds, it is not told again before this instant. */
  quietUntil: number | null
  /** For conditions with an upper bound: when the window is complete. */
  closesAt: number | null
}

export function emptyWindow(): Window {
  return { entries: [], head: 0, counts: new Map(), sorted: [], sum: 0, quietUntil: null, closesAt: null }
}

export function entriesOf(window: Window): readonly Entry[] {
  return window.head === 0 ? window.entries : window.entries.slice(window.head)
}

export function sizeOf(window: Window): number {
  return window.entries.length - window.head
}

/** An event exactly one timespan old still counts. */
export function forgetBefore(rule: CorrelationRule, window: Window, instant: number): void {
  while (sizeOf(window) > 0 && (window.entries[window.head] as Entry).reference.at < instant)
    forgetFirst(rule, window)
}

/** False: an older event had to go for it, and is missing from what is counted. */
export function addEntry(rule: CorrelationRule, window: Window, entry: Entry): boolean {
  window.entries.push(entry)
  count(rule, window, entry.value, 1)
  if (sizeOf(window) <= correlationLimits.maxEventsOfGroup) return true
  forgetFirst(rule, window)
  return false
}

function forgetFirst(rule: CorrelationRule, window: Window): void {
  count(rule, window, (window.entries[window.head] as Entry).value, -1)
  window.head++
  if (window.head < 64 || window.head * 2 < window.entries.length) return
  window.entries = window.entries.slice(window.head)
  window.head = 0
}

/** Kept up to date with each event, so that a large window costs no more than a small one. */
function count(rule: CorrelationRule, window: Window, value: string | number, by: 1 | -1): void {
  if (rule.type === 'value_count') {
    const times = (window.counts.get(value) ?? 0) + by
    if (times === 0) window.counts.delete(value)
    else window.counts.set(value, times)
  } else if (rule.type === 'value_percentile') {
    const at = placeOf(window.sorted, Number(value))
    window.sorted.splice(at, by === 1 ? 0 : 1, ...(by === 1 ? [Number(value)] : []))
  } else if (rule.type !== 'event_count') window.sum += by * Number(value)
}

function placeOf(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

export function measure(rule: CorrelationRule, window: Window): number {
  const size = sizeOf(window)
  switch (rule.type) {
    case 'value_count':
      return window.counts.size
    case 'value_sum':
      return window.sum
    case 'value_avg':
      return size === 0 ? 0 : window.sum / size
    // Nearest rank: the smallest value with at least so many per cent of the values at or below it.
    case 'value_percentile':
      return window.sorted[Math.max(0, Math.ceil((rule.percentile / 100) * size) - 1)] ?? 0
    default:
      return size
  }
}

export function withinBounds(value: number, bounds: readonly Bound[]): boolean {
  return bounds.every(({ comparison, value: limit }) => compare[comparison](value, limit))
}

const compare: Readonly<Record<Comparison, (value: number, limit: number) => boolean>> = {
  gt: (value, limit) => value > limit,
  gte: (value, limit) => value >= limit,
  lt: (value, limit) => value < limit,
  lte: (value, limit) => value <= limit,
  eq: (value, limit) => value === limit,
  neq: (value, limit) => value !== limit,
}

/** More events can undo such a condition, so that it is decided when the window is complete. */
export function hasUpperBound(rule: CorrelationRule): boolean {
  return rule.bounds.some(({ comparison }) => comparison !== 'gt' && comparison !== 'gte')
}
