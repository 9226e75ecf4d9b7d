// Work that looks like misuse and is none, by turn: nights on call, swaps that nobody wrote down, new people, two sites in a day.
// SPDX-License-Identifier: EUPL-1.2
import { hour, instantOf } from '../calendar.ts'
import { type Random, randomOf } from '../random.ts'
import type { Shift } from '../world/roster.ts'
import { addressOf, type Unit } from '../world/units.ts'
import { deskOf, type People } from './people.ts'
import type { Plan, Planting } from './plan.ts'

export function plantLookAlikeTurns(plan: Plan, people: People): void {
  const { world } = plan
  const start = instantOf(0, 0)
  const end = instantOf(world.size.days, 0)
  const within = world.roster.filter(
    ({ from, to, unit }) => from >= start && to <= end && (unit.kind === 'ward' || unit.kind === 'emergency'),
  )
  const some = (label: string, whole: number, fits: (shift: Shift) => boolean): readonly Shift[] => {
    const found = within.filter(fits)
    const random = randomOf(world.seed, label)
    const chosen = new Set<Shift>()
    while (chosen.size < Math.min(plan.count(whole), found.length)) chosen.add(random.pick(found))
    return [...chosen]
  }
  for (const shift of some('nights', 6, ({ kind }) => kind === 'on-call'))
    plan.plant(
      'on-call-night',
      `${shift.staff.user} is on call and is needed on several wards.`,
      (planting) => {
        for (let call = 0; call < 10; call++)
          calledTo(
            planting.random.pick(shift.covers),
            shift,
            shift.from + (6 + call * 0.9) * hour,
            people,
            planting,
          )
      },
    )
  for (const shift of some('swaps', 6, ({ staff, recorded }) => staff !== recorded.staff))
    plan.plant(
      'swap-unrecorded',
      `${shift.staff.user} works for ${shift.recorded.staff.user}, whom the roster names.`,
      (planting) => wholeTurn(shift, people, planting),
    )
  for (const shift of some(
    'new',
    4,
    ({ staff }) => staff.standing === 'new-unrecorded' || staff.standing === 'new',
  ))
    plan.plant('new-staff', `${shift.staff.user} is new (${shift.staff.standing}).`, (planting) =>
      wholeTurn(shift, people, planting),
    )
  plantCommuters(plan, people)
}

/** Looks from the beginning of the turn to its end, so that the case covers it. */
function wholeTurn(shift: Shift, people: People, planting: Planting): void {
  for (let at = 0.5; at < 8; at += 0.75) calledTo(shift.unit, shift, shift.from + at * hour, people, planting)
}

function calledTo(unit: Unit, shift: Shift, at: number, people: People, { look, random }: Planting): void {
  const patients = people.inUnit(unit, at)
  if (patients.length === 0) return
  const station = shift.staff.station + random.below(2)
  look({
    staff: shift.staff,
    patient: random.pick(patients),
    at: Math.floor(at),
    address: addressOf(unit, station),
    site: unit.site,
    steps: random.run(0.6, 8),
  })
}

/** In the morning at one site, in the afternoon, an hour's way later, at the other; the roster's unit is the first. */
function plantCommuters(plan: Plan, people: People): void {
  const { world } = plan
  for (let number = 0; number < plan.count(3); number++) {
    const random: Random = randomOf(world.seed, `commuter ${number}`)
    const staff = plan.take(
      (one) =>
        one.standing === 'works' &&
        one.role === 'doctor' &&
        one.unit.kind === 'ward' &&
        people.shiftsOf(one).some(({ kind }) => kind === 'day'),
      random,
    )
    const far = random.pick(
      world.units.filter(({ kind, site }) => kind === 'ward' && site !== staff.unit.site),
    )
    plan.plant(
      'commuter',
      `${staff.user} consults at the other site in the afternoon.`,
      ({ random, look }) => {
        const shift = random.pick(people.shiftsOf(staff).filter(({ kind }) => kind === 'day'))
        for (let at = 6; at < 8; at += 0.25) {
          const when = shift.from + at * hour
          const patient = random.pick(people.inUnit(far, when))
          look({ staff, patient, at: when, ...deskOf({ staff, unit: far }), steps: random.run(0.5, 5) })
          plan.requests.push({
            kind: 'consultation',
            patient,
            unit: far,
            staff,
            from: when - 3 * hour,
            to: when + hour,
          })
        }
      },
    )
  }
}
