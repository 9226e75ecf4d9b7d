// The people who work in the hospital: role, home unit, name, household, own record, leave, and when they came and left.
// SPDX-License-Identifier: EUPL-1.2
import { type Random, randomOf } from '../random.ts'
import type { WeekSize } from '../size.ts'
import type { Patients } from './patients.ts'
import type { Unit, UnitKind } from './units.ts'

export type Role =
  | 'nurse'
  | 'doctor'
  | 'reception'
  | 'laboratory'
  | 'pharmacy'
  | 'radiology'
  | 'billing'
  | 'it'
  | 'registry'

export interface Staff {
  readonly index: number
  /** The account, as the audit trails write it. */
  readonly user: string
  readonly role: Role
  readonly unit: Unit
  /** Works where somebody is missing. */
  readonly floating: boolean
  readonly surname: number
  readonly household: number
  /** Own record, if there is one. */
  readonly patient: number | null
  readonly standing: 'works' | 'on-leave' | 'left' | 'new' | 'new-unrecorded'
  /** Computer that this person likes best. */
  readonly station: number
  /** Accesses as a share of what is usual in the role. */
  readonly pace: number
}

/** Shares of roles over the units that have them. */
const shares: readonly (readonly [Role, UnitKind, number])[] = [
  ['nurse', 'ward', 0.445],
  ['nurse', 'clinic', 0.06],
  ['nurse', 'emergency', 0.04],
  ['doctor', 'ward', 0.13],
  ['doctor', 'clinic', 0.06],
  ['doctor', 'emergency', 0.025],
  ['reception', 'reception', 0.07],
  ['laboratory', 'laboratory', 0.06],
  ['radiology', 'radiology', 0.05],
  ['pharmacy', 'pharmacy', 0.02],
  ['billing', 'billing', 0.015],
  ['it', 'it', 0.014],
  ['registry', 'registry', 0.001],
]

export function staffOf(
  size: WeekSize,
  units: readonly Unit[],
  patients: Patients,
  seed: number,
): readonly Staff[] {
  const random = randomOf(seed, 'staff')
  const taken = new Set<number>()
  const staff: Staff[] = []
  for (const [role, kind, share] of shares) {
    const places = units.filter((unit) => unit.kind === kind)
    const count = Math.max(places.length * 2, Math.round(size.staff * share))
    for (let at = 0; at < count; at++) {
      const unit = places[at % places.length]
      if (unit) staff.push(personOf(staff.length, role, unit, patients, taken, random))
    }
  }
  return staff
}

function personOf(
  index: number,
  role: Role,
  unit: Unit,
  patients: Patients,
  taken: Set<number>,
  random: Random,
): Staff {
  const self = freePatient(patients, taken, random)
  return {
    index,
    user: `u${String(10_000 + index)}`,
    role,
    unit,
    floating: role === 'nurse' && unit.kind === 'ward' && random.chance(0.05),
    surname: patients.surname[self] ?? 0,
    // Most live in a household that the hospital knows, at times as patients themselves.
    household: patients.household[self] ?? 0,
    patient: random.chance(0.45) ? self : null,
    standing: standingOf(index),
    station: random.below(24),
    pace: 0.5 + random.run(0.45, 5) / 3.6,
  }
}

/** Two people of the staff are seldom one household; the few that are come by chance. */
function freePatient(patients: Patients, taken: Set<number>, random: Random): number {
  for (;;) {
    const patient = random.below(patients.count)
    if (taken.has(patient)) continue
    taken.add(patient)
    return patient
  }
}

/** By place and not by chance, so that a small hospital has some of each too. */
function standingOf(index: number): Staff['standing'] {
  if (index % 16 === 3) return 'on-leave'
  if (index % 150 === 7) return 'left'
  if (index % 250 === 12) return 'new'
  return index % 400 === 14 ? 'new-unrecorded' : 'works'
}
