// Canonical JSON (OLPC): the one way to write a value as bytes, which is what signatures and key ids are made over.
// SPDX-License-Identifier: EUPL-1.2

export class NotCanonical extends Error {}

/**
 * Whole numbers only, and only those that JavaScript holds exactly: others would be written differently by others.
 * Throws `NotCanonical` on what has no canonical form.
 */
export function canonicalJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(textOf(value))
}

function textOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return stringText(value)
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`
  if (typeof value !== 'object') throw new NotCanonical(`a ${typeof value} has no canonical form`)
  const members = Object.entries(value).sort(([one], [two]) => byCodePoint(one, two))
  return `{${members.map(([key, item]) => `${stringText(key)}:${textOf(item)}`).join(',')}}`
}

function numberText(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0))
    throw new NotCanonical(`the number ${value} is not a whole number that is kept exactly`)
  return String(value)
}

/** Only the quote and the backslash are escaped; everything else stands as it is. */
function stringText(value: string): string {
  // Half of a surrogate pair becomes U+FFFD in UTF-8, so that two texts would have one signature.
  if (!value.isWellFormed()) throw new NotCanonical('a text with half of a surrogate pair')
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** Not by UTF-16 units, in which letters beyond U+FFFF come before some of those below. */
function byCodePoint(one: string, two: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(two))
}
