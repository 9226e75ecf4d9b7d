// Writes what the hospital tells of staff, turns and patients, with the gaps that such extracts have in life.
// SPDX-License-Identifier: EUPL-1.2
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { day, hour, localDate, localIso, weekStart } from '../calendar.ts'
import { nightService } from '../cases/look-alikes.ts'
import type { Plan } from '../cases/plan.ts'
import { randomOf } from '../random.ts'
import { addressText, recordNumber, surnameText } from '../world/patients.ts'
import { sites } from '../world/units.ts'
import type { World } from '../world/world.ts'

/** Shares of lines: never in the extract, in it hours late; of orders and care teams, never in it. */
export const gaps = { missing: 0.015, late: 0.015, orders: 0.01, careTeams: 0.15 } as const

type Lines = Generator<string>

export async function writeExtracts(world: World, plan: Plan, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const files: Readonly<Record<string, () => Lines>> = {
    'staff.csv': () => staffLines(world),
    'roster.csv': () => rosterLines(world),
    'patients.csv': () => patientLines(world),
    'encounters.csv': () => encounterLines(world),
    'appointments.csv': () => appointmentLines(world),
    'orders.csv': () => orderLines(world, plan),
    'care-teams.csv': () => careTeamLines(world),
    'places.csv': placeLines,
    'lists.csv': listLines,
  }
  for (const [name, lines] of Object.entries(files))
    await pipeline(Readable.from(inBlocks(lines())), createWriteStream(join(folder, name)))
}

function* inBlocks(lines: Lines): Generator<string> {
  let block: string[] = []
  for (const line of lines) {
    block.push(line)
    if (block.length < 2_000) continue
    yield `${block.join('\n')}\n`
    block = []
  }
  yield `${block.join('\n')}\n`
}

function* staffLines({ staff }: World): Lines {
  yield 'user;role;unit;surname;address;patient;on_leave;exit_date'
  for (const { user, role, unit, surname, household, patient, standing } of staff) {
    if (standing === 'new-unrecorded') continue
    const record = patient === null ? '' : recordNumber(patient)
    const leave =
      standing === 'on-leave' ? `${localDate(weekStart - 7 * day)}/${localDate(weekStart + 11 * day)}` : ''
    const exit = standing === 'left' ? localDate(weekStart - 12 * day) : ''
    yield [user, role, unit.id, surnameText(surname), addressText(household), record, leave, exit].join(';')
  }
}

function* rosterLines({ roster }: World): Lines {
  yield 'user,from,to,kind,unit'
  for (const { recorded, covers, from, to } of roster) {
    if (recorded.staff.standing === 'new-unrecorded') continue
    const turn = `${recorded.staff.user},${localIso(from)},${localIso(to)}`
    if (covers.length === 0) yield `${turn},shift,${recorded.unit.id}`
    for (const unit of covers) yield `${turn},on_call,${unit.id}`
  }
}

function* patientLines({ patients }: World): Lines {
  yield 'patient;flags;surname;address'
  const vips = new Set(patients.vips)
  const sensitive = new Set(patients.sensitive)
  for (let patient = 0; patient < patients.count; patient++) {
    const flags = [vips.has(patient) ? 'vip' : '', sensitive.has(patient) ? 'sensitive' : ''].filter(Boolean)
    const surname = surnameText(patients.surname[patient] ?? 0)
    yield `${recordNumber(patient)};${flags.join('|')};${surname};${addressText(patients.household[patient] ?? 0)}`
  }
}

/** An encounter that is missing in one extract is missing in all of them: the admission was never typed in. */
function* known(world: World, kinds: readonly string[]) {
  const random = randomOf(world.seed, `extract ${kinds.join(' ')}`)
  for (const encounter of world.encounters) {
    if (!kinds.includes(encounter.kind)) continue
    const draw = random.unit()
    const delay = random.between(3, 30) * hour
    if (draw < gaps.missing) continue
    const isLate = draw < gaps.missing + gaps.late && encounter.from + delay < encounter.to
    yield { ...encounter, from: isLate ? encounter.from + delay : encounter.from, random }
  }
}

function* encounterLines(world: World): Lines {
  yield 'patient,unit,from,to'
  for (const { patient, unit, from, to } of known(world, ['stay', 'emergency']))
    yield `${recordNumber(patient)},${unit.id},${localIso(from)},${localIso(to)}`
}

/** The clinic expects the patient; the reception knows of it from the booking on. */
function* appointmentLines(world: World): Lines {
  yield 'patient,unit,user,from,to'
  const desks = new Map(
    world.units.flatMap(({ kind, site, id }) => (kind === 'reception' ? [[site, id]] : [])),
  )
  for (const { patient, unit, team, from, to } of known(world, ['appointment'])) {
    const record = recordNumber(patient)
    yield `${record},${unit.id},${team[0]?.user ?? ''},${localIso(from)},${localIso(to)}`
    yield `${record},${desks.get(unit.site)},,${localIso(from - 29 * day)},${localIso(to)}`
  }
  for (const { patient, unit, from, to } of known(world, ['emergency']))
    yield `${recordNumber(patient)},${desks.get(unit.site)},,${localIso(from)},${localIso(to)}`
}

function* orderLines(world: World, plan: Plan): Lines {
  yield 'patient,unit,user,from,to'
  const random = randomOf(world.seed, 'extract orders')
  for (const { patient, unit, staff, from, to } of [...world.requests, ...plan.requests]) {
    if (random.chance(gaps.orders)) continue
    yield `${recordNumber(patient)},${staff ? '' : unit.id},${staff?.user ?? ''},${localIso(from)},${localIso(to)}`
  }
}

function* careTeamLines(world: World): Lines {
  yield 'patient,user,from,to'
  for (const { patient, team, from, to, random } of known(world, ['stay', 'emergency']))
    for (const { user } of team)
      if (!random.chance(gaps.careTeams))
        yield `${recordNumber(patient)},${user},${localIso(from)},${localIso(to)}`
}

function* placeLines(): Lines {
  yield 'network,site,device'
  yield '10.11.0.0/16,tannau,'
  yield '10.12.0.0/16,seeblick,'
}

function* listLines(): Lines {
  yield 'list,value'
  yield `service_accounts,${nightService}`
  for (const site of sites)
    for (let number = 1; number <= 8; number++)
      for (const list of ['known_ae', 'allowed_destinations'])
        yield `${list},WS_${site.toUpperCase()}_${number}`
  yield 'known_ae,PACS'
  yield 'record_applications,record-tannau'
}
