// What each role does in an hour of work: how many patients it looks at, and whose turn it is to be looked at.
// SPDX-License-Identifier: EUPL-1.2
import { hour, hourOfDay } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Encounter } from '../world/encounters.ts'
import type { Request, RequestKind } from '../world/requests.ts'
import type { Shift } from '../world/roster.ts'
import type { Unit } from '../world/units.ts'
import type { Present, World } from '../world/world.ts'

/** A patient with a reason, or null where there is nobody to look at. */
type Choice = (work: Work, random: Random) => number | null

/** One person's work of one hour. */
export interface Work {
  readonly shift: Shift
  readonly present: Present
  readonly world: World
  /** Patients of the unit, and those of them whom this person treats; looked up once in the hour. */
  readonly patients: readonly Encounter[]
  readonly own: readonly Encounter[]
}

export function workOf(shift: Shift, present: Present, world: World): Work {
  const { staff } = shift
  const unit = shift.covers.length > 0 ? coverAt(shift, present.from) : shift.unit
  const patients = present.inUnit.get(unit) ?? []
  // A nurse has patients of her own in a shift and helps with the others; a doctor those whose care team has the name.
  const isOwn = ({ patient, team }: Encounter) =>
    staff.role === 'nurse' ? (patient + staff.index) % 4 === 0 : team.includes(staff)
  return { shift, present, world, patients, own: patients.filter(isOwn) }
}

/** On call one goes from ward to ward. */
export function coverAt({ covers, unit, staff }: Shift, at: number): Unit {
  return covers[(Math.floor(at / hour) + staff.index) % covers.length] ?? unit
}

export interface Turn {
  /** Sessions in an hour of the day. */
  readonly sessions: (hourOfDay: number, shift: Shift) => number
  /** Chance of one more step in a session, and the most. */
  readonly more: number
  readonly most: number
  readonly choose: Choice
}

export function turnOf(shift: Shift): Turn {
  const { role, unit } = shift.staff
  if (role === 'nurse' || role === 'doctor') {
    if (unit.kind === 'emergency') return emergency
    if (unit.kind === 'clinic') return clinic
    if (role === 'nurse') return wardNurse
    return shift.kind === 'on-call' ? onCall : wardDoctor
  }
  return services[role]
}

const wardNurse: Turn = {
  sessions: (_, { kind }) => (kind === 'night' ? 1.6 : 2.6),
  more: 0.58,
  most: 9,
  choose: ({ patients, own }, random) =>
    patientOf(random.chance(0.75) && own.length > 0 ? own : patients, random),
}

const wardDoctor: Turn = {
  // The round, and afterwards letters, findings and what others ask.
  sessions: (hourOf) => (hourOf >= 8 && hourOf < 11 ? 8 : 4.5),
  more: 0.6,
  most: 10,
  choose: ({ shift, present, patients, own }, random) => {
    const draw = random.unit()
    if (draw < 0.12) return patientOf(present.leftUnit.get(shift.unit) ?? [], random)
    if (draw < 0.2) return asked('consultation', shift, present, random)
    return patientOf(draw < 0.6 && own.length > 0 ? own : patients, random)
  },
}

const onCall: Turn = {
  sessions: (hourOf) => (hourOf >= 16 ? 5 : hourOf < 6 ? 1.6 : 3),
  more: 0.6,
  most: 10,
  choose: ({ patients }, random) => patientOf(patients, random),
}

const emergency: Turn = {
  sessions: (hourOf) => (hourOf < 7 ? 2.5 : 5),
  more: 0.6,
  most: 10,
  choose: ({ patients }, random) => patientOf(patients, random),
}

const clinic: Turn = {
  sessions: () => 5,
  more: 0.55,
  most: 8,
  choose: ({ shift, present, patients }, random) => {
    const draw = random.unit()
    if (draw < 0.05 && shift.staff.role === 'doctor') {
      const consultation = asked('consultation', shift, present, random)
      if (consultation !== null) return consultation
    }
    return patientOf(draw < 0.2 ? (present.leftUnit.get(shift.unit) ?? []) : patients, random)
  },
}

const services: Readonly<Record<Exclude<Shift['staff']['role'], 'nurse' | 'doctor'>, Turn>> = {
  laboratory: serving('laboratory', 11, 0.25, 4),
  radiology: serving('radiology', 5, 0.5, 6),
  pharmacy: serving('pharmacy', 12, 0.35, 5),
  billing: serving('billing', 24, 0.25, 4),
  registry: serving('registry', 12, 0.5, 6),
  reception: {
    sessions: (hourOf) => (hourOf < 7 || hourOf > 18 ? 3 : 9),
    more: 0.3,
    most: 4,
    choose: ({ shift: { unit }, present: { from }, world }, random) => {
      // Who comes now, who comes in the next days, and who calls about it; all of them stand in the book.
      const until = from + (random.chance(0.6) ? 3 : 28 * 24) * hour
      const some = sampleBetween(world.encounters, from - hour, until, random)
      return some !== null && some.kind !== 'stay' && some.unit.site === unit.site ? some.patient : null
    },
  },
  // People of IT look at records only for a fault that somebody reported; no extract says for which.
  it: {
    sessions: () => 0.12,
    more: 0.3,
    most: 3,
    choose: ({ present }, random) => anyPresent(present, random),
  },
}

function serving(kind: RequestKind, sessions: number, more: number, most: number): Turn {
  return {
    sessions: (hourOf) => (hourOf < 6 || hourOf > 20 ? sessions / 4 : sessions),
    more,
    most,
    choose: ({ shift, present }, random) => asked(kind, shift, present, random),
  }
}

function asked(
  kind: RequestKind,
  { unit, staff }: Pick<Shift, 'unit' | 'staff'>,
  present: Present,
  random: Random,
): number | null {
  const open = present.requests.get(kind) ?? []
  const isMine = (request: Request) =>
    request.unit === unit && (request.staff === null || request.staff === staff)
  // A few looks into the list find one's own nearly always; a consultation is sought through the whole list.
  if (kind === 'consultation') return patientOf(open.filter(isMine), random)
  for (let attempt = 0; attempt < 12 && open.length > 0; attempt++) {
    const request = random.pick(open)
    if (isMine(request)) return request.patient
  }
  return null
}

function patientOf(list: readonly Pick<Encounter, 'patient'>[], random: Random): number | null {
  return list.length === 0 ? null : random.pick(list).patient
}

export function anyPresent(present: Present, random: Random): number | null {
  const units = [...present.inUnit.values()]
  return units.length === 0 ? null : patientOf(random.pick(units), random)
}

/** An encounter that begins in the span; encounters are in the order of their beginning. */
function sampleBetween(
  encounters: readonly Encounter[],
  from: number,
  to: number,
  random: Random,
): Encounter | null {
  const first = firstFrom(encounters, from)
  const last = firstFrom(encounters, to)
  return last > first ? (encounters[first + random.below(last - first)] ?? null) : null
}

function firstFrom(encounters: readonly Encounter[], at: number): number {
  let low = 0
  let high = encounters.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((encounters[middle]?.from ?? at) < at) low = middle + 1
    else high = middle
  }
  return low
}

export function paceOf(shift: Shift, at: number): number {
  return turnOf(shift).sessions(hourOfDay(at), shift) * shift.staff.pace
}
