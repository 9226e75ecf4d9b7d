// Misuse by carrying away: bulk exports, print runs, sweeps of the picture archive, pictures sent to a stranger.
// SPDX-License-Identifier: EUPL-1.2
import { hour, instantOf, minute } from '../calendar.ts'
import { randomOf } from '../random.ts'
import { deed } from '../work/access.ts'
import { addressOf } from '../world/units.ts'
import { deskOf, during, type People } from './people.ts'
import type { Plan } from './plan.ts'

export function plantCarrying(plan: Plan, people: People): void {
  plantRun(plan, people, 'bulk-export', 3, [150, 500], 'exports record after record')
  plantRun(plan, people, 'print-run', 3, [50, 140], 'prints record after record')
  plantSweep(plan)
  plantMove(plan, people)
}

function plantRun(
  plan: Plan,
  people: People,
  kind: 'bulk-export' | 'print-run',
  whole: number,
  [few, many]: readonly [number, number],
  what: string,
): void {
  for (let number = 0; number < plan.count(whole); number++) {
    const random = randomOf(plan.world.seed, `${kind} ${number}`)
    const staff = plan.take(
      (one) => one.standing === 'works' && one.role !== 'registry' && people.shiftsOf(one).length > 0,
      random,
    )
    plan.plant(
      kind,
      `${staff.user} (${staff.role}) ${what} within three quarters of an hour.`,
      ({ random, add }) => {
        const shift = random.pick(people.shiftsOf(staff))
        const { address, site } = deskOf(shift)
        const patients = people.strangers(staff, random.between(few, many), random)
        const start = Math.min(during(shift, random), shift.to - hour)
        patients.forEach((patient, at) => {
          const when = start + Math.floor((at * 45 * minute) / patients.length)
          const what = kind === 'bulk-export' ? 'export' : 'print'
          add({ ...deed(staff, what, when, address), site, patient, objects: random.between(1, 12) })
        })
      },
    )
  }
}

/** A program asks the archive for everything it has. */
function plantSweep(plan: Plan): void {
  const { world } = plan
  for (let number = 0; number < plan.count(2); number++) {
    const title = `TOOL${number + 1}`
    plan.plant(
      'find-sweep',
      `The unknown station ${title} asks the archive for lists of studies.`,
      ({ random, add }) => {
        const start = instantOf(random.below(world.size.days), random.between(8, 20))
        const place = random.pick(world.units)
        const [anybody] = world.staff
        if (anybody)
          for (let query = 0; query < random.between(80, 400); query++)
            add({
              ...deed(
                anybody,
                'find-studies',
                start + query * random.between(4, 9) * 1_000,
                addressOf(place, 23),
              ),
              user: title,
              role: 'station',
              site: place.site,
            })
      },
    )
  }
}

/** A known workstation sends studies to a destination that nobody allowed. */
function plantMove(plan: Plan, people: People): void {
  const { world } = plan
  for (let number = 0; number < plan.count(3); number++) {
    const random = randomOf(world.seed, `move ${number}`)
    const staff = plan.take(
      (one) => one.standing === 'works' && one.role === 'radiology' && people.shiftsOf(one).length > 0,
      random,
    )
    const destination = `LAPTOP${number + 1}`
    plan.plant(
      'move-unknown',
      `${staff.user} sends studies to the unknown station ${destination}.`,
      ({ random, add }) => {
        const shift = random.pick(people.shiftsOf(staff))
        const at = during(shift, random)
        people.strangers(staff, random.between(3, 25), random).forEach((patient, place) => {
          const { address, site } = deskOf(shift)
          add({
            ...deed(staff, 'move-studies', at + place * 30_000, address),
            site,
            patient,
            objects: 200,
            destination,
          })
        })
      },
    )
  }
}
