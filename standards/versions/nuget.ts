// Keys for NuGet versions: up to four numbers, labels of a pre-release without regard to case, metadata ignored.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, wordBytes } from './key.ts'
import { negativeBytes } from './ordered.ts'
import { type KeySpan, pointSpan, type VersionSpan } from './span.ts'

const tag = { endOfLabels: 0x01, negative: 0x02, number: 0x03, word: 0x04, release: 0x05 } as const

/** NuGet keeps the parts in 32-bit integers: a greater number is no version, and a greater label is a word. */
const largestInteger = 2_147_483_647n
const longestInteger = 11

const pattern =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/i

export function readNuget(text: string): VersionSpan | null {
  const match = pattern.exec(text)
  if (!match) return null
  const numbers = [match[1], match[2], match[3], match[4]].map((digits) => digits ?? '0')
  if (numbers.some((digits) => integerOf(digits) === null)) return null
  const bytes = numbers.flatMap(numberBytes)
  if (match[5] === undefined) return pointSpan(extend(bytes, tag.release))
  return pointSpan(extend([...bytes, ...match[5].split('.').flatMap(labelBytes)], tag.endOfLabels))
}

/** "1.2" of "1.2.*": every version that starts with these parts, pre-releases included. */
export function branchOfNuget(text: string): KeySpan | null {
  const numbers = /^\d+(?:\.\d+){0,2}$/.test(text) ? text.split('.') : []
  if (numbers.length === 0 || numbers.some((digits) => integerOf(digits) === null)) return null
  const prefix = numbers.flatMap(numberBytes)
  return { low: Uint8Array.from(prefix), high: extend(prefix, 0xff) }
}

function labelBytes(label: string): number[] {
  // "-5" is a number below zero to NuGet, since it reads a label as an integer with a sign.
  const integer = /^-?\d+$/.test(label) ? integerOf(label) : null
  if (integer === null) return [tag.word, ...wordBytes(label.toLowerCase())]
  return integer < 0n
    ? [tag.negative, ...negativeBytes(String(-integer))]
    : [tag.number, ...numberBytes(String(integer))]
}

function integerOf(digits: string): bigint | null {
  const significant = digits.replace(/^(-?)0+(?=\d)/, '$1')
  if (significant.length > longestInteger) return null
  const value = BigInt(significant)
  return value > largestInteger || value < -largestInteger - 1n ? null : value
}
