// Writes a JSON value in one way only, so that the same content always has the same hash (RFC 8785).
// SPDX-License-Identifier: EUPL-1.2

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

const maxDepth = 50

/** Keys in the order of UTF-16 code units, no spaces; keys that are undefined are left out. Throws on NaN and infinity. */
export function canonicalJson(value: Json, depth = 0): string {
  if (depth > maxDepth) throw new RangeError(`the content is nested more than ${maxDepth} deep`)
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${value} cannot be written as JSON`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`
  const members = Object.entries(value)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item, depth + 1)}`)
  return `{${members.join(',')}}`
}

// Array.isArray does not narrow a readonly array.
function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
