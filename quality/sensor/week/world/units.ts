// The units of the invented hospital: wards, emergency departments, clinics and services, on two sites.
// SPDX-License-Identifier: EUPL-1.2
import { bedsOfWard, type WeekSize } from '../size.ts'

export const sites = ['tannau', 'seeblick'] as const
export type Site = (typeof sites)[number]

export type UnitKind =
  | 'ward'
  | 'emergency'
  | 'clinic'
  | 'laboratory'
  | 'radiology'
  | 'pharmacy'
  | 'billing'
  | 'reception'
  | 'it'
  | 'registry'

export interface Unit {
  readonly index: number
  readonly id: string
  readonly kind: UnitKind
  readonly site: Site
  readonly beds: number
}

/** Computers of one unit. */
export const stationsOfUnit = 24

export function unitsOf(size: WeekSize): readonly Unit[] {
  const units: Unit[] = []
  const add = (id: string, kind: UnitKind, site: Site, beds = 0) =>
    units.push({ index: units.length, id, kind, site, beds })
  const number = (count: number) => String(count + 1).padStart(2, '0')
  // Two thirds stand on the larger site.
  const siteOf = (at: number, of: number): Site => (at * 3 < of * 2 ? 'tannau' : 'seeblick')
  for (let at = 0; at < size.wards; at++)
    add(`ward-${number(at)}`, 'ward', siteOf(at, size.wards), bedsOfWard)
  for (let at = 0; at < size.clinics; at++) add(`clinic-${number(at)}`, 'clinic', siteOf(at, size.clinics))
  for (const site of sites)
    for (const kind of ['emergency', 'laboratory', 'radiology', 'reception'] as const)
      add(`${kind}-${site}`, kind, site)
  for (const kind of ['pharmacy', 'billing', 'it', 'registry'] as const) add(kind, kind, 'tannau')
  return units
}

/** An address of a computer in the unit: the second number is the site, the third the unit. */
export function addressOf(unit: Unit, station: number): string {
  return `10.${unit.site === 'tannau' ? 11 : 12}.${unit.index}.${10 + (station % stationsOfUnit)}`
}

/** An address of those who work from home, by way of the site's door. */
export function homeAddress(staff: number): string {
  return `10.40.${Math.floor(staff / 200)}.${10 + (staff % 200)}`
}
