// What reading and matching gives, as plain data: it may come from another thread, and the order is made by who takes it.
// SPDX-License-Identifier: EUPL-1.2
import type { Untold } from '../../indicators/untold.ts'

/** Rules and groups are named by their index. */
export type Outcome =
  /** A file begins; `isRest`: a further part of the file before. */
  | { readonly kind: 'begun'; readonly isRest: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'notLooked'; readonly is: 'failed' | 'leftOut'; readonly because: string }
  /** `line` is the finding as JSON. */
  | { readonly kind: 'finding'; readonly rule: number; readonly line: string }
  /** A rule that correlations want held; `at` is null for an undated event. */
  | {
      readonly kind: 'hit'
      readonly rule: number
      readonly at: number | null
      readonly record: number
      readonly fields: Readonly<Record<string, string>>
    }
  /** An indicator was met; `key` says by whom in which hour, and there is no line for what is below the level. */
  | { readonly kind: 'met'; readonly key: string; readonly line: string | null }
  /** By so many steps a rule is beyond what its events of this piece allow. */
  | { readonly kind: 'excess'; readonly rule: number; readonly steps: number }
  | { readonly kind: 'fault'; readonly record: number; readonly fault: string }
  /** Groups of rules that had their first event of this piece. */
  | { readonly kind: 'reached'; readonly groups: readonly number[] }
  /** A file ends; `unread` says in words that follow its name why before its end. */
  | { readonly kind: 'ended'; readonly bytes: number; readonly unread: string | null }
  /** A piece ends: the excess of each rule over all of it, and what indicators met without being told. */
  | { readonly kind: 'spent'; readonly excess: Float64Array; readonly untold: Untold }

/** What came out of some events that follow one another in one file. */
export interface Batch {
  readonly path: string
  readonly events: number
  /** Events and records that could not be read. */
  readonly records: number
  readonly broken: number
  /** Remarks of parsers that cost no record. */
  readonly notices: number
  readonly outcomes: readonly Outcome[]
}

export function batchOf(path: string, outcomes: readonly Outcome[]): Batch {
  return { path, events: 0, records: 0, broken: 0, notices: 0, outcomes }
}
