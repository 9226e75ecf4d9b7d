// The union of alternatives ("a || b") as stretches of versions: signposts alone would lose ranges that overlap.
// SPDX-License-Identifier: EUPL-1.2
import { isUpper } from '../order.ts'
import { simplifyVers } from '../simplify.ts'
import { type Constraint, compareInType, type Vers } from '../vers.ts'

interface End {
  readonly version: string
  readonly isInside: boolean
}

interface Stretch {
  readonly low: End | null
  readonly high: End | null
}

/** Canonical signposts of everything that one of the alternatives holds. */
export function unionOf(type: string, alternatives: readonly (readonly Constraint[])[]): Vers {
  const order = (a: End, b: End) => compareInType(type, a.version, b.version) ?? 0
  const sorted = alternatives
    .flatMap((set) => stretchesOf(set, order))
    .sort((a, b) => compareLows(a.low, b.low, order))
  const merged: Stretch[] = []
  for (const next of sorted) {
    const last = merged.at(-1)
    if (last && meets(last.high, next.low, order))
      merged[merged.length - 1] = { low: last.low, high: laterHigh(last.high, next.high, order) }
    else merged.push(next)
  }
  if (merged.some(({ low, high }) => low === null && high === null)) return { type, constraints: '*' }
  return simplifyVers({ type, constraints: merged.flatMap((stretch) => signpostsOf(stretch, order)) })
}

type Order = (a: End, b: End) => number

/** All bounds of one alternative hold at once; versions named outright are a list. */
function stretchesOf(set: readonly Constraint[], order: Order): readonly Stretch[] {
  const ends = (wanted: (one: Constraint) => boolean) =>
    set.filter(wanted).map(({ comparator, version }) => ({ version, isInside: comparator.endsWith('=') }))
  const points = ends(({ comparator }) => comparator === '=').map((end) => ({ low: end, high: end }))
  const holes = ends(({ comparator }) => comparator === '!=')
  const lows = ends((one) => one.comparator.startsWith('>')).sort((a, b) => compareLows(a, b, order))
  const highs = ends(isUpper).sort((a, b) => order(a, b) || Number(a.isInside) - Number(b.isInside))
  const [low = null, high = null] = [lows.at(-1), highs[0]]
  if (low === null && high === null && points.length > 0) return points
  // "<1 >2" holds nothing at once: whoever wrote it meant both sides.
  const isTwoSided = low !== null && high !== null && order(low, high) > 0
  const written: readonly Stretch[] = isTwoSided
    ? [
        { low: null, high },
        { low, high: null },
      ]
    : [{ low, high }]
  return [
    ...holes.reduce((left, hole) => left.flatMap((one) => without(one, hole, order)), written),
    ...points,
  ]
}

function without({ low, high }: Stretch, { version }: End, order: Order): readonly Stretch[] {
  const hole = { version, isInside: false }
  const [fromLow, fromHigh] = [low ? order(low, hole) : -1, high ? order(high, hole) : 1]
  if (fromLow > 0 || fromHigh < 0) return [{ low, high }]
  return [...(fromLow < 0 ? [{ low, high: hole }] : []), ...(fromHigh > 0 ? [{ low: hole, high }] : [])]
}

function compareLows(a: End | null, b: End | null, order: Order): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  return order(a, b) || Number(b.isInside) - Number(a.isInside)
}

function meets(high: End | null, low: End | null, order: Order): boolean {
  if (high === null || low === null) return true
  const step = order(low, high)
  return step < 0 || (step === 0 && (low.isInside || high.isInside))
}

function laterHigh(a: End | null, b: End | null, order: Order): End | null {
  if (a === null || b === null) return null
  const step = order(a, b) || Number(a.isInside) - Number(b.isInside)
  return step < 0 ? b : a
}

function signpostsOf({ low, high }: Stretch, order: Order): readonly Constraint[] {
  if (low && high && order(low, high) === 0 && low.isInside && high.isInside)
    return [{ comparator: '=', version: low.version }]
  return [
    ...(low ? [{ comparator: low.isInside ? ('>=' as const) : ('>' as const), version: low.version }] : []),
    ...(high
      ? [{ comparator: high.isInside ? ('<=' as const) : ('<' as const), version: high.version }]
      : []),
  ]
}
