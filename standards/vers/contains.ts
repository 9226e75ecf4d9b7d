// Whether a version lies inside of a version range specifier.
// SPDX-License-Identifier: EUPL-1.2
import { sameVersion } from '../versions/index.ts'
import { isUpper } from './order.ts'
import { sortConstraints } from './print.ts'
import { schemeOfVersType } from './types.ts'
import { type Constraint, compareInType, type Vers } from './vers.ts'

/**
 * As vers-spec, "Checking if a version is contained within a range"; where bounds in one direction follow each other
 * the widest counts. Null when the version, the type or a constraint cannot be compared: never a guess.
 */
export function versContains(vers: Vers, version: string): boolean | null {
  if (vers.type === 'none') return false
  if (vers.type === 'all') return true
  const scheme = schemeOfVersType(vers.type)
  if (scheme === null || compareInType(vers.type, version, version) === null) return null
  if (vers.constraints === '*') return true
  const sorted = sortConstraints(vers).constraints
  if (sorted === '*') return true
  const steps = new Map(sorted.map((one) => [one, compareInType(vers.type, version, one.version)]))
  if ([...steps.values()].includes(null)) return null
  const named = sorted.filter((one) => sameVersion(scheme, version, one.version) === true)
  if (named.some(({ comparator }) => comparator === '!=')) return false
  if (named.some(({ comparator }) => comparator === '=' || comparator === '<=' || comparator === '>='))
    return true
  const bounds = sorted.filter(({ comparator }) => comparator !== '=' && comparator !== '!=')
  if (bounds.length === 0) return sorted.every(({ comparator }) => comparator === '!=')
  // The bound just below and the one just above decide: behind a lower bound, or before an upper one with none below.
  const at = bounds.findIndex((bound) => (steps.get(bound) ?? 1) < 0 || isExcludedAt(bound, steps))
  const below = bounds.slice(0, at < 0 ? bounds.length : at)
  const above = at < 0 ? [] : bounds.slice(at)
  return isInside(below.at(-1), above[0])
}

// A version at "<2" is above everything that bound lets in; at ">2" below everything.
function isExcludedAt(bound: Constraint, steps: ReadonlyMap<Constraint, -1 | 0 | 1 | null>): boolean {
  return steps.get(bound) === 0 && bound.comparator === '>'
}

function isInside(below: Constraint | undefined, above: Constraint | undefined): boolean {
  if (above && isUpper(above)) return true
  return below !== undefined && !isUpper(below)
}
