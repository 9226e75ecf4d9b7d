// Keys for versions as hospital devices carry them: dotted numbers, letters, service packs, builds, dates.
// SPDX-License-Identifier: EUPL-1.2
import { readTokens, type Token } from './generic-tokens.ts'
import { rank, type WordClass } from './generic-words.ts'
import { asciiBytes, extend, numberBytes, successor, wordBytes } from './key.ts'
import type { KeySpan, VersionSpan } from './span.ts'

/** What comes next after the same beginning, from lowest to highest; see README.md for the reasons. */
const tag = {
  end: 0x10,
  build: 0x18,
  hash: 0x19,
  letters: 0x20,
  afterWords: 0x70,
  /** A number above zero; one less for each zero directly before it, so that 1.0.1 comes before 1.1. */
  number: 0xfe,
  beyond: 0xff,
} as const

/** A third part of this size is a build number: 31.4.7712 is a build of 31.4, 31.4.1 its successor. */
const smallestBuildNumber = 100

export function readGeneric(text: string): VersionSpan | null {
  const reading = readTokens(text)
  if (!reading) return null
  const { tokens } = reading
  const name = reading.prefix + reading.line
  const { bytes, zeros } = encodeTokens(tokens)
  const floor = extend(bytes, tag.end)
  const after = extend(bytes, tag.letters)
  const covers = coverSpans(tokens, bytes, zeros, floor, after)
  const key = extend(floor, ...asciiBytes(name))
  const exact = name === '' ? covers : [pointOf(floor), pointOf(key)]
  return { key, floor, after, covers, exact }
}

/** Every version that starts with these parts: 14.1.0, 14.1 SP2 and 14.1.7 of "14.1". */
export function branchOfGeneric(text: string): KeySpan | null {
  const reading = readTokens(text)
  if (!reading) return null
  const { bytes, zeros } = encodeTokens(reading.tokens)
  return { low: extend(bytes, tag.end), high: extend(bytes, tag.beyond - zeros) }
}

/** Versions of another shape (a revision letter, a lone patch level) say nothing about this one. */
export type VersionShape = 'number' | 'letter' | 'patchLevel'

export function shapeOf(key: Uint8Array): VersionShape {
  const first = key[0] ?? 0
  if (first > tag.afterWords || first === tag.end) return 'number'
  return first === tag.letters ? 'letter' : 'patchLevel'
}

export const afterWordsTag = tag.afterWords
export const lettersTag = tag.letters

interface Encoded {
  readonly bytes: readonly number[]
  /** Zeros at the end, which are not written: 1, 1.0 and 1.0.0 are one version. */
  readonly zeros: number
}

function encodeTokens(tokens: readonly Token[]): Encoded {
  const bytes: number[] = []
  let zeros = 0
  for (const token of tokens) {
    if (token.kind === 'number' && /^0+$/.test(token.text)) {
      zeros++
      continue
    }
    if (token.kind === 'number') bytes.push(tag.number - zeros, ...numberBytes(token.text))
    else if (token.kind === 'letters') bytes.push(tag.letters, token.text.length, ...asciiBytes(token.text))
    else if (token.kind === 'hash') bytes.push(tag.hash, ...wordBytes(token.text))
    else bytes.push(rankOf(token.kind))
    zeros = 0
  }
  return { bytes, zeros }
}

function rankOf(word: WordClass): number {
  return word === 'build' ? tag.build : rank[word]
}

function coverSpans(
  tokens: readonly Token[],
  bytes: readonly number[],
  zeros: number,
  floor: Uint8Array,
  after: Uint8Array,
): KeySpan[] {
  const everything = { low: floor, high: extend(bytes, tag.beyond - zeros) }
  const builds = { low: floor, high: after }
  const [first] = tokens
  if (tokens.length === 1 && (first?.kind === 'number' || first?.kind === 'letters')) return [everything]
  if (tokens.some((token) => token.kind !== 'number')) return [builds]
  const furtherZero = { low: extend(bytes, tag.afterWords), high: extend(bytes, tag.number - zeros) }
  if (tokens.length >= 3) return [builds, { low: furtherZero.low, high: everything.high }]
  const buildNumber = [tag.number - zeros, ...numberBytes(String(smallestBuildNumber))]
  return [builds, furtherZero, { low: extend(bytes, ...buildNumber), high: everything.high }]
}

function pointOf(key: Uint8Array): KeySpan {
  return { low: key, high: successor(key) }
}
