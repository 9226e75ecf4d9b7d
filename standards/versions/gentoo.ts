// Keys for Gentoo versions, ordered as the Package Manager Specification's version comparison says.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits } from './key.ts'
import { digitRunBytes } from './ordered.ts'
import { type KeySpan, pointSpan, type VersionSpan } from './span.ts'

const numbers = { end: 0x01, more: 0x02 } as const
const suffix = { alpha: 0x01, beta: 0x02, pre: 0x03, rc: 0x04, end: 0x05, p: 0x06 } as const

const pattern = /^(?:cvs\.)?(\d+)((?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|p)\d*)*)(?:-r(\d+))?$/

export function readGentoo(text: string): VersionSpan | null {
  const match = tooManyDigits(text) ? null : pattern.exec(text)
  if (!match?.[1]) return null
  const [, first, further = '', letter = '', suffixes = '', revision = '0'] = match
  const bytes = numberBytes(first)
  for (const digits of further.split('.').slice(1)) {
    // Zeros at the end of a run with a leading zero do not count: 1.010 is 1.01.
    const compared = digits.startsWith('0')
      ? digits.slice(0, 1) + withoutZerosBehind(digits.slice(1))
      : digits
    bytes.push(numbers.more, ...digitRunBytes(compared))
  }
  bytes.push(numbers.end, letter === '' ? 0 : letter.charCodeAt(0))
  for (const [, name, number] of suffixes.matchAll(/_([a-z]+)(\d*)/g)) {
    // The pattern lets only these names through.
    bytes.push(suffix[name as 'alpha' | 'beta' | 'pre' | 'rc' | 'p'], ...numberBytes(number || '0'))
  }
  return pointSpan(extend(bytes, suffix.end, ...numberBytes(revision)))
}

/** Gentoo's "=1.2*" is a matter of dependencies, not of versions: no branch. */
export function branchOfGentoo(_text: string): KeySpan | null {
  return null
}

function withoutZerosBehind(digits: string): string {
  let end = digits.length
  while (end > 0 && digits[end - 1] === '0') end--
  return digits.slice(0, end)
}
