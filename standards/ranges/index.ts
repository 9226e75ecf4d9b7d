// Ranges of versions as publishers write them, read into half-open intervals of version keys.
// SPDX-License-Identifier: EUPL-1.2
import type { VersionScheme } from '../versions/index.ts'
import { contains, subtract } from './intervals.ts'

/** A set of versions: low <= key < high by byte order; null is unbounded. */
export interface Interval {
  readonly low: Uint8Array | null
  readonly high: Uint8Array | null
}

/** `exact`: structured bounds. `parsed`: read from prose. `unparsed`: could not be read, so nobody can tell. */
export type RangeGrade = 'exact' | 'parsed' | 'unparsed'

export interface RangeReading {
  readonly grade: RangeGrade
  readonly scheme: VersionScheme
  /** Every version, also one that is not stated. */
  readonly all: boolean
  readonly intervals: readonly Interval[]
  /** Things beside the version that the text demands ("with wireless option"), as written. */
  readonly conditions: readonly string[]
  /** Model numbers or names that the text restricts itself to ("9.x model 35700BAX3"). */
  readonly models: readonly string[]
  /** What was done to the text, step by step, for the explanation: `read "prior to 2.3.1" as < 2.3.1`. */
  readonly steps: readonly string[]
}

export { type Bounds, readBounds, readExactVersion } from './bounds.ts'
export { comparable } from './comparable.ts'
export { type LabelledPart, readLabels } from './labels.ts'
export { readRangeText } from './read.ts'
export { type SchemeHints, schemeFor } from './schemes.ts'

/** What is left of the first set, without the second. */
export function intervalsWithout(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
  return subtract(intervals, taken)
}

export function intervalsContain(intervals: readonly Interval[], key: Uint8Array): boolean {
  return contains(intervals, key)
}
