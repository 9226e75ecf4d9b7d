// How two statements of one fact stand to each other, whichever comes first.
// SPDX-License-Identifier: EUPL-1.2
import { type FactKey, factShapes } from '../fact-keys.ts'
import { type FilingValue, type KnownFact, saysUnknown } from './value.ts'

/**
 * `one-unknown`: one side answered "unknown". `compatible`: different, and both can be true ("at least 400" and 4,000).
 * `reworded`: free text that reads differently; only a person can tell. `conflict`: not both can be true.
 */
export type Difference =
  | { readonly kind: 'same' | 'one-unknown' | 'compatible' | 'reworded' }
  | { readonly kind: 'conflict'; readonly because: ConflictReason }

export type ConflictReason = 'numbers' | 'instants' | 'answers' | 'choices' | 'countries' | 'identifiers'

/** Texts that name one thing: two different ones are two things. */
const identifying: ReadonlySet<FactKey> = new Set([
  'deviceManufacturer',
  'deviceModel',
  'deviceUdi',
  'deviceSoftwareVersion',
  'ransomAmount',
  'ransomWallet',
])

export type Told = Pick<KnownFact, 'value' | 'isAtLeast'>

/** Symmetric: swapping the two gives the same answer. */
export function compareFacts(key: FactKey, a: Told, b: Told): Difference {
  const unknown = [a, b].filter(({ value }) => saysUnknown(key, value)).length
  if (unknown === 2) return { kind: 'same' }
  if (unknown === 1) return { kind: 'one-unknown' }
  switch (factShapes[key].kind) {
    case 'count':
    case 'percent':
    case 'hours':
      return compareNumbers(a, b)
    case 'instant':
      return minuteOf(a.value) === minuteOf(b.value) ? { kind: 'same' } : conflict('instants')
    case 'countries':
      return listOf(a.value) === listOf(b.value) ? { kind: 'same' } : conflict('countries')
    case 'answer':
      return a.value === b.value ? { kind: 'same' } : conflict('answers')
    case 'choice':
      return a.value === b.value ? { kind: 'same' } : conflict('choices')
    case 'text':
      return compareTexts(key, a, b)
  }
}

function compareNumbers(a: Told, b: Told): Difference {
  const [first, second] = [Number(a.value), Number(b.value)]
  if (first === second)
    return Boolean(a.isAtLeast) === Boolean(b.isAtLeast) ? { kind: 'same' } : { kind: 'compatible' }
  // A lower bound is true of every larger number, so the smaller side has to be the bound.
  const smaller = first < second ? a : b
  return smaller.isAtLeast ? { kind: 'compatible' } : conflict('numbers')
}

/** Clocks are kept to the minute, so are statements of time. */
function minuteOf(value: FilingValue): number {
  return Math.floor(Date.parse(String(value)) / 60_000)
}

function listOf(value: FilingValue): string {
  return [...new Set(Array.isArray(value) ? value.map(String) : [String(value)])].sort().join()
}

function compareTexts(key: FactKey, a: Told, b: Told): Difference {
  if (plain(a.value) === plain(b.value)) return { kind: 'same' }
  return identifying.has(key) ? conflict('identifiers') : { kind: 'reworded' }
}

function plain(value: FilingValue): string {
  return String(value).normalize('NFC').trim().split(/\s+/).join(' ')
}

function conflict(because: ConflictReason): Difference {
  return { kind: 'conflict', because }
}
