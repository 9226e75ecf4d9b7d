// The bytes of version keys: how numbers and words are written so that byte order is their order.
// SPDX-License-Identifier: EUPL-1.2

/** Longest number in a version; more digits are no version number, and the length byte would run out. */
export const maxDigits = 100
const largestOneByteNumber = 207

export function compareKeys(a: Uint8Array, b: Uint8Array): -1 | 0 | 1 {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    // Both indexes are below the length, so the fallback never runs; it satisfies the compiler.
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference < 0 ? -1 : 1
  }
  if (a.length === b.length) return 0
  return a.length < b.length ? -1 : 1
}

/** The smallest key greater than this one. */
export function successor(key: Uint8Array): Uint8Array {
  return extend(key, 0x00)
}

export function extend(key: Uint8Array | readonly number[], ...bytes: readonly number[]): Uint8Array {
  return Uint8Array.from([...key, ...bytes])
}

/**
 * One byte for 0 to 207, else a byte for the length and the number, highest byte first.
 * The length byte never reaches 0xFF, so 0xFF after a prefix is above everything that starts with it.
 */
export function numberBytes(digits: string): number[] {
  if (digits.length <= 15) return smallNumberBytes(Number(digits))
  let rest = BigInt(digits)
  const bytes: number[] = []
  while (rest > 0n) {
    bytes.unshift(Number(rest & 0xffn))
    rest >>= 8n
  }
  if (bytes.length <= 6) return smallNumberBytes(Number(BigInt(digits)))
  return [largestOneByteNumber + bytes.length, ...bytes]
}

function smallNumberBytes(value: number): number[] {
  if (value <= largestOneByteNumber) return [value]
  const bytes: number[] = []
  let rest = value
  while (rest > 0) {
    bytes.unshift(rest % 256)
    rest = Math.floor(rest / 256)
  }
  return [largestOneByteNumber + bytes.length, ...bytes]
}

/** ASCII text closed by 0x00, so that a shorter word comes before a longer one that starts with it. */
export function wordBytes(ascii: string): number[] {
  return [...asciiBytes(ascii), 0x00]
}

export function asciiBytes(ascii: string): number[] {
  return Array.from(ascii, (character) => character.charCodeAt(0) & 0x7f)
}

export function tooManyDigits(text: string): boolean {
  return (text.match(/\d+/g) ?? []).some((digits) => digits.length > maxDigits)
}
