// Who works when and where: rotating shifts with nights, office days, on-call, floating, swaps; and what the roster says of it.
// SPDX-License-Identifier: EUPL-1.2
import { hour, instantOf, isWeekend } from '../calendar.ts'
import { type Random, randomOf } from '../random.ts'
import type { Staff } from './staff.ts'
import type { Unit } from './units.ts'

export type ShiftKind = 'early' | 'late' | 'night' | 'day' | 'on-call'

export interface Shift {
  readonly staff: Staff
  readonly unit: Unit
  /** Units of an on-call turn. */
  readonly covers: readonly Unit[]
  readonly kind: ShiftKind
  readonly from: number
  readonly to: number
  /** What the roster's extract tells: a swap that nobody wrote down names the other one, a floating turn the home unit. */
  readonly recorded: { readonly staff: Staff; readonly unit: Unit }
}

type Turn = ShiftKind | 'off'

const rotation: readonly Turn[] = [
  'early',
  'early',
  'late',
  'late',
  'night',
  'night',
  'off',
  'off',
  'early',
  'off',
]
const hours: Readonly<Record<ShiftKind, readonly [number, number]>> = {
  early: [6, 14.25],
  late: [13.5, 21.75],
  night: [21.25, 30.5],
  day: [7.5, 16.5],
  'on-call': [16, 32],
}

/** Share of turns that are swapped, and of swaps that never reach the roster. */
const swapShare = 0.015
const unrecordedSwaps = 0.3
/** Share of turns that floating staff work elsewhere without the roster saying where. */
const unrecordedFloats = 0.08

export function rosterOf(
  staff: readonly Staff[],
  units: readonly Unit[],
  days: number,
  seed: number,
): readonly Shift[] {
  const random = randomOf(seed, 'roster')
  const colleagues = Map.groupBy(staff, (person) => `${person.role} ${person.unit.id}`)
  const wards = units.filter(({ kind }) => kind === 'ward')
  const shifts: Shift[] = []
  // The night before the week reaches into it, and so does on-call.
  for (let day = -1; day < days; day++)
    for (const person of staff) {
      if (person.standing === 'on-leave' || person.standing === 'left') continue
      const turn = turnOf(person, day)
      if (turn === 'off') continue
      const planned = shiftOf(person, turn, day, wards, random)
      shifts.push(swapped(planned, colleagues, day, random))
    }
  return shifts.toSorted((one, two) => one.from - two.from || one.staff.index - two.staff.index)
}

/** Every person has a place of their own in the rotation; doctors of wards are on call after some of their days. */
function turnOf({ index, role, unit }: Staff, day: number): Turn {
  const rotates = unit.kind === 'emergency' || (role === 'nurse' && unit.kind === 'ward')
  if (rotates) return rotation[(index * 7 + day + 10) % rotation.length] ?? 'off'
  if (role === 'laboratory' || role === 'radiology' || role === 'reception') {
    const turn = rotation[(index * 3 + day + 10) % rotation.length] ?? 'off'
    return turn === 'night' && index % 3 !== 0 ? 'day' : turn
  }
  if (role === 'doctor' && unit.kind === 'ward' && (index * 5 + day + 30) % 15 === 0) return 'on-call'
  if (isWeekend(day)) return role === 'doctor' && lotOf(index, day) < 12 ? 'day' : 'off'
  return lotOf(index, day) < 6 ? 'off' : 'day'
}

/** 0 to 99, always the same for a person and a day. */
function lotOf(index: number, day: number): number {
  return (Math.imul(index * 61 + day + 9, 0x9e3779b1) >>> 16) % 100
}

function shiftOf(staff: Staff, kind: ShiftKind, day: number, wards: readonly Unit[], random: Random): Shift {
  const [from, to] = hours[kind]
  const early = kind === 'day' ? random.between(-2, 4) / 4 : 0
  const unit = staff.floating && random.chance(0.7) ? random.pick(wards) : staff.unit
  const isFloat = unit !== staff.unit
  const at = wards.indexOf(unit)
  return {
    staff,
    unit,
    covers: kind === 'on-call' ? [-1, 0, 1, 2].flatMap((step) => wards[at + step] ?? []) : [],
    kind,
    from: instantOf(day, from + early),
    to: instantOf(day, to + early),
    recorded: { staff, unit: isFloat && random.chance(unrecordedFloats) ? staff.unit : unit },
  }
}

function swapped(
  shift: Shift,
  colleagues: ReadonlyMap<string, readonly Staff[]>,
  day: number,
  random: Random,
): Shift {
  if (!random.chance(swapShare)) return shift
  const others = colleagues.get(`${shift.staff.role} ${shift.staff.unit.id}`) ?? []
  const free = others.filter(
    (other) => other.standing === 'works' && !other.floating && turnOf(other, day) === 'off',
  )
  if (free.length === 0) return shift
  const other = random.pick(free)
  const named = random.chance(unrecordedSwaps) ? shift.staff : other
  return { ...shift, staff: other, recorded: { staff: named, unit: shift.recorded.unit } }
}

/** How long people stay on: most end in time, some write for up to an hour and a half more. */
export function stayOn(random: Random): number {
  return random.chance(0.2) ? Math.floor(random.unit() * 1.5 * hour) : Math.floor(random.unit() * 0.3 * hour)
}
