// Who is treated where: stays in beds with transfers, visits to the emergency departments, appointments of clinics.
// SPDX-License-Identifier: EUPL-1.2
import { hour, instantOf, isWeekend } from '../calendar.ts'
import { type Random, randomOf, zipf } from '../random.ts'
import { daysAfter, daysBefore, type WeekSize } from '../size.ts'
import type { Staff } from './staff.ts'
import type { Unit } from './units.ts'

export interface Encounter {
  readonly kind: 'stay' | 'emergency' | 'appointment'
  readonly patient: number
  readonly unit: Unit
  readonly from: number
  readonly to: number
  /** Doctors and the nurse who treat: the care team. */
  readonly team: readonly Staff[]
  /** 1 for most; a patient who is very ill is looked at up to five times as often. */
  readonly acuity: number
}

/** Share of stays that begin in an emergency department, and of stays that begin on another ward. */
const byEmergency = 0.4
const transferred = 0.12
const drawAcuity = zipf(5, 1)

export interface Treating {
  readonly size: WeekSize
  readonly units: readonly Unit[]
  readonly staffOf: ReadonlyMap<Unit, readonly Staff[]>
}

export function encountersOf(treating: Treating, seed: number): readonly Encounter[] {
  const random = randomOf(seed, 'encounters')
  const { units, size } = treating
  const found: Encounter[] = []
  for (const unit of units) {
    if (unit.kind === 'ward') for (let bed = 0; bed < unit.beds; bed++) fillBed(unit, treating, random, found)
    if (unit.kind === 'clinic')
      for (let day = -daysBefore; day < size.days + daysAfter; day++)
        if (!isWeekend(day)) found.push(...appointmentsOf(unit, day, treating, random))
    if (unit.kind === 'emergency')
      for (let day = -daysBefore; day < size.days; day++)
        for (let visit = 0; visit < size.emergencies / 2; visit++) {
          const from = instantOf(day, random.unit() * 24)
          found.push(
            emergencyOf(random.below(size.patients), unit, from, random.between(2, 6), treating, random),
          )
        }
  }
  return found.toSorted((one, two) => one.from - two.from || one.patient - two.patient)
}

/** One bed after the other through all days: a stay, an hour or a day of nobody, the next. */
function fillBed(unit: Unit, treating: Treating, random: Random, found: Encounter[]): void {
  const wards = treating.units.filter(({ kind, site }) => kind === 'ward' && site === unit.site)
  const emergency = treating.units.find(({ kind, site }) => kind === 'emergency' && site === unit.site)
  const end = instantOf(treating.size.days, 0)
  let at = instantOf(-daysBefore, -random.unit() * 96)
  while (at < end) {
    const patient = random.below(treating.size.patients)
    const to = at + (random.run(0.78, 21) * 24 + random.between(-14, 8)) * hour
    const acuity = drawAcuity(random) + 1
    const before = random.chance(transferred) ? at + random.between(10, 40) * hour : at
    const first = random.pick(wards)
    if (emergency && random.chance(byEmergency))
      found.push(emergencyOf(patient, emergency, at - 4 * hour, 4, treating, random))
    if (before > at && before < to && first !== unit)
      found.push(stayOf(patient, first, at, before, acuity, treating, random))
    const from = before < to && first !== unit ? before : at
    found.push(stayOf(patient, unit, from, to, acuity, treating, random))
    at = to + random.between(1, 26) * hour
  }
}

function stayOf(
  patient: number,
  unit: Unit,
  from: number,
  to: number,
  acuity: number,
  { staffOf }: Treating,
  random: Random,
): Encounter {
  const people = staffOf.get(unit) ?? []
  const doctors = people.filter(({ role }) => role === 'doctor')
  const team = doctors.length > 0 ? [random.pick(doctors), random.pick(doctors)] : []
  return { kind: 'stay', patient, unit, from, to, team, acuity }
}

function emergencyOf(
  patient: number,
  unit: Unit,
  from: number,
  hours: number,
  { staffOf }: Treating,
  random: Random,
): Encounter {
  const team = [random.pick(staffOf.get(unit) ?? [])]
  return { kind: 'emergency', patient, unit, from, to: from + hours * hour, team, acuity: 3 }
}

function appointmentsOf(unit: Unit, day: number, { size, staffOf }: Treating, random: Random): Encounter[] {
  const doctors = (staffOf.get(unit) ?? []).filter(({ role }) => role === 'doctor')
  return Array.from({ length: random.between(size.appointments - 8, size.appointments + 8) }, () => {
    const from = instantOf(day, 8 + random.below(32) / 4)
    const team = doctors.length > 0 ? [random.pick(doctors)] : []
    return {
      kind: 'appointment',
      patient: random.below(size.patients),
      unit,
      from,
      to: from + hour / 2,
      team,
      acuity: 1,
    }
  })
}
