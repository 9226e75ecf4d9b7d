// Misuse of accounts: outside of the turn, after the last day, during leave, shared by several, at two sites at once.
// SPDX-License-Identifier: EUPL-1.2
import { hour, minute } from '../calendar.ts'
import { type Random, randomOf } from '../random.ts'
import type { Staff } from '../world/staff.ts'
import { addressOf, homeAddress, type Unit } from '../world/units.ts'
import type { MisuseKind } from './case.ts'
import { during, type People } from './people.ts'
import type { Plan } from './plan.ts'

export function plantAccounts(plan: Plan, people: People): void {
  const works = ({ standing, role }: Staff) => standing === 'works' && (role === 'nurse' || role === 'doctor')
  plantAway(plan, people, 'outside-shift', 5, 'is used on a free day', works)
  plantAway(
    plan,
    people,
    'after-exit',
    3,
    'is used after the last day of work',
    ({ standing }) => standing === 'left',
  )
  plantAway(plan, people, 'on-leave', 3, 'is used during leave', ({ standing }) => standing === 'on-leave')
  plantShared(plan, people)
  plantTwoSites(plan, people)
}

/** Strangers mostly, and now and then patients of the own unit. */
function plantAway(
  plan: Plan,
  people: People,
  kind: MisuseKind,
  whole: number,
  what: string,
  wanted: (staff: Staff) => boolean,
): void {
  for (let number = 0; number < plan.count(whole); number++) {
    const random = randomOf(plan.world.seed, `${kind} ${number}`)
    const found = new Map<Staff, number>()
    const staff = plan.take((one) => {
      if (!wanted(one)) return false
      const at = people.freeInstant(one, [0, 22], random)
      if (at !== null) found.set(one, at)
      return at !== null
    }, random)
    const at = found.get(staff) ?? 0
    plan.plant(
      kind,
      `The account ${staff.user} (${staff.role}, ${staff.unit.id}) ${what}.`,
      ({ random, look }) => {
        const own = people.inUnit(staff.unit, at)
        const fromHome = kind === 'outside-shift' && random.chance(0.5)
        const address = fromHome ? homeAddress(staff.index) : addressOf(staff.unit, staff.station)
        people.strangers(staff, random.between(3, 9), random).forEach((stranger, place) => {
          const patient = own.length > 0 && random.chance(0.3) ? random.pick(own) : stranger
          look({
            staff,
            patient,
            at: at + place * 4 * minute,
            address,
            site: staff.unit.site,
            steps: random.run(0.5, 5),
          })
        })
      },
    )
  }
}

/** Four colleagues work under one name: the same minutes, computers of several units, patients of all of them. */
function plantShared(plan: Plan, people: People): void {
  const { world } = plan
  for (let number = 0; number < plan.count(3); number++) {
    const random = randomOf(world.seed, `shared ${number}`)
    const staff = plan.take(
      (one) =>
        one.standing === 'works' &&
        one.role === 'nurse' &&
        one.unit.kind === 'ward' &&
        people.shiftsOf(one).length > 0,
      random,
    )
    plan.plant(
      'shared-account',
      `The account ${staff.user} of ${staff.unit.id} is used by several at once.`,
      ({ random, look }) => {
        const shift = random.pick(people.shiftsOf(staff))
        const near = world.units.filter(({ kind, site }) => kind === 'ward' && site === staff.unit.site)
        const places = Array.from({ length: random.between(4, 6) }, (_, at) => ({
          unit: at < 2 ? staff.unit : random.pick(near),
          station: staff.station + at * 5,
        }))
        const start = shift.from + hour
        for (let at = 0; at < 90 * minute; at += random.between(40, 150) * 1_000) {
          const { unit, station } = random.pick(places)
          const patients = people.inUnit(random.chance(0.7) ? staff.unit : unit, start + at)
          if (patients.length > 0)
            look({
              staff,
              patient: random.pick(patients),
              at: start + at,
              address: addressOf(unit, station),
              site: unit.site,
              steps: 2,
            })
        }
      },
    )
  }
}

/** Within minutes at both sites, between which one drives for half an hour. */
function plantTwoSites(plan: Plan, people: People): void {
  const { world } = plan
  for (let number = 0; number < plan.count(3); number++) {
    const random = randomOf(world.seed, `sites ${number}`)
    const staff = plan.take(
      (one) =>
        one.standing === 'works' &&
        one.role === 'doctor' &&
        one.unit.kind === 'ward' &&
        people.shiftsOf(one).length > 0,
      random,
    )
    const far = world.units.filter(({ kind, site }) => kind === 'ward' && site !== staff.unit.site)
    plan.plant(
      'two-sites',
      `The account ${staff.user} is used at both sites within minutes.`,
      ({ random, look }) => {
        const shift = random.pick(people.shiftsOf(staff))
        const at = during(shift, random)
        const there = random.pick(far)
        for (let step = 0; step < random.between(4, 8); step++) {
          const unit: Unit = step % 2 === 0 ? there : staff.unit
          look({
            staff,
            at: at + step * 3 * minute,
            ...atUnit(unit, step, people, at, random),
            steps: random.run(0.5, 4),
          })
        }
      },
    )
  }
}

function atUnit(unit: Unit, station: number, people: People, at: number, random: Random) {
  const patients = people.inUnit(unit, at)
  return {
    address: addressOf(unit, station),
    site: unit.site,
    patient: patients.length > 0 ? random.pick(patients) : random.below(1_000),
  }
}
