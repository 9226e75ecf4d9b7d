// Misuse by collecting: many records in an hour, a few more every day, a patient of the news, emergency access without emergency.
// SPDX-License-Identifier: EUPL-1.2
import { hour, instantOf, minute } from '../calendar.ts'
import { randomOf } from '../random.ts'
import { deskOf, during, type People } from './people.ts'
import type { Plan } from './plan.ts'

export function plantCollecting(plan: Plan, people: People): void {
  plantMass(plan, people)
  plantScraping(plan, people)
  plantPressCase(plan, people)
  plantBreakGlass(plan, people)
}

function plantMass(plan: Plan, people: People): void {
  const { world } = plan
  for (let number = 0; number < plan.count(3); number++) {
    const random = randomOf(world.seed, `mass ${number}`)
    const staff = plan.take(
      (one) => one.standing === 'works' && one.role !== 'it' && people.shiftsOf(one).length > 0,
      random,
    )
    plan.plant(
      'mass-access',
      `${staff.user} (${staff.role}) opens record after record within an hour.`,
      ({ random, look }) => {
        const shift = random.pick(people.shiftsOf(staff))
        const patients = people.strangers(staff, random.between(90, 260), random)
        const start = Math.min(during(shift, random), shift.to - hour)
        for (const [place, patient] of patients.entries()) {
          const at = start + Math.floor((place * 55 * minute) / patients.length)
          look({ staff, patient, at, ...deskOf(shift), steps: 1 })
        }
      },
    )
  }
}

function plantScraping(plan: Plan, people: People): void {
  const { world } = plan
  const turns = Math.min(4, world.size.days)
  for (let number = 0; number < plan.count(3); number++) {
    const random = randomOf(world.seed, `scraping ${number}`)
    const staff = plan.take(
      (one) =>
        one.standing === 'works' &&
        ['nurse', 'doctor', 'reception', 'laboratory'].includes(one.role) &&
        people.shiftsOf(one).length >= turns,
      random,
    )
    plan.plant(
      'slow-scraping',
      `${staff.user} (${staff.role}) opens some dozens of strangers in every turn.`,
      ({ random, look }) => {
        for (const shift of people.shiftsOf(staff))
          for (const patient of people.strangers(staff, random.between(30, 70), random))
            look({ staff, patient, at: during(shift, random), ...deskOf(shift), steps: random.run(0.15, 2) })
      },
    )
  }
}

/** Somebody whom the news speaks of lies on a ward; people of all units look. */
function plantPressCase(plan: Plan, people: People): void {
  const { world } = plan
  for (let number = 0; number < plan.count(2); number++) {
    const random = randomOf(world.seed, `press ${number}`)
    const start = instantOf(number % Math.max(1, world.size.days - 1), 9)
    const stays = world.encounters.filter(
      ({ kind, from, to, patient }) =>
        kind === 'stay' && from < start && to > start + 36 * hour && !world.staffOfPatient.has(patient),
    )
    const { patient, unit } = random.pick(stays)
    const onlookers = world.roster.filter(
      ({ staff, from, to }) =>
        from < start + 30 * hour && to > start && staff.unit !== unit && !people.hasReason(staff, patient),
    )
    plan.plant(
      'press-case',
      `Many of other units look at a patient of ${unit.id} whom the news speaks of.`,
      ({ random, look }) => {
        const seen = new Set<string>()
        for (let one = 0; one < random.between(30, 55); one++) {
          const shift = random.pick(onlookers)
          if (seen.has(shift.staff.user)) continue
          seen.add(shift.staff.user)
          const at = Math.max(start, during(shift, random))
          look({ staff: shift.staff, patient, at, ...deskOf(shift), steps: random.run(0.45, 4) })
        }
      },
    )
  }
}

function plantBreakGlass(plan: Plan, people: People): void {
  const { world } = plan
  for (let number = 0; number < plan.count(4); number++) {
    const random = randomOf(world.seed, `glass ${number}`)
    const staff = plan.take(
      (one) =>
        one.standing === 'works' &&
        (one.role === 'nurse' || one.role === 'doctor') &&
        people.shiftsOf(one).length > 0,
      random,
    )
    plan.plant(
      'break-glass-misuse',
      `${staff.user} (${staff.role}) uses the emergency access where nothing follows.`,
      ({ random, look }) => {
        const patients = people.strangers(staff, random.between(1, 5), random)
        for (const patient of patients) {
          const shift = random.pick(people.shiftsOf(staff))
          look({
            staff,
            patient,
            at: during(shift, random),
            ...deskOf(shift),
            steps: random.run(0.6, 6),
            emergency: true,
          })
        }
      },
    )
  }
}
