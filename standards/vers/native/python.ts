// Python's version specifiers (PEP 440): comparators between commas, "~=", and "==1.2.*".
// SPDX-License-Identifier: EUPL-1.2
import type { Constraint } from '../vers.ts'
import { between, bump, comparatorOf, type Token, tokensOf } from './signs.ts'

export function pythonSet(text: string): readonly Constraint[] | '*' | null {
  if (text === '' || text === '*') return '*'
  const sets = tokensOf(text.replaceAll(',', ' '))?.map(tokenRange)
  if (!sets || sets.includes(null)) return null
  return sets.flatMap((set) => set ?? [])
}

function tokenRange({ sign, version }: Token): readonly Constraint[] | null {
  if (sign === '~=') {
    const [epoch, numbers] = release(version)
    return numbers.length > 1 ? between(version, epoch + floor(bump(numbers, numbers.length - 2))) : null
  }
  if (version.endsWith('.*')) {
    const [epoch, numbers] = release(version.slice(0, -2))
    if (numbers.length === 0 || (sign !== '==' && sign !== '=' && sign !== '')) return null
    return between(epoch + floor(numbers), epoch + floor(bump(numbers, numbers.length - 1)))
  }
  const comparator = comparatorOf(sign === '===' ? '==' : sign)
  return comparator && [{ comparator, version }]
}

function release(version: string): [string, readonly string[]] {
  const match = /^(\d+!)?(\d+(?:\.\d+)*)/.exec(version)
  return [match?.[1] ?? '', match?.[2]?.split('.') ?? []]
}

/** Below every version that starts with these numbers, its development releases too. */
function floor(numbers: readonly string[]): string {
  return `${numbers.join('.')}.dev0`
}
