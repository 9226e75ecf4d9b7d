// The invented hospital of one seed: units, patients, staff, roster, encounters, requests, and where to look them up.
// SPDX-License-Identifier: EUPL-1.2
import { hour, weekStart } from '../calendar.ts'
import type { WeekSize } from '../size.ts'
import { type Encounter, encountersOf } from './encounters.ts'
import { type Patients, patientsOf } from './patients.ts'
import { type Request, type RequestKind, requestsOf } from './requests.ts'
import { rosterOf, type Shift } from './roster.ts'
import { type Staff, staffOf } from './staff.ts'
import { type Unit, unitsOf } from './units.ts'

export interface World {
  readonly size: WeekSize
  readonly seed: number
  readonly units: readonly Unit[]
  readonly patients: Patients
  readonly staff: readonly Staff[]
  readonly staffByUnit: ReadonlyMap<Unit, readonly Staff[]>
  readonly roster: readonly Shift[]
  readonly encounters: readonly Encounter[]
  readonly requests: readonly Request[]
  /** Patients of each surname and of each household, for namesakes and families. */
  readonly bySurname: ReadonlyMap<number, readonly number[]>
  readonly byHousehold: ReadonlyMap<number, readonly number[]>
  readonly vips: ReadonlySet<number>
  /** The record of a person of the staff. */
  readonly staffOfPatient: ReadonlyMap<number, Staff>
}

export function worldOf(size: WeekSize, seed: number): World {
  const units = unitsOf(size)
  const patients = patientsOf(size, seed)
  const staff = staffOf(size, units, patients, seed)
  const staffByUnit = Map.groupBy(staff, ({ unit }) => unit)
  const encounters = encountersOf({ size, units, staffOf: staffByUnit }, seed)
  return {
    size,
    seed,
    units,
    patients,
    staff,
    staffByUnit,
    roster: rosterOf(staff, units, size.days, seed),
    encounters,
    requests: requestsOf(encounters, units, staffByUnit, size.days, seed),
    bySurname: groups(patients.surname),
    byHousehold: groups(patients.household),
    vips: new Set(patients.vips),
    staffOfPatient: new Map(
      staff.flatMap((person) => (person.patient === null ? [] : [[person.patient, person]])),
    ),
  }
}

function groups(column: ArrayLike<number>): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (let at = 0; at < column.length; at++) {
    const key = column[at] ?? 0
    const list = found.get(key)
    if (list) list.push(at)
    else found.set(key, [at])
  }
  return found
}

/** What goes on in one hour, so that nobody searches through the whole week. */
export interface Present {
  readonly from: number
  readonly to: number
  readonly shifts: readonly Shift[]
  /** Patients in a unit now or within the hours around; very ill ones stand there more than once. */
  readonly inUnit: ReadonlyMap<Unit, readonly Encounter[]>
  /** Encounters that ended in the days before, whose letters are written. */
  readonly leftUnit: ReadonlyMap<Unit, readonly Encounter[]>
  readonly requests: ReadonlyMap<RequestKind, readonly Request[]>
}

export function presentAt(world: World, hourOfWeek: number): Present {
  const from = weekStart + hourOfWeek * hour
  const to = from + hour
  const near = world.encounters.filter((one) => one.from < to + hour && one.to > from - hour)
  const left = world.encounters.filter(
    (one) => one.kind !== 'emergency' && one.to <= from && one.to > from - 96 * hour,
  )
  return {
    from,
    to,
    shifts: world.roster.filter((shift) => shift.from < to && shift.to > from - 1.5 * hour),
    inUnit: Map.groupBy(
      near.flatMap((one) => Array.from({ length: one.acuity }, () => one)),
      ({ unit }) => unit,
    ),
    leftUnit: Map.groupBy(left, ({ unit }) => unit),
    requests: Map.groupBy(
      world.requests.filter((one) => one.from < to && one.to > from),
      ({ kind }) => kind,
    ),
  }
}
