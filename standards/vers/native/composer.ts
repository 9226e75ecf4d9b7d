// Composer's constraints: comparators, hyphens, wildcards, tilde and caret.
// SPDX-License-Identifier: EUPL-1.2
import type { Constraint } from '../vers.ts'
import { between, bump, comparatorOf, type Token, tokensOf } from './signs.ts'

export function composerSet(text: string): readonly Constraint[] | '*' | null {
  if (text === '*') return '*'
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text)
  if (hyphen?.[1] && hyphen[2]) return hyphenRange(hyphen[1], hyphen[2])
  const sets = tokensOf(text.replaceAll(',', ' '))?.map(tokenRange)
  if (!sets || sets.includes(null)) return null
  return sets.flatMap((set) => set ?? [])
}

function tokenRange({ sign, version }: Token): readonly Constraint[] | null {
  const plain = version.replace(/^v(?=\d)/i, '')
  const numbers = /^\d+(?:\.\d+)*/.exec(plain)?.[0].split('.') ?? []
  // The "-dev" of an upper bound keeps out the pre-releases of the next branch, as Composer itself does.
  if (sign === '~') return between(plain, floor(bump(numbers, Math.max(numbers.length - 2, 0))))
  if (sign === '^') {
    const place = numbers.findIndex((number) => !/^0+$/.test(number))
    return between(plain, floor(bump(numbers, place < 0 ? numbers.length - 1 : place)))
  }
  if (/\.[*x]$/i.test(plain) && (sign === '' || sign === '='))
    return between(floor(numbers), floor(bump(numbers, numbers.length - 1)))
  const comparator = comparatorOf(sign === '<>' ? '!=' : sign)
  return comparator && [{ comparator, version: plain }]
}

function hyphenRange(low: string, high: string): readonly Constraint[] | null {
  const numbers = /^v?(\d+(?:\.\d+)*)/i.exec(high)?.[1]?.split('.') ?? []
  if (numbers.length === 0) return null
  const upper: Constraint =
    numbers.length > 2 || /[-a-z]/i.test(high.slice(1))
      ? { comparator: '<=', version: high }
      : { comparator: '<', version: floor(bump(numbers, numbers.length - 1)) }
  return [{ comparator: '>=', version: low }, upper]
}

function floor(numbers: readonly string[]): string {
  return `${numbers.join('.')}-dev`
}
