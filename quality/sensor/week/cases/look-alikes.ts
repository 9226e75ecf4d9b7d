// Work that looks like misuse and is none, by day: rounds, teams, bills, teaching, reports to a registry, programs of the night.
// SPDX-License-Identifier: EUPL-1.2
import { day, hour, instantOf, minute } from '../calendar.ts'
import { randomOf } from '../random.ts'
import { deed } from '../work/access.ts'
import type { Staff } from '../world/staff.ts'
import { deskOf, type People } from './people.ts'
import type { Plan } from './plan.ts'

export function plantLookAlikes(plan: Plan, people: People): void {
  plantRounds(plan, people)
  plantBilling(plan, people)
  plantTeaching(plan)
  plantRegistryExport(plan, people)
  plantNightService(plan)
}

const onDuty = (people: People, role: Staff['role'], kind: Staff['unit']['kind']) => (one: Staff) =>
  one.standing === 'works' && one.role === role && one.unit.kind === kind && people.shiftsOf(one).length > 0

/** A ward's whole list in an hour, and an emergency department's in a bad one. */
function plantRounds(plan: Plan, people: People): void {
  for (const [kind, unit, whole] of [
    ['ward-round', 'ward', 6],
    ['emergency-team', 'emergency', 4],
  ] as const)
    for (let number = 0; number < plan.count(whole); number++) {
      const staff = plan.take(onDuty(people, 'doctor', unit), randomOf(plan.world.seed, `${kind} ${number}`))
      plan.plant(
        kind,
        `${staff.user} sees every patient of ${staff.unit.id} within an hour.`,
        ({ random, look }) => {
          const shift = random.pick(
            people.shiftsOf(staff).filter((one) => one.kind !== 'on-call' || unit === 'ward'),
          )
          const start = shift.from + hour
          const patients = people.inUnit(shift.unit, start)
          // Those of the next ward too, whose doctor is away: with them it is a round of forty.
          const next = plan.world.units[(shift.unit.index + 1) % plan.world.units.length] ?? shift.unit
          const all = unit === 'ward' ? [...patients, ...people.inUnit(next, start)].slice(0, 40) : patients
          for (const [at, patient] of all.entries())
            look({ staff, patient, at: start + at * 85_000, ...deskOf(shift), steps: random.run(0.5, 4) })
        },
      )
    }
}

function plantBilling(plan: Plan, people: People): void {
  const { world } = plan
  for (let number = 0; number < plan.count(5); number++) {
    const staff = plan.take(onDuty(people, 'billing', 'billing'), randomOf(world.seed, `billing ${number}`))
    plan.plant('billing-day', `${staff.user} bills two hundred cases in a day.`, ({ random, look }) => {
      const shift = random.pick(people.shiftsOf(staff))
      const open = world.requests.filter(
        ({ kind, from, to }) => kind === 'billing' && from < shift.from && to > shift.to,
      )
      for (let at = 0; at < 200; at++)
        look({
          staff,
          patient: random.pick(open).patient,
          at: shift.from + at * 150_000,
          ...deskOf(shift),
          steps: random.run(0.3, 3),
        })
    })
  }
}

/** One record on the wall, and everybody of the course opens it too. */
function plantTeaching(plan: Plan): void {
  const { world } = plan
  for (let number = 0; number < plan.count(3); number++) {
    const random = randomOf(world.seed, `teaching ${number}`)
    const start = instantOf(number % Math.min(world.size.days, 5), 13)
    const stays = world.encounters.filter(
      ({ kind, from, to, unit }) =>
        kind === 'stay' && unit.kind === 'ward' && from < start && to > start + day / 4,
    )
    const { patient, unit } = random.pick(stays)
    const course = world.roster.filter(
      ({ staff, from, to }) => staff.role === 'doctor' && from < start && to > start + hour,
    )
    plan.plant(
      'teaching',
      `A course looks at the record of a patient of ${unit.id} together.`,
      ({ random, look }) => {
        const members = new Map(
          Array.from({ length: random.between(9, 16) }, () => random.pick(course)).map((one) => [
            one.staff,
            one,
          ]),
        )
        for (const [staff, shift] of members)
          look({
            staff,
            patient,
            at: start + random.below(40) * minute,
            ...deskOf({ ...shift, unit }),
            steps: random.run(0.6, 6),
          })
      },
    )
  }
}

/** The law wants it, once a month; the requests stand in the extract of orders. */
function plantRegistryExport(plan: Plan, people: People): void {
  const { world } = plan
  for (let number = 0; number < plan.count(2); number++) {
    const random = randomOf(world.seed, `registry ${number}`)
    const staff = plan.take(onDuty(people, 'registry', 'registry'), random)
    plan.plant(
      'registry-export',
      `${staff.user} exports the month's cases for the cancer registry.`,
      ({ random, add }) => {
        const shift = random.pick(people.shiftsOf(staff))
        const { address, site } = deskOf(shift)
        const due = world.requests
          .filter(({ kind, from }) => kind === 'registry' && from < shift.from)
          .slice(0, 400)
        for (const [at, { patient }] of due.entries()) {
          const access = deed(staff, 'export', shift.from + hour + at * 4_000, address)
          add({ ...access, site, patient, objects: random.between(2, 6) })
        }
      },
    )
  }
}

export const nightService = 'svc-reminder'

/** Reads tomorrow's appointments for the letters that remind of them. */
function plantNightService(plan: Plan): void {
  const { world } = plan
  const [anybody] = world.staff
  for (let night = 0; night < world.size.days && anybody; night++) {
    const from = instantOf(night, 2)
    const due = world.encounters.filter(
      ({ kind, from: begin }) => kind === 'appointment' && begin > from + 2 * day && begin < from + 3 * day,
    )
    if (due.length > 0)
      plan.plant(
        'night-service',
        `The account ${nightService} reads ${due.length} appointments.`,
        ({ add }) => {
          for (const [at, { patient }] of due.entries())
            add({
              ...deed(anybody, 'read', from + at * 500, '10.11.250.5'),
              user: nightService,
              role: 'system',
              patient,
            })
        },
      )
  }
}
