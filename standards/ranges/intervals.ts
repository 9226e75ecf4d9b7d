// Sets of versions as sorted, separate half-open intervals: union, difference, membership.
// SPDX-License-Identifier: EUPL-1.2
import { compareKeys } from '../versions/key.ts'
import type { Interval } from './index.ts'

export const everything: Interval = { low: null, high: null }

export function contains(intervals: readonly Interval[], key: Uint8Array): boolean {
  return intervals.some(
    ({ low, high }) =>
      (low === null || compareKeys(low, key) <= 0) && (high === null || compareKeys(key, high) < 0),
  )
}

export function union(...sets: readonly (readonly Interval[])[]): Interval[] {
  const sorted = sets
    .flat()
    .filter(isNotEmpty)
    .sort((a, b) => compareLows(a.low, b.low))
  const merged: Interval[] = []
  for (const interval of sorted) {
    const last = merged.at(-1)
    if (last && reaches(last.high, interval.low)) {
      merged[merged.length - 1] = { low: last.low, high: laterHigh(last.high, interval.high) }
    } else merged.push(interval)
  }
  return merged
}

export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  let left = [...from]
  for (const hole of taken.filter(isNotEmpty)) {
    left = left.flatMap((interval) =>
      [
        { low: interval.low, high: earlierHigh(interval.high, hole.low ?? Uint8Array.of()) },
        ...(hole.high === null ? [] : [{ low: laterLow(interval.low, hole.high), high: interval.high }]),
      ].filter(isNotEmpty),
    )
  }
  return union(left)
}

export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return union(
    a.flatMap((one) =>
      b.map((other) => ({
        low: other.low === null ? one.low : laterLow(one.low, other.low),
        high: other.high === null ? one.high : earlierHigh(one.high, other.high),
      })),
    ),
  )
}

function isNotEmpty({ low, high }: Interval): boolean {
  return high === null || compareKeys(low ?? Uint8Array.of(), high) < 0
}

function compareLows(a: Uint8Array | null, b: Uint8Array | null): number {
  return compareKeys(a ?? Uint8Array.of(), b ?? Uint8Array.of())
}

function reaches(high: Uint8Array | null, low: Uint8Array | null): boolean {
  return high === null || low === null || compareKeys(low, high) <= 0
}

function laterHigh(a: Uint8Array | null, b: Uint8Array | null): Uint8Array | null {
  return a === null || b === null ? null : compareKeys(a, b) < 0 ? b : a
}

function earlierHigh(a: Uint8Array | null, b: Uint8Array): Uint8Array {
  return a === null || compareKeys(b, a) < 0 ? b : a
}

function laterLow(a: Uint8Array | null, b: Uint8Array): Uint8Array {
  return a === null || compareKeys(a, b) < 0 ? b : a
}
