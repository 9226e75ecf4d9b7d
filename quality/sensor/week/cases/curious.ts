// Misuse by curiosity: the record of a person of public interest, a colleague, one's family, oneself.
// SPDX-License-Identifier: EUPL-1.2

import { type Random, randomOf } from '../random.ts'
import type { Staff } from '../world/staff.ts'
import type { MisuseKind } from './case.ts'
import { deskOf, during, type People } from './people.ts'
import type { Plan } from './plan.ts'

/** Of a person who could have looked, the patient of the case; null where there is none. */
type Target = (staff: Staff, random: Random) => number | null

export function plantCurious(plan: Plan, people: People): void {
  const { world } = plan
  const { household, surname } = world.patients
  const inHouse = new Set(world.encounters.map(({ patient }) => patient))
  const knownVips = world.patients.vips.filter((patient) => inHouse.has(patient))
  const vip: Target = (_, random) =>
    random.pick(random.chance(0.6) && knownVips.length > 0 ? knownVips : world.patients.vips)
  const relative =
    (sameName: boolean): Target =>
    (staff, random) => {
      const home = (world.byHousehold.get(staff.household) ?? []).filter(
        (patient) => patient !== staff.patient,
      )
      const found = home.filter(
        (patient) => home.length < 8 && (surname[patient] === staff.surname) === sameName,
      )
      return found.length === 0 ? null : random.pick(found)
    }
  const colleague =
    (near: boolean): Target =>
    (staff, random) => {
      const others = near ? (world.staffByUnit.get(staff.unit) ?? []) : world.staff
      const found = others.filter(
        (one) => one !== staff && one.patient !== null && household[one.patient] !== staff.household,
      )
      return found.length === 0 ? null : random.pick(found).patient
    }
  plantLooks(plan, people, 'vip', 5, 'opens the record of a person of public interest without a reason', vip)
  plantLooks(
    plan,
    people,
    'colleague',
    4,
    'looks into the record of somebody of the same unit',
    colleague(true),
  )
  plantLooks(
    plan,
    people,
    'colleague',
    2,
    'looks into the record of somebody who works elsewhere in the house',
    colleague(false),
  )
  plantLooks(
    plan,
    people,
    'family',
    3,
    'looks into the record of a relative of the same name and address',
    relative(true),
  )
  plantLooks(
    plan,
    people,
    'family',
    2,
    'looks into the record of somebody at home with another name',
    relative(false),
  )
  plantLooks(plan, people, 'own-record', 4, 'looks into the own record', ({ patient }) => patient)
}

function plantLooks(
  plan: Plan,
  people: People,
  kind: MisuseKind,
  whole: number,
  what: string,
  target: Target,
): void {
  for (let number = 0; number < plan.count(whole); number++) {
    const random = randomOf(plan.world.seed, `${what} ${number}`)
    const found = new Map<Staff, number>()
    const staff = plan.take((one) => {
      if (one.standing !== 'works' || one.role === 'it' || people.shiftsOf(one).length === 0) return false
      const patient = target(one, random)
      if (patient === null || people.hasReason(one, patient)) return false
      found.set(one, patient)
      return true
    }, random)
    const patient = found.get(staff) ?? 0
    plan.plant(kind, `${staff.user} (${staff.role}, ${staff.unit.id}) ${what}.`, ({ random, look }) => {
      // Most come back once more; some look at little, some at everything.
      const shifts = people.shiftsOf(staff)
      for (let visit = 0; visit < random.run(0.4, 3); visit++) {
        const shift = random.pick(shifts)
        look({ staff, patient, at: during(shift, random), ...deskOf(shift), steps: random.run(0.68, 9) })
      }
    })
  }
}
