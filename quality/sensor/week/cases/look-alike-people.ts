// Work that looks like misuse and is none, by person: treated namesakes and colleagues, emergencies that were real.
// SPDX-License-Identifier: EUPL-1.2
import { hour, minute } from '../calendar.ts'
import { randomOf } from '../random.ts'
import type { Encounter } from '../world/encounters.ts'
import type { Shift } from '../world/roster.ts'
import type { Staff } from '../world/staff.ts'
import { deskOf, during, type People } from './people.ts'
import type { Plan } from './plan.ts'

export function plantLookAlikePeople(plan: Plan, people: People): void {
  const { patients, staffOfPatient } = plan.world
  plantTreated(
    plan,
    people,
    'namesake-treated',
    6,
    'treats a patient of the same surname by chance',
    (staff, { patient }) =>
      patients.surname[patient] === staff.surname && patients.household[patient] !== staff.household,
  )
  plantTreated(
    plan,
    people,
    'colleague-treated',
    5,
    'treats a colleague',
    (staff, { patient }) => (staffOfPatient.get(patient) ?? staff) !== staff,
  )
  plantRealEmergency(plan, people)
}

/** A turn, and a patient who is in its unit meanwhile, that fit. */
function plantTreated(
  plan: Plan,
  people: People,
  kind: 'namesake-treated' | 'colleague-treated',
  whole: number,
  what: string,
  fits: (staff: Staff, encounter: Encounter) => boolean,
): void {
  const { world } = plan
  const byUnit = Map.groupBy(world.encounters, ({ unit }) => unit)
  const found: { readonly shift: Shift; readonly encounter: Encounter }[] = []
  for (const staff of world.staff)
    for (const shift of people.shiftsOf(staff))
      for (const encounter of byUnit.get(shift.unit) ?? [])
        if (encounter.from < shift.to - hour && encounter.to > shift.from + hour && fits(staff, encounter))
          found.push({ shift, encounter })
  const random = randomOf(world.seed, kind)
  for (let number = 0; number < plan.count(whole) && found.length > 0; number++) {
    const { shift, encounter } = random.pick(found)
    const { staff, unit } = shift
    plan.plant(kind, `${staff.user} (${staff.role}, ${unit.id}) ${what}.`, ({ random, look }) => {
      const from = Math.max(shift.from, encounter.from)
      const to = Math.min(shift.to, encounter.to)
      for (let visit = 0; visit < random.between(1, 4); visit++)
        look({
          staff,
          patient: encounter.patient,
          at: from + random.below(to - from),
          ...deskOf(shift),
          steps: random.run(0.6, 7),
        })
    })
  }
}

/** Someone collapses in the corridor: first the record, within the hour the order, as the extract tells. */
function plantRealEmergency(plan: Plan, people: People): void {
  for (let number = 0; number < plan.count(8); number++) {
    const staff = plan.take(
      (one) => one.standing === 'works' && one.role === 'doctor' && people.shiftsOf(one).length > 0,
      randomOf(plan.world.seed, `emergency ${number}`),
    )
    plan.plant(
      'break-glass-real',
      `${staff.user} uses the emergency access; an order follows within the hour.`,
      ({ random, look }) => {
        const shift = random.pick(people.shiftsOf(staff))
        const at = during(shift, random)
        const [patient = 0] = people.strangers(staff, 1, random)
        look({ staff, patient, at, ...deskOf(shift), steps: random.run(0.7, 8), emergency: true })
        const from = at + random.between(20, 60) * minute
        plan.requests.push({
          kind: 'consultation',
          patient,
          unit: staff.unit,
          staff,
          from,
          to: from + 12 * hour,
        })
      },
    )
  }
}
