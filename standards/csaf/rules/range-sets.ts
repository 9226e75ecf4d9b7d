// Sets of versions that range texts stand for: whether two of them meet, and whether one holds a version.
// SPDX-License-Identifier: EUPL-1.2
import { type Constraint, compareIn, type RangeText } from './range-text.ts'

interface Bound {
  readonly version: string
  readonly inclusive: boolean
}

/** Null is unbounded. */
interface Stretch {
  readonly low: Bound | null
  readonly high: Bound | null
}

/** Null where the versions cannot be compared: then nobody can tell. */
export function rangesMeet(one: RangeText, other: RangeText): boolean | null {
  if (one.type !== other.type && !isAll(one) && !isAll(other)) return null
  const [stretches, others] = [stretchesOf(one), stretchesOf(other)]
  let unsure = false
  for (const a of stretches) {
    for (const b of others) {
      const meets = stretchesMeet(one.type ?? other.type, a, b)
      if (meets === true) return true
      if (meets === null) unsure = true
    }
  }
  return unsure ? null : false
}

export function rangeHolds(range: RangeText, version: string): boolean | null {
  const excluded = range.constraints.filter(({ comparator }) => comparator === '!=')
  if (excluded.some((constraint) => compareIn(range.type, constraint.version, version) === 0)) return false
  const point: Bound = { version, inclusive: true }
  let unsure = false
  for (const stretch of stretchesOf(range)) {
    const meets = stretchesMeet(range.type, stretch, { low: point, high: point })
    if (meets === true) return true
    if (meets === null) unsure = true
  }
  return unsure ? null : false
}

function isAll(range: RangeText): boolean {
  return range.type === 'all'
}

/** Bounds are read from left to right: a lower one opens a stretch, an upper one closes it. */
function stretchesOf(range: RangeText): Stretch[] {
  if (isAll(range)) return [{ low: null, high: null }]
  const stretches: Stretch[] = []
  let open: Bound | null = null
  for (const constraint of range.constraints) {
    const bound = boundOf(constraint)
    if (constraint.comparator === '=') stretches.push({ low: bound, high: bound })
    else if (constraint.comparator.startsWith('>')) open ??= bound
    else if (constraint.comparator.startsWith('<')) {
      stretches.push({ low: open, high: bound })
      open = null
    }
  }
  if (open !== null) stretches.push({ low: open, high: null })
  return stretches
}

function boundOf({ comparator, version }: Constraint): Bound {
  return { version, inclusive: comparator.endsWith('=') }
}

function stretchesMeet(type: string | null, a: Stretch, b: Stretch): boolean | null {
  const forwards = isBelow(type, a.low, b.high)
  const backwards = isBelow(type, b.low, a.high)
  if (forwards === false || backwards === false) return false
  return forwards === null || backwards === null ? null : true
}

/** Some version lies at or above `low` and at or below `high`. */
function isBelow(type: string | null, low: Bound | null, high: Bound | null): boolean | null {
  if (low === null || high === null) return true
  const order = compareIn(type, low.version, high.version)
  if (order === null) return null
  return order < 0 || (order === 0 && low.inclusive && high.inclusive)
}
