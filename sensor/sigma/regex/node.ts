// A regular expression as a tree: what can be matched in one pass, and nothing else.
// SPDX-License-Identifier: EUPL-1.2

/** Characters as UTF-16 units: pairs of first and last. */
export interface CharSet {
  readonly ranges: readonly number[]
  readonly negated: boolean
  readonly ignoreCase: boolean
}

export type Assertion = 'start' | 'end' | 'veryEnd' | 'lineStart' | 'lineEnd' | 'word' | 'notWord'

export type RegexNode =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'sequence' | 'choice'; readonly of: readonly RegexNode[] }
  | { readonly kind: 'repeat'; readonly of: RegexNode; readonly min: number; readonly max: number | null }

export function containsUnit(set: CharSet, unit: number): boolean {
  return (inRanges(set.ranges, unit) || (set.ignoreCase && inOtherCase(set.ranges, unit))) !== set.negated
}

function inRanges(ranges: readonly number[], unit: number): boolean {
  for (let at = 0; at < ranges.length; at += 2)
    if (unit >= (ranges[at] ?? 0) && unit <= (ranges[at + 1] ?? 0)) return true
  return false
}

/** Only letters whose two cases are one unit each and lead back to each other: ſ is not s, İ is not i. */
function inOtherCase(ranges: readonly number[], unit: number): boolean {
  const letter = String.fromCharCode(unit)
  const lower = letter.toLowerCase()
  const upper = letter.toUpperCase()
  return (
    (lower.length === 1 && inRanges(ranges, lower.charCodeAt(0))) ||
    (upper.length === 1 && upper.toLowerCase() === lower && inRanges(ranges, upper.charCodeAt(0)))
  )
}

export function literalSet(text: string): CharSet {
  const unit = text.charCodeAt(0)
  return { ranges: [unit, unit], negated: false, ignoreCase: false }
}

export const anyUnit: CharSet = { ranges: [0, 0xffff], negated: false, ignoreCase: false }
export const isWordUnit = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit === 95 || (unit >= 97 && unit <= 122)
