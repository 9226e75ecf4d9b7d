// Finds people, turns and patients for planted cases: somebody on duty, a patient without a reason, a relative.
// SPDX-License-Identifier: EUPL-1.2
import { hour, instantOf } from '../calendar.ts'
import type { Random } from '../random.ts'
import { distinct } from '../world/patients.ts'
import type { Shift } from '../world/roster.ts'
import type { Staff } from '../world/staff.ts'
import { addressOf, type Unit } from '../world/units.ts'
import type { World } from '../world/world.ts'

const freeHours = 5

export interface People {
  /** Turns within the week; never one that was swapped. */
  shiftsOf(staff: Staff): readonly Shift[]
  /** An instant between two hours of some day without a turn of the person near, real or only recorded; or null. */
  freeInstant(staff: Staff, hours: readonly [number, number], random: Random): number | null
  /** Whether the extracts give the person or a unit of theirs a reason to see the patient. */
  hasReason(staff: Staff, patient: number): boolean
  strangers(staff: Staff, count: number, random: Random): readonly number[]
  /** Patients in the unit at the instant. */
  inUnit(unit: Unit, at: number): readonly number[]
}

export function peopleOf(world: World): People {
  const { roster, encounters, requests, patients, size } = world
  const start = instantOf(0, 0)
  const end = instantOf(size.days, 0)
  const shifts = Map.groupBy(
    roster.filter(({ from, to, staff, recorded }) => from >= start && to <= end && recorded.staff === staff),
    ({ staff }) => staff,
  )
  const real = Map.groupBy(roster, ({ staff }) => staff)
  const recorded = Map.groupBy(roster, (shift) => shift.recorded.staff)
  const reasons = new Set<number>()
  for (const { patient, unit } of [...encounters, ...requests]) reasons.add(patient * 256 + unit.index)
  const byUnit = Map.groupBy(encounters, ({ unit }) => unit)
  const unitsOf = (staff: Staff) => [
    staff.unit,
    ...(real.get(staff) ?? []).flatMap(({ unit, covers }) => [unit, ...covers]),
  ]
  const hasReason = (staff: Staff, patient: number) =>
    unitsOf(staff).some((unit) => reasons.has(patient * 256 + unit.index))
  return {
    shiftsOf: (staff) => shifts.get(staff) ?? [],
    freeInstant(staff, hours, random) {
      const turns = [...(real.get(staff) ?? []), ...(recorded.get(staff) ?? [])]
      for (let attempt = 0; attempt < 20; attempt++) {
        const at = instantOf(random.below(size.days), random.between(...hours) + random.unit())
        if (turns.every(({ from, to }) => at < from - freeHours * hour || at > to + freeHours * hour))
          return at
      }
      return null
    },
    hasReason,
    strangers: (staff, count, random) =>
      distinct(random, patients.count, count * 2)
        .filter((patient) => !hasReason(staff, patient) && patients.household[patient] !== staff.household)
        .slice(0, count),
    inUnit(unit, at) {
      const there = (byUnit.get(unit) ?? []).filter(({ from, to }) => from <= at && to >= at)
      return [...new Set(there.map(({ patient }) => patient))]
    },
  }
}

/** An instant within the turn, away from its ends. */
export function during({ from, to }: Shift, random: Random): number {
  return from + Math.floor((0.1 + random.unit() * 0.75) * (to - from))
}

export function deskOf({ unit, staff }: Pick<Shift, 'unit' | 'staff'>): {
  address: string
  site: Unit['site']
} {
  return { address: addressOf(unit, staff.station), site: unit.site }
}
