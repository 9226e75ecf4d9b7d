// Writes version range specifiers in canonical form, sorted and free of what says nothing new.
// SPDX-License-Identifier: EUPL-1.2
import { isUpper } from './order.ts'
import { type Constraint, compareInType, type Vers } from './vers.ts'

/** The constraints as they stand: sort and simplify first where they come from elsewhere than `parseVers`. */
export function printVers({ type, constraints }: Vers): string {
  return `vers:${type}/${constraints === '*' ? '*' : constraints.map(writeConstraint).join('|')}`
}

/** Sorted by version; at one version an upper bound stands before a lower one, so that ranges that meet stay two. */
export function sortConstraints(vers: Vers): Vers {
  if (vers.constraints === '*') return vers
  const constraints = [...vers.constraints].sort(
    (a, b) =>
      (compareInType(vers.type, a.version, b.version) ?? 0) || Number(isUpper(b)) - Number(isUpper(a)),
  )
  return { type: vers.type, constraints }
}

/** One constraint in canonical form: no sign for equality, percent-encoding only where the specification asks for it. */
export function writeConstraint({ comparator, version }: Constraint): string {
  const encoded = version.replace(/[^\x21-\x7e]|[><=!*|%]/gu, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `%${hex(byte)}`).join(''),
  )
  return `${comparator === '=' ? '' : comparator}${encoded}`
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0')
}
