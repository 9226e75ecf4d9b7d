// npm's ranges, as the node-semver manual describes them: comparators, hyphens, x, tilde, caret.
// SPDX-License-Identifier: EUPL-1.2
import type { Constraint } from '../vers.ts'
import { between, bump, comparatorOf, type Token, tokensOf } from './signs.ts'

const partial =
  /^v?(\d{1,16})?(?:\.(\d{1,16}|[xX*]))?(?:\.(\d{1,16}|[xX*]))?(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/

export function npmSet(text: string): readonly Constraint[] | '*' | null {
  if (text === '' || /^[*xX]$/.test(text)) return '*'
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text)
  if (hyphen) return hyphenRange(hyphen[1] ?? '', hyphen[2] ?? '')
  const sets = tokensOf(text)?.map(tokenRange)
  if (!sets || sets.includes(null)) return null
  return sets.flatMap((set) => set ?? [])
}

function tokenRange({ sign, version }: Token): readonly Constraint[] | null {
  const read = readPartial(version)
  if (!read) return null
  if (sign === '~' || sign === '~>')
    return between(full(read), dotted(bump(read.numbers, Math.min(1, read.numbers.length - 1))))
  if (sign === '^') return between(full(read), dotted(bump(read.numbers, firstNonZero(read.numbers))))
  const comparator = comparatorOf(sign)
  if (!comparator) return null
  if (!read.hasWildcard) return [{ comparator, version: full(read) }]
  const end = dotted(bump(read.numbers, read.numbers.length - 1))
  if (comparator === '=') return between(full(read), end)
  if (comparator === '>') return [{ comparator: '>=', version: end }]
  if (comparator === '<=') return [{ comparator: '<', version: end }]
  return [{ comparator, version: full(read) }]
}

function hyphenRange(low: string, high: string): readonly Constraint[] | null {
  const [from, to] = [readPartial(low), readPartial(high)]
  if (!from || !to) return null
  const upper: Constraint =
    to.numbers.length === 3
      ? { comparator: '<=', version: full(to) }
      : { comparator: '<', version: dotted(bump(to.numbers, to.numbers.length - 1)) }
  return [{ comparator: '>=', version: full(from) }, upper]
}

interface Partial {
  readonly numbers: readonly string[]
  readonly prerelease: string
  readonly hasWildcard: boolean
}

function readPartial(text: string): Partial | null {
  const match = partial.exec(text)
  if (!match?.[1]) return null
  const parts = [match[1], match[2], match[3]]
  const wild = parts.findIndex((part) => part !== undefined && /[xX*]/.test(part))
  const numbers = (wild < 0 ? parts : parts.slice(0, wild)).filter((part) => part !== undefined)
  return { numbers, prerelease: match[4] ?? '', hasWildcard: wild >= 0 }
}

function full({ numbers, prerelease }: Partial): string {
  return dotted(numbers) + prerelease
}

function dotted(numbers: readonly string[]): string {
  return [0, 1, 2].map((i) => numbers[i] ?? '0').join('.')
}

function firstNonZero(numbers: readonly string[]): number {
  const place = numbers.findIndex((number) => !/^0+$/.test(number))
  return place < 0 ? numbers.length - 1 : place
}
