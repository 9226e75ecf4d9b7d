// Fields of an event: made without a prototype, written within limits, names as Sigma's taxonomy wants them.
// SPDX-License-Identifier: EUPL-1.2
import type { Fields, FieldValue } from './event.ts'

export const fieldLimits = {
  /** Fields of one event: a parser of free nesting counts them; what comes after is left out. */
  maxFields: 2_000,
  /** UTF-16 units of one value; the rest is cut. A script block of PowerShell has at most 32 KiB. */
  maxValueUnits: 256 * 1024,
  maxNameUnits: 256,
  /** Values of one list. */
  maxListValues: 1_000,
  /** Levels of a nested record before its rest becomes one text. */
  maxDepth: 16,
} as const

export function emptyFields(): Fields {
  // A cast because TypeScript types Object.create as any.
  return Object.create(null) as Fields
}

/** Writes a field; a name that comes a second time makes a list of both values. */
export function setField(fields: Fields, name: string, value: FieldValue): void {
  const key = fieldName(name)
  if (key === '') return
  const before = fields[key]
  fields[key] = before === undefined ? bounded(value) : joined(before, value)
}

export function fieldName(name: string): string {
  const short = name.length > fieldLimits.maxNameUnits ? name.slice(0, fieldLimits.maxNameUnits) : name
  return short.includes(' ') ? short.replaceAll(' ', '') : short
}

function joined(before: FieldValue, value: FieldValue): FieldValue {
  // A name that comes 100,000 times would cost the square of it.
  if (typeof before === 'object' && before !== null && before.length >= fieldLimits.maxListValues)
    return before
  return bounded([...textsOf(before), ...textsOf(value)])
}

function textsOf(value: FieldValue): readonly string[] {
  if (value === null) return []
  return typeof value === 'object' ? value : [String(value)]
}

function bounded(value: FieldValue): FieldValue {
  if (typeof value === 'string')
    return value.length > fieldLimits.maxValueUnits ? value.slice(0, fieldLimits.maxValueUnits) : value
  if (typeof value !== 'object' || value === null) return value
  const list = value.length > fieldLimits.maxListValues ? value.slice(0, fieldLimits.maxListValues) : value
  return list.map((text) =>
    text.length > fieldLimits.maxValueUnits ? text.slice(0, fieldLimits.maxValueUnits) : text,
  )
}
