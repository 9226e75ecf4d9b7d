// Keys for PHP packages: Composer's normal form (four numbers, stability, dev) in the order of PHP's version_compare.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits } from './key.ts'
import { type KeySpan, pointSpan, type VersionSpan } from './span.ts'

/** What comes next after the same beginning, from low to high; PHP puts a patch level above a number. */
const tag = { dev: 0x01, alpha: 0x02, beta: 0x03, rc: 0x04, end: 0x05, number: 0x06, patch: 0x07 } as const

/** Composer's number for "x" in a branch such as 2.1.x-dev. */
const wildcardNumber = '9999999'

const stabilities: Readonly<Record<string, number>> = {
  alpha: tag.alpha,
  a: tag.alpha,
  beta: tag.beta,
  b: tag.beta,
  rc: tag.rc,
  patch: tag.patch,
  pl: tag.patch,
  p: tag.patch,
}

const modifier = '[._-]?(?:(stable|beta|b|rc|alpha|a|patch|pl|p)((?:[.-]?\\d+)*))?([.-]?dev)?$'
const classical = new RegExp(`^v?(\\d{1,5}(?:\\.\\d+){0,3})${modifier}`)
const dated = new RegExp(`^v?(\\d{4}(?:[.:-]?\\d{2}){1,6}(?:[.:-]?\\d{1,3}){0,2})${modifier}`)
const numericBranch = /^v?(\d+)(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?[.-]?dev$/

/** Null for a branch by name (dev-main): it has no place among the numbers. */
export function readComposer(text: string): VersionSpan | null {
  if (tooManyDigits(text)) return null
  const plain = text
    .toLowerCase()
    .replace(/^([^,\s]+) +as +[^,\s]+$/, '$1')
    .replace(/@(?:stable|rc|beta|alpha|dev)$/, '')
    .replace(/^([^,\s+]+)\+\S+$/, '$1')
  const match = classical.exec(plain)
  if (match) return spanOf(fourNumbers((match[1] ?? '').split('.')), match)
  const date = dated.exec(plain)
  if (date) return spanOf((date[1] ?? '').split(/\D/), date)
  const branch = numericBranch.exec(plain)
  if (!branch) return null
  const numbers = branch.slice(1, 5).map((part) => (part && /\d/.test(part) ? part : wildcardNumber))
  return pointSpan(extend(numberTokens(numbers), tag.dev, tag.end))
}

/** "1.2" of "1.2.*": from its development version up to that of 1.3, as Composer reads a wildcard. */
export function branchOfComposer(text: string): KeySpan | null {
  if (!/^v?\d+(?:\.\d+){0,2}$/i.test(text) || tooManyDigits(text)) return null
  const numbers = text.replace(/^v/i, '').split('.')
  const next = [...numbers.slice(0, -1), String(BigInt(numbers.at(-1) ?? '0') + 1n)]
  const floor = (parts: readonly string[]) => extend(numberTokens(fourNumbers(parts)), tag.dev, tag.end)
  return { low: floor(numbers), high: floor(next) }
}

function spanOf(numbers: readonly string[], match: readonly (string | undefined)[]): VersionSpan {
  const [, , word, level, dev] = match
  const bytes = numberTokens(numbers)
  if (word && word !== 'stable') {
    bytes.push(stabilities[word] ?? tag.end, ...numberTokens(level?.match(/\d+/g) ?? []))
  }
  // "1.0-stable-dev" is plain 1.0 to Composer: it stops reading at "stable".
  if (dev && word !== 'stable') bytes.push(tag.dev)
  return pointSpan(extend(bytes, tag.end))
}

function fourNumbers(numbers: readonly string[]): string[] {
  return [0, 1, 2, 3].map((i) => numbers[i] ?? '0')
}

function numberTokens(numbers: readonly string[]): number[] {
  return numbers.flatMap((digits) => [tag.number, ...numberBytes(digits)])
}
