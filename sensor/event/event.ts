// The one form in which every log record reaches the rules: flat fields, with null, empty and absent kept apart.
// SPDX-License-Identifier: EUPL-1.2

/** null: the field is there without a value. A field that is absent has no entry at all. '' is neither. */
export type FieldValue = string | number | boolean | null | readonly string[]

/**
 * Made by `emptyFields` only, so that it has no prototype: a log may name a field `__proto__` or `constructor`.
 * Written by `setField` only. Field names have no blanks: Sigma's taxonomy strips them ("Source Name" is SourceName).
 */
export type Fields = Record<string, FieldValue>

/** What the parser knows of the log's kind, in Sigma's words; null where it does not know. */
export interface LogSource {
  readonly product: string | null
  readonly category: string | null
  readonly service: string | null
}

export interface LogEvent {
  /** Path of the file, or the name of the listener. */
  readonly source: string
  /** Position in the source, from 1; the record's own number (EventRecordID) is a field. */
  readonly record: number
  /** The event's own time in milliseconds UTC; null where the record has none. */
  readonly at: number | null
  /**
   * Windows events say `{ product: 'windows', category: null, service: null }` and are routed by their fields `Channel`
   * and `EventID`; every other parser names category or service where the format settles it.
   */
  readonly logSource: LogSource
  readonly fields: Fields
  /** The record's text where keyword rules need words beside the fields (syslog lines); null otherwise. */
  readonly raw: string | null
}

/** A record that could not be read; it costs only itself. */
export interface Broken {
  readonly source: string
  readonly record: number
  /** Where and why, in English; never more than 200 characters of foreign text. */
  readonly fault: string
  /** Bytes passed over. */
  readonly bytes: number
}

export function isBroken(item: LogEvent | Broken): item is Broken {
  return 'fault' in item
}

export const windowsLog: LogSource = { product: 'windows', category: null, service: null }
export const unknownLog: LogSource = { product: null, category: null, service: null }

export { emptyFields, fieldLimits, setField } from './fields.ts'
