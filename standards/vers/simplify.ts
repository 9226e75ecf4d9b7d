// Says the same versions in as few constraints as possible, so that every range becomes a valid specifier.
// SPDX-License-Identifier: EUPL-1.2
import { isUpper } from './order.ts'
import { sortConstraints } from './print.ts'
import { type Constraint, compareInType, type Vers } from './vers.ts'

/**
 * vers-spec, "Constraints simplification", and what it leaves open: of bounds in one direction the widest stays, an
 * equality inside of a range goes, ranges that meet become one, and each version stands once. An inequality wins over
 * everything else at its version; a range of no version is `vers:none/*`. Versions that cannot be compared are left as they are.
 */
export function simplifyVers(vers: Vers): Vers {
  const sorted = sortConstraints(vers)
  if (sorted.constraints === '*') return sorted
  const kept: Constraint[] = []
  const holes: Constraint[] = []
  let isOpen = false
  let isOpenFromStart = false
  for (const { version, hole, upper, lower, point } of placesOf(vers.type, sorted.constraints)) {
    if (upper) {
      // Everything up to here is inside already, up to a lower bound that stays.
      while (kept.length > 0 && !isLower(kept.at(-1))) kept.pop()
      if (!isOpen) isOpenFromStart = kept.length === 0
      isOpen = false
      if (!lower) kept.push({ comparator: upper, version })
    }
    if (upper && lower) isOpen = true
    else if (lower && !isOpen) {
      kept.push({ comparator: lower, version })
      isOpen = true
    } else if (point && !isOpen) kept.push({ comparator: '=', version })
    if (hole) holes.push({ comparator: '!=', version })
  }
  // Bounds that met with nothing below the first and nothing above the last: every version.
  const isEverything = isOpen && isOpenFromStart && kept.length === 0
  if (isEverything && holes.length === 0) return { type: vers.type, constraints: '*' }
  const isNothing = kept.length === 0 && !isEverything && sorted.constraints.some(isInclusion)
  if (isNothing) return { type: 'none', constraints: '*' }
  const left = holes.filter(({ version }) => !kept.some((one) => one.version === version))
  return sortConstraints({ type: vers.type, constraints: [...kept, ...left] })
}

function isInclusion({ comparator }: Constraint): boolean {
  return comparator !== '!='
}

/** All that is said at one version. */
interface Place {
  readonly version: string
  readonly hole: boolean
  readonly upper: '<' | '<=' | null
  readonly lower: '>' | '>=' | null
  readonly point: boolean
}

function placesOf(type: string, sorted: readonly Constraint[]): Place[] {
  const groups: Constraint[][] = []
  for (const next of sorted) {
    const last = groups.at(-1)?.[0]
    if (last && compareInType(type, last.version, next.version) === 0) groups.at(-1)?.push(next)
    else groups.push([next])
  }
  return groups.map(placeOf)
}

function placeOf(group: readonly Constraint[]): Place {
  const has = (comparator: Constraint['comparator']) => group.some((one) => one.comparator === comparator)
  const isTaken = !has('!=') && (has('=') || has('<=') || has('>='))
  const upper = group.some(isUpper) ? (isTaken ? '<=' : '<') : null
  const lower = has('>') || has('>=') ? (isTaken ? '>=' : '>') : null
  // Ranges that meet at a version that neither holds leave a hole there.
  const hole = has('!=') || (upper !== null && lower !== null && !isTaken)
  return { version: group[0]?.version ?? '', hole, upper, lower, point: isTaken && !upper && !lower }
}

function isLower(constraint: Constraint | undefined): boolean {
  return constraint?.comparator === '>' || constraint?.comparator === '>='
}
