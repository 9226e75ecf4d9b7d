// Reads rows of signs and versions (">= 1.0 <2"), which most native ranges are made of.
// SPDX-License-Identifier: EUPL-1.2
import type { Comparator, Constraint } from '../vers.ts'

export interface Token {
  /** As written: ">=", "^", "~>", "" for none. */
  readonly sign: string
  readonly version: string
}

const comparatorOfSign: Readonly<Record<string, Comparator>> = {
  '': '=',
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

/** Signs with the versions behind them, also where a space stands between; null for a sign without a version. */
export function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = []
  let sign = ''
  for (const word of text.split(/\s+/)) {
    if (word === '') continue
    const signs = /^[=!<>~^]*/.exec(word)?.[0] ?? ''
    sign += signs
    const version = word.slice(signs.length)
    if (version === '') continue
    tokens.push({ sign, version })
    sign = ''
  }
  return sign === '' ? tokens : null
}

export function comparatorOf(sign: string): Comparator | null {
  return Object.hasOwn(comparatorOfSign, sign) ? (comparatorOfSign[sign] ?? null) : null
}

/** Comparators and versions, "v" in front left out; null when another sign or a wildcard stands there. */
export function readSigned(text: string): readonly Constraint[] | '*' | null {
  if (text === '*') return '*'
  const constraints = tokensOf(text)?.map(constraintOf)
  if (!constraints || constraints.includes(null)) return null
  return constraints.filter((one) => one !== null)
}

function constraintOf({ sign, version }: Token): Constraint | null {
  const comparator = comparatorOf(sign)
  return comparator && { comparator, version: version.replace(/^v(?=\d)/i, '') }
}

/** From one version up to before another. */
export function between(low: string, high: string): readonly Constraint[] {
  return [
    { comparator: '>=', version: low },
    { comparator: '<', version: high },
  ]
}

/** The next number at a place, nothing behind it: 2.5.1 at place 1 gives 2.6. */
export function bump(numbers: readonly string[], place: number): readonly string[] {
  return [...numbers.slice(0, place), String(BigInt(numbers[place] ?? '0') + 1n)]
}
