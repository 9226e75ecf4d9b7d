// Keys for RubyGems versions, ordered as Gem::Version does: numbers above letters, zeros at the end without weight.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits, wordBytes } from './key.ts'
import { type KeySpan, pointSpan, type VersionSpan } from './span.ts'

/**
 * A version goes on with zeros for ever, and a word is below zero. So a run of k zeros is written with what follows
 * it: before a word the more zeros the higher, before a number the more zeros the lower.
 */
const tag = { word: 0x08, end: 0x09, number: 0x0a } as const
const mostZeros = 0xfe

const pattern = /^\d+(?:\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/

export function readGem(text: string): VersionSpan | null {
  const segments = segmentsOf(text)
  return segments && pointSpan(extend(bytesOf(segments), tag.end))
}

/** "1.2" of `~> 1.2.0`: every version from the first pre-release of 1.2 up to that of 1.3. */
export function branchOfGem(text: string): KeySpan | null {
  if (!/^\d+(?:\.\d+)*$/.test(text) || tooManyDigits(text)) return null
  const numbers = text.split('.')
  const last = numbers.pop() ?? '0'
  const next = [...numbers, String(BigInt(last) + 1n)]
  // "a" with the letter below every other closed at once is the lowest word: nothing starts lower.
  const floor = (parts: readonly string[]) => extend(bytesOf(withoutZerosBehind(parts)), tag.word, 0)
  return { low: floor([...numbers, last]), high: floor(next) }
}

function segmentsOf(text: string): readonly string[] | null {
  if (!pattern.test(text) || tooManyDigits(text)) return null
  const segments = text.replaceAll('-', '.pre.').match(/[0-9]+|[A-Za-z]+/g) ?? []
  const firstWord = segments.findIndex((segment) => /^[A-Za-z]/.test(segment))
  if (firstWord < 0) return segments
  return [...withoutZerosBehind(segments.slice(0, firstWord)), ...segments.slice(firstWord)]
}

function withoutZerosBehind(segments: readonly string[]): readonly string[] {
  return segments.slice(0, segments.findLastIndex((segment) => !/^0+$/.test(segment)) + 1)
}

function bytesOf(segments: readonly string[]): number[] {
  const bytes: number[] = []
  let zeros = 0
  for (const segment of segments) {
    if (/^0+$/.test(segment)) {
      zeros++
      continue
    }
    if (/^[0-9]/.test(segment)) bytes.push(tag.number, mostZeros - zeros, ...numberBytes(segment))
    else bytes.push(tag.word, zeros, ...wordBytes(segment))
    zeros = 0
  }
  return bytes
}
