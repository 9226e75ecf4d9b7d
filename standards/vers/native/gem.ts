// RubyGems' requirements: comparators between commas, and "~>", which keeps all but the last number.
// SPDX-License-Identifier: EUPL-1.2
import type { Constraint } from '../vers.ts'
import { between, bump, comparatorOf, type Token, tokensOf } from './signs.ts'

export function gemSet(text: string): readonly Constraint[] | null {
  const sets = tokensOf(text.replaceAll(',', ' '))?.map(tokenRange)
  if (!sets || sets.includes(null)) return null
  return sets.flatMap((set) => set ?? [])
}

function tokenRange({ sign, version }: Token): readonly Constraint[] | null {
  if (sign !== '~>') {
    const comparator = comparatorOf(sign)
    return comparator && [{ comparator, version }]
  }
  // Words do not count: "~> 2.0.b1" goes up to 3, as "~> 2.0" does.
  const numbers = /^\d+(?:\.\d+)*/.exec(version)?.[0].split('.')
  return numbers ? between(version, bump(numbers, Math.max(numbers.length - 2, 0)).join('.')) : null
}
