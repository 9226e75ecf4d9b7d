// Matches by CPE 2.3: part, vendor and product; the version is compared with the range later.
// SPDX-License-Identifier: EUPL-1.2
import type { Matcher } from '../identity.ts'

/** Equal names identify; different ones say nothing, because one product has many CPE names. */
export const matchCpe: Matcher = (inventory, stated) => {
  if (!inventory.cpe || !stated.cpe) return null
  const [own, other] = [splitCpe(inventory.cpe), splitCpe(stated.cpe)]
  if (own.length !== 3 || other.length !== 3) return null
  if (!isConcrete(own[2]) || !isConcrete(other[2])) return null
  if (!own.every((value, index) => fits(value, other[index] ?? ''))) return null
  return {
    grade: 'exact-identifier',
    method: 'cpe',
    certainty: 'certain',
    steps: [{ code: 'identifier-equal', scheme: 'cpe', value: stated.cpe }],
  }
}

/** A colon after a backslash belongs to the value (NISTIR 7695, 6.2). */
function splitCpe(base: string): string[] {
  return base.toLowerCase().split(/(?<!\\):/)
}

/** A product of `*` would be every product (NISTIR 7696, table 6-2, would call it a superset). */
function isConcrete(value: string | undefined): boolean {
  return value !== undefined && value !== '*' && value !== '-' && value !== ''
}

function fits(own: string, stated: string): boolean {
  return own === stated || own === '*' || stated === '*'
}
