// Why services and other units look at a patient: orders, consultations, cases to bill, reports to a registry.
// SPDX-License-Identifier: EUPL-1.2
import { day, hour, instantOf } from '../calendar.ts'
import { type Random, randomOf } from '../random.ts'
import type { Encounter } from './encounters.ts'
import type { Staff } from './staff.ts'
import type { Unit, UnitKind } from './units.ts'

export type RequestKind = 'laboratory' | 'radiology' | 'pharmacy' | 'consultation' | 'billing' | 'registry'

export interface Request {
  readonly kind: RequestKind
  readonly patient: number
  readonly unit: Unit
  /** The person asked, where it is one. */
  readonly staff: Staff | null
  readonly from: number
  readonly to: number
}

/** Orders in a day of a stay, or in one visit. */
const daily: Readonly<
  Record<Encounter['kind'], Readonly<Record<'laboratory' | 'radiology' | 'consultation', number>>>
> = {
  stay: { laboratory: 0.9, radiology: 0.16, consultation: 0.14 },
  emergency: { laboratory: 0.8, radiology: 0.5, consultation: 0.15 },
  appointment: { laboratory: 0.25, radiology: 0.14, consultation: 0 },
}
const registered = 0.05

export function requestsOf(
  encounters: readonly Encounter[],
  units: readonly Unit[],
  staffOf: ReadonlyMap<Unit, readonly Staff[]>,
  days: number,
  seed: number,
): readonly Request[] {
  const random = randomOf(seed, 'requests')
  const byKind = Map.groupBy(units, ({ kind }) => kind)
  const unitOf = (kind: UnitKind, near: Unit) =>
    byKind.get(kind)?.find(({ site }) => site === near.site) ?? byKind.get(kind)?.[0] ?? near
  const start = instantOf(-1, 0)
  const end = instantOf(days, 0)
  const found: Request[] = []
  for (const encounter of encounters) {
    const { kind, patient, unit, from, to } = encounter
    const add = (what: RequestKind, where: Unit, begin: number, until: number, staff: Staff | null = null) =>
      found.push({ kind: what, patient, unit: where, staff, from: begin, to: until })
    if (to < end && to > start - 28 * day) {
      add('billing', unitOf('billing', unit), to, to + 30 * day)
      if (random.chance(registered)) add('registry', unitOf('registry', unit), to, to + 90 * day)
    }
    if (to < start || from > end) continue
    if (kind === 'stay') add('pharmacy', unitOf('pharmacy', unit), from, to)
    for (let at = Math.max(from, start); at < Math.min(to, end); at += day) {
      const { laboratory, radiology, consultation } = daily[kind]
      const begin = at + Math.floor(random.unit() * Math.min(day, to - at))
      if (random.chance(laboratory)) add('laboratory', unitOf('laboratory', unit), begin, begin + 8 * hour)
      if (random.chance(radiology)) add('radiology', unitOf('radiology', unit), begin, begin + 24 * hour)
      if (random.chance(consultation)) consult(begin, unit, byKind, staffOf, random, add)
    }
  }
  return found.toSorted((one, two) => one.from - two.from || one.patient - two.patient)
}

/** A doctor of another ward or clinic is asked for an opinion. */
function consult(
  begin: number,
  own: Unit,
  byKind: ReadonlyMap<UnitKind, readonly Unit[]>,
  staffOf: ReadonlyMap<Unit, readonly Staff[]>,
  random: Random,
  add: (what: RequestKind, where: Unit, begin: number, until: number, staff: Staff | null) => void,
): void {
  const others = [...(byKind.get('ward') ?? []), ...(byKind.get('clinic') ?? [])].filter(
    (unit) => unit !== own,
  )
  const unit = random.pick(others)
  const doctors = (staffOf.get(unit) ?? []).filter(({ role }) => role === 'doctor')
  if (doctors.length > 0) add('consultation', unit, begin, begin + 30 * hour, random.pick(doctors))
}
