// Several upper bounds, one for each branch ("< 7.2.1 | < 6.9.2"): a branch's own bound frees its later versions.
// SPDX-License-Identifier: EUPL-1.2
import { branchSpan, compareKeys, type VersionScheme } from '../versions/index.ts'
import type { Atom } from './atom.ts'
import type { Interval } from './index.ts'
import { subtract } from './intervals.ts'

interface Upper {
  readonly sign: '<' | '<='
  readonly atom: Atom
}

/**
 * From 6.9.2 up to the end of 6.9 is free although it lies below 7.2.1. What lies in no bound's branch (7.0)
 * stays affected: only the highest bound speaks about it.
 */
export function cutBranches(
  intervals: readonly Interval[],
  uppers: readonly Upper[],
  scheme: VersionScheme,
  steps: string[],
): Interval[] {
  const free = uppers.flatMap((upper) => {
    const parent = parentOf(upper.atom.text) ?? lettersOf(upper, uppers)
    const branch = parent === undefined ? null : branchSpan(scheme, parent)
    if (!branch) return []
    const sameBranch = uppers.some(
      (other) => other !== upper && isInside(other.atom.floor, upper, branch.high),
    )
    if (sameBranch) return []
    const from = upper.sign === '<' ? [upper.atom.floor] : endsOf(upper.atom)
    return from.map((low) => ({
      low,
      high: branch.high,
      text: `${upper.atom.text} frees the rest of ${parent}`,
    }))
  })
  for (const { text } of free) steps.push(`the bound ${text}, a branch of its own`)
  return subtract(intervals, free.slice())
}

function parentOf(text: string): string | undefined {
  return /^(v?r?\d+(?:\.\d+){0,6})\.\d+$/i.exec(text)?.[1]
}

/** "U61 and L81" are two series: what follows L81 in the series L is not meant by U61. */
function lettersOf(upper: Upper, uppers: readonly Upper[]): string | undefined {
  const series = uppers.map(({ atom }) => /^([A-Z]{1,2})\d{1,6}$/.exec(atom.text)?.[1])
  const own = series[uppers.indexOf(upper)]
  return series.includes(undefined) || new Set(series).size < 2 ? undefined : own
}

function isInside(key: Uint8Array, upper: Upper, high: Uint8Array): boolean {
  return compareKeys(upper.atom.floor, key) < 0 && compareKeys(key, high) < 0
}

function endsOf(atom: Atom): Uint8Array[] {
  const last = atom.covers.at(-1)?.high
  return last ? [last] : []
}
