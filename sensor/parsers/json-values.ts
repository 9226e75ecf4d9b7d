// Looks into JSON from logs: typed access, and nested objects as flat fields.
// SPDX-License-Identifier: EUPL-1.2
import { type Fields, type FieldValue, fieldLimits, setField } from '../event/event.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** The own property; what a prototype has is not part of the document. */
export function at(source: unknown, key: string): unknown {
  return isObject(source) && Object.hasOwn(source, key) ? source[key] : undefined
}

export function textAt(source: unknown, key: string): string | null {
  const value = at(source, key)
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

export function objectsAt(source: unknown, key: string): readonly JsonObject[] {
  const value = at(source, key)
  if (isObject(value)) return [value]
  return Array.isArray(value) ? value.slice(0, fieldLimits.maxListValues).filter(isObject) : []
}

/** Writes `{a: {b: 1}}` as a.b; lists of plain values stay lists, lists of objects join by name. */
export function flatten(source: JsonObject, prefix: string, fields: Fields): void {
  flattenObject(source, prefix, 0, { fields, left: fieldLimits.maxFields })
}

interface Target {
  readonly fields: Fields
  left: number
}

function flattenObject(source: JsonObject, prefix: string, depth: number, target: Target): void {
  for (const [key, value] of Object.entries(source)) {
    if (target.left <= 0) return
    flattenValue(value, prefix === '' ? key : `${prefix}.${key}`, depth + 1, target)
  }
}

function flattenValue(value: unknown, name: string, depth: number, target: Target): void {
  if (isObject(value) && depth < fieldLimits.maxDepth) flattenObject(value, name, depth, target)
  else if (Array.isArray(value) && value.some(isObject) && depth < fieldLimits.maxDepth) {
    for (const item of value) {
      if (target.left <= 0) return
      flattenValue(item, name, depth + 1, target)
    }
  } else {
    target.left -= 1
    setField(target.fields, name, plainValue(value))
  }
}

export function plainValue(value: unknown): FieldValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (!Array.isArray(value)) return boundedJson(value)
  return value
    .slice(0, fieldLimits.maxListValues)
    .map((item) => (typeof item === 'string' ? item : boundedJson(item)))
}

function boundedJson(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? '').slice(0, fieldLimits.maxValueUnits)
  } catch {
    // JSON.parse takes any depth, JSON.stringify as much as the stack holds.
    return '(nested too deep)'
  }
}
