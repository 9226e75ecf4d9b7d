// All ordinary work of one hour: everybody on duty looks at patients, sometimes at the wrong one, sometimes because of a call.
// SPDX-License-Identifier: EUPL-1.2
import { hour, minute } from '../calendar.ts'
import { type Random, randomOf } from '../random.ts'
import { type Shift, stayOn } from '../world/roster.ts'
import { addressOf, homeAddress, type Unit } from '../world/units.ts'
import { presentAt, type World } from '../world/world.ts'
import { type Access, deed, look } from './access.ts'
import { anyPresent, coverAt, paceOf, turnOf, type Work, workOf } from './turns.ts'

/** Accesses without a reason in any extract, as shares of sessions: they happen everywhere and are nobody's fault. */
export const strays = {
  /** The wrong patient of the same name is opened and left again. */
  wrongPatient: 0.004,
  /** A colleague of another unit asks on the phone. */
  askedOnPhone: 0.003,
  /** Somebody calls whom no list knows. */
  unknownCaller: 0.01,
  /** Quality work, teaching, a question about an old case. */
  oldCase: 0.001,
  /** Before the record of a person of public interest, the warning turns most of those away who have no business there. */
  turnedAway: 0.7,
} as const

/** In the order of time; an hour of the whole week is some ten thousand records. */
export function ordinaryHour(world: World, hourOfWeek: number): Access[] {
  const random = randomOf(world.seed, `hour ${hourOfWeek}`)
  const present = presentAt(world, hourOfWeek)
  const out: Access[] = []
  for (const shift of present.shifts) turnOfHour(workOf(shift, present, world), random, out)
  return out
}

function turnOfHour(work: Work, random: Random, out: Access[]): void {
  const { shift, present } = work
  const from = Math.max(present.from, shift.from - 10 * minute)
  const to = Math.min(present.to, shift.to + stayOn(random))
  if (to <= from) return
  const expected = (paceOf(shift, from) * (to - from)) / hour
  const sessions = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0)
  const turn = turnOf(shift)
  if (shift.from >= present.from)
    out.push(deed(shift.staff, 'login', from, addressOf(shift.unit, shift.staff.station)))
  for (let session = 0; session < sessions; session++) {
    const patient = turn.choose(work, random)
    if (patient === null) continue
    const at = from + Math.floor(random.unit() * (to - from))
    const place = placeOf(shift, present.from, random)
    const steps = random.run(turn.more, turn.most)
    stray(work, patient, at - 2 * minute, place, random, out)
    const entersResults = shift.staff.role === 'laboratory'
    const session = { staff: shift.staff, patient, at, ...place, steps, entersResults }
    if (shift.staff.role === 'radiology') viewStudies(session, random, out)
    else look(session, random, out)
    if (random.chance(0.012))
      out.push({
        ...deed(shift.staff, 'print', at + 4 * minute, place.address),
        patient,
        site: place.site,
        objects: random.run(0.6, 12),
      })
  }
}

/** Carts and desks of the unit; on call, the ward of the patient; doctors now and then from home. */
function placeOf(shift: Shift, from: number, random: Random): { address: string; site: Unit['site'] } {
  const { staff } = shift
  if (staff.role === 'doctor' && shift.kind === 'on-call' && random.chance(0.12))
    return { address: homeAddress(staff.index), site: staff.unit.site }
  const step = random.chance(0.72) ? 0 : random.below(4)
  const unit = shift.covers.length > 0 ? coverAt(shift, from) : shift.unit
  return { address: addressOf(unit, staff.station + step), site: unit.site }
}

/** The list of studies is asked for, the pictures are opened, the report is read in the record. */
function viewStudies(session: Parameters<typeof look>[0], random: Random, out: Access[]): void {
  const { staff, patient, at, address, site } = session
  out.push({ ...deed(staff, 'find-studies', at, address), patient, site })
  for (let study = 0; study < Math.ceil(session.steps / 2); study++)
    out.push({
      ...deed(staff, 'view-study', at + (study + 1) * 20_000, address),
      patient,
      site,
      objects: random.between(20, 400),
    })
  look({ ...session, at: at + 2 * minute, steps: 1 }, random, out)
  if (!random.chance(0.15)) return
  out.push({
    ...deed(staff, 'move-studies', at + 3 * minute, address),
    patient,
    site,
    objects: random.between(20, 400),
    destination: `WS_${session.site.toUpperCase()}_${1 + random.below(8)}`,
  })
}

function stray(
  work: Work,
  intended: number,
  at: number,
  place: { address: string; site: Unit['site'] },
  random: Random,
  out: Access[],
): void {
  const found = strayPatient(work, intended, random)
  if (found === null || at < work.present.from) return
  if (work.world.vips.has(found.patient) && random.chance(strays.turnedAway)) return
  const steps = random.run(found.more, 6)
  look({ staff: work.shift.staff, patient: found.patient, at, ...place, steps, readsOnly: true }, random, out)
}

function strayPatient(
  { shift: { staff }, present, world: { bySurname, patients } }: Work,
  intended: number,
  random: Random,
): { patient: number; more: number } | null {
  const draw = random.unit()
  if (draw < strays.wrongPatient) {
    const namesakes = bySurname.get(patients.surname[intended] ?? 0) ?? []
    return namesakes.length < 2 ? null : { patient: random.pick(namesakes), more: 0.25 }
  }
  const clinical = staff.role === 'nurse' || staff.role === 'doctor'
  if (clinical && random.chance(strays.askedOnPhone)) {
    const patient = anyPresent(present, random)
    return patient === null ? null : { patient, more: 0.6 }
  }
  if (staff.role === 'reception' && random.chance(strays.unknownCaller))
    return { patient: random.below(patients.count), more: 0.3 }
  if (staff.role === 'doctor' && random.chance(strays.oldCase))
    return { patient: random.below(patients.count), more: 0.6 }
  return null
}
