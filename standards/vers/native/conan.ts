// Conan's version ranges: comparators, tilde, caret, "*"; "-" at the end and options let pre-releases in.
// SPDX-License-Identifier: EUPL-1.2
import type { Constraint } from '../vers.ts'
import { between, bump, comparatorOf, type Token, tokensOf } from './signs.ts'

/** The specifier has no word for "without pre-releases": both spellings of a range give the same bounds. */
export function conanSet(text: string): readonly Constraint[] | null {
  const [range = ''] = text.split(', ')
  // "<2021-10-15" has no option, and neither has a comma between comparators in GitLab's notation.
  const sets = tokensOf(range.replaceAll(',', ' '))?.map(tokenRange)
  if (!sets || sets.includes(null)) return null
  return sets.flatMap((set) => set ?? [])
}

function tokenRange({ sign, version }: Token): readonly Constraint[] | null {
  const plain = version.replace(/-$/, '')
  if (plain === '*') return [{ comparator: '>=', version: '0.0.0' }]
  if (sign === '~' || sign === '^') {
    const numbers = /^\d+(?:\.\d+)*/.exec(plain)?.[0].split('.')
    if (!numbers) return null
    const firstNonZero = numbers.findIndex((number) => !/^0+$/.test(number))
    const place = sign === '~' ? Math.min(1, numbers.length - 1) : Math.max(firstNonZero, 0)
    return between(plain, `${bump(numbers, place).join('.')}-`)
  }
  const comparator = comparatorOf(sign)
  return comparator && [{ comparator, version: plain }]
}
