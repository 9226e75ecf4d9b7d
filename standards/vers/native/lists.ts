// The lists in the advisories of OpenSSL (versions) and nginx ("1.5.0+, 1.4.1+", "0.7.52-0.8.39").
// SPDX-License-Identifier: EUPL-1.2
import type { Constraint } from '../vers.ts'
import { between, bump } from './signs.ts'

export function plainList(text: string): readonly Constraint[] {
  return text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((version) => version !== '')
    .map((version) => ({ comparator: '=', version }))
}

/** "1.4.1+" means that version and later ones of its branch; nginx's even branches are stable, odd ones have no end. */
export function nginxSet(text: string): readonly Constraint[] | '*' | null {
  if (text === 'all') return '*'
  const match = /^(\d+(?:\.\d+){2})(?:(\+)|-(\d+(?:\.\d+){2}))?$/.exec(text)
  if (!match?.[1]) return null
  const [, low, plus, high] = match
  if (high !== undefined)
    return [
      { comparator: '>=', version: low },
      { comparator: '<=', version: high },
    ]
  if (plus === undefined) return [{ comparator: '=', version: low }]
  const numbers = low.split('.')
  const isMainline = Number(numbers[1]) % 2 === 1
  return isMainline
    ? [{ comparator: '>=', version: low }]
    : between(low, [...bump(numbers, 1), '0'].join('.'))
}
