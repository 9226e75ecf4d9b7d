// Several upper bounds of one product ("< 5.1.36", "< 5.2.10") end one branch each: 5.1.40 holds the fix of its own.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedVersion } from '@salus/standards/advisory'
import { type Interval, intervalsWithout } from '@salus/standards/ranges'
import { branchSpan, type VersionScheme } from '@salus/standards/versions'
import type { MatchableStatement } from './matchable.ts'

/** Records name a handful of branches; where there are more, each pair of them need not be held against each other. */
const maxBounds = 50
const dotted = /^v?\d{1,9}(?:\.\d{1,9}){1,5}$/i

interface Bound {
  readonly text: string
  readonly branch: string
  /** The versions of the branch from the fix on. */
  readonly fixed: Interval & { readonly low: Uint8Array }
}

/**
 * The statements as they are, but a version that its own branch's bound leaves out is not taken in again by the bound
 * of a newer branch. Only where bounds without a start stand side by side (CVE `lessThan` for each branch, whose start
 * is "0"): with a start, the record says itself where each branch begins.
 */
export function withoutFixedBranches(statements: readonly MatchableStatement[]): MatchableStatement[] {
  const groups = Map.groupBy(statements.filter(isOpenBound), groupOf)
  const bounds = new Map([...groups].map(([key, group]) => [key, boundsOf(group)]))
  return statements.map((matchable) =>
    isOpenBound(matchable) ? narrowed(matchable, bounds.get(groupOf(matchable)) ?? []) : matchable,
  )
}

function isOpenBound({ statement: { version, status }, range: { reading } }: MatchableStatement): boolean {
  const isPlain = reading.intervals[0]?.low === null && (reading.intervals.at(-1)?.high ?? null) !== null
  return status === 'known_affected' && version.kind === 'bounds' && version.high !== null && isPlain
}

/** The entry of the record and what it is about. */
function groupOf({ statement: { product, vulnerability, pointer } }: MatchableStatement): string {
  return JSON.stringify([pointer.replace(/\/versions\/.*$/, ''), product.fullName, vulnerability])
}

function boundsOf(group: readonly MatchableStatement[]): Bound[] {
  if (group.length < 2 || group.length > maxBounds) return []
  const bounds = group.flatMap(({ statement: { version }, range: { reading } }) => {
    const text = highOf(version)
    const end = reading.intervals.at(-1)?.high ?? null
    const branch = text === null ? null : branchOf(text, reading.scheme)
    return text === null || end === null || branch === null
      ? []
      : [{ text, branch: branch.text, fixed: { low: end, high: branch.high } }]
  })
  // Of two bounds in one branch the later one counts.
  const sorted = bounds.toSorted((a, b) => Buffer.compare(a.fixed.low, b.fixed.low))
  return [...new Map(sorted.map((bound) => [bound.branch, bound])).values()]
}

function highOf(version: StatedVersion): string | null {
  return version.kind === 'bounds' && version.high !== null && dotted.test(version.high) ? version.high : null
}

function branchOf(text: string, scheme: VersionScheme): { text: string; high: Uint8Array } | null {
  const branch = text.replace(/^v/i, '').split('.').slice(0, -1).join('.')
  const span = branchSpan(scheme, branch)
  return span ? { text: branch, high: span.high } : null
}

function narrowed(matchable: MatchableStatement, bounds: readonly Bound[]): MatchableStatement {
  const own = highOf(matchable.statement.version)
  const others = bounds.filter(({ text }) => text !== own)
  if (others.length === 0) return matchable
  const { range } = matchable
  const taken = others.map(({ fixed }) => fixed)
  const intervals = intervalsWithout(range.reading.intervals, taken)
  const steps = others.map(({ text, branch }) => `branch ${branch} ends at ${text}, as the same entry says`)
  return {
    ...matchable,
    range: {
      ...range,
      reading: { ...range.reading, intervals, steps: [...range.reading.steps, ...steps] },
    },
  }
}
