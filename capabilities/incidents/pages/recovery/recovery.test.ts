// The recovery board on the real server: who tells how far a system is, what is kept, and that unknown is never shown as done.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { locales } from '../../../../platform/i18n/index.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts'
import { aCentre } from '../../../organisations/builders.ts'
import { registerOrganisation } from '../../../organisations/index.ts'
import { closeIncident } from '../../actions/close.ts'
import { inviteGuest } from '../../actions/doors.ts'
import { setService } from '../../actions/keep.ts'
import { buildCase, buildContext, buildHospital, night } from '../../builders.ts'
import { buildSite, type Site, type Who } from '../room/builders/site.tsx'
import { readTelling, readTolerance } from './typed.ts'

const hourMs = 3_600_000
const later = new Date(night.getTime() + hourMs)
let db: TestDatabase
let site: Site
let hospital: number
let jana: Who
let reader: Who
let pia: Who
let made = 0

before(async () => {
  db = await testDatabase()
  site = await buildSite(db, later)
  hospital = await buildHospital(db)
  const centreId = await db.database.asCentre((scope) => registerOrganisation(scope, aCentre(), night))
  jana = { role: 'responder', organisationId: hospital, name: 'Jana Brandt' }
  reader = { role: 'reader', organisationId: hospital, name: 'Rita Kern' }
  pia = { role: 'duty-officer', organisationId: centreId, name: 'Pia Lorenz' }
  await givenOrder()
})
after(async () => {
  await site.close()
  await db.close()
})

/** The domain controller took two hours in its test; the laboratory database was never tested. */
async function givenOrder(): Promise<void> {
  await db.query(
    `insert into recovery_steps (organisation_id, service, position, system)
     values ($1, 'laboratory', 1, 'Domain controller'), ($1, 'laboratory', 2, 'Laboratory database')`,
    [hospital],
  )
  await db.query(
    `insert into restore_tests (organisation_id, system, system_class, started_at, ended_at, watched_by, outcome, note, recorded_by, recorded_by_name, recorded_at)
     values ($1, 'Domain controller', 'domain-controller', $2, $3, 'Rita Kern', 'restored', 'signed in', 'person:1', 'Jana Brandt', $3)`,
    [hospital, new Date(night.getTime() - 50 * hourMs), new Date(night.getTime() - 48 * hourMs)],
  )
}

async function opened(parts: Parameters<typeof buildCase>[2] = {}) {
  const access = await buildCase(db, hospital, { formToken: `recovery-${++made}`, ...parts })
  const room = `/o/${hospital}/incidents/${access.incidentId}`
  return { access, room, board: `${room}/recovery` }
}

const telling = (system: string, state: string, seen = '', note = '') => ({
  ...{ form: 'system', formId: `form-${++made}-0000`, system, state, seen, note },
})

async function lastMark(incidentId: number): Promise<{ id: string; state: string; count: number }> {
  const rows = await db.query<{ id: string; state: string }>(
    'select id, state from incident_recovery where incident_id = $1 order by id',
    [incidentId],
  )
  const last = rows.at(-1)
  return { id: String(last?.id ?? ''), state: last?.state ?? '', count: rows.length }
}

const systemOn = (document: Document, key: string) =>
  (document.querySelector(`[data-system="${key}"]`)?.textContent ?? '').replaceAll(/\s+/g, ' ')

test('the board stands in the order of the readiness pages, and says of what nobody can tell', async () => {
  const { board, room } = await opened()
  const page = await site.get(board, jana)
  assert.match(page.text, /0 of 2 systems back/)
  assert.match(
    systemOn(page.document, 'domain controller'),
    /Waiting.*Takes 2 h, as in its last restore test\./,
  )
  assert.match(systemOn(page.document, 'laboratory database'), /its restore was never tested/)
  assert.match(page.text, /At least 2 h: for 1 system on the way we can’t tell/)
  assert.match(page.text, /nobody has written down which systems it needs/)
  assert.ok((await site.get(room, jana)).document.querySelector(`a[href="${board}"]`))
})

test('a system goes from waiting to back step by step, each with who and when, and opens its service', async () => {
  const { access, board } = await opened()
  for (const system of ['Domain controller', 'Laboratory database'])
    for (const [index, state] of ['restoring', 'checked', 'back'].entries()) {
      const seen = index === 0 ? '' : (await lastMark(access.incidentId)).id
      assert.equal((await site.post(board, telling(system, state, seen, `${state} now`), jana)).status, 303)
    }
  const page = await site.get(board, jana)
  assert.match(page.text, /2 of 2 systems back/)
  assert.match(
    systemOn(page.document, 'domain controller'),
    /Back in use.*since Sun 29 Mar, 03:30, Jana Brandt/,
  )
  assert.match(systemOn(page.document, 'domain controller'), /Restored and checked: since .*checked now/)
  assert.match(page.text, /All its systems are back\. Ask the ward whether it works\./)
  const [entry] = await db.query<{ details: { system: string; state: string } }>(
    "select details from journal where object_type = 'incident' and object_id = $1 and action = 'incident.system-told' order by id desc",
    [String(access.incidentId)],
  )
  assert.deepEqual(entry?.details, { system: 'Laboratory database', state: 'back' })
})

test('nothing goes back unchecked, sent twice is once, and who is second is told who was first', async () => {
  const { access, board } = await opened()
  assert.equal((await site.post(board, telling('Domain controller', 'back'), jana)).status, 409)
  const begin = telling('Domain controller', 'restoring')
  for (const _ of [1, 2]) assert.equal((await site.post(board, begin, jana)).status, 303)
  assert.equal((await lastMark(access.incidentId)).count, 1)
  const centreBoard = `/centre/incidents/${hospital}/${access.incidentId}/recovery`
  const second = await site.post(centreBoard, telling('domain  CONTROLLER', 'restoring', '', 'Tape 4'), pia)
  assert.equal(second.status, 409)
  assert.match(second.text, /Jana Brandt was faster: Being restored\. Nothing of yours was stored/)
  assert.equal((await lastMark(access.incidentId)).count, 1)
  const same = await site.post(centreBoard, telling('Domain controller', 'restoring', '', 'Tape 4'), pia)
  assert.equal(same.document.querySelector('details[open] textarea')?.textContent, 'Tape 4')
})

test('a system that stands in no order is added once, by its name as people write it', async () => {
  const { board } = await opened()
  const add = (system: string) => ({ ...telling(system, 'waiting'), form: 'add' })
  assert.equal((await site.post(board, add(' '), jana)).status, 422)
  assert.equal((await site.post(board, add('x'.repeat(121)), jana)).status, 422)
  assert.equal((await site.post(board, add('Kitchen <orders>'), jana)).status, 303)
  const again = await site.post(board, add('KITCHEN  <orders>'), jana)
  assert.equal(again.status, 409)
  assert.match(again.text, /It is on the board already/)
  const page = await site.get(board, jana)
  assert.match(
    systemOn(page.document, 'kitchen <orders>'),
    /Kitchen <orders>.*it stands in no recovery order/,
  )
})

test('how long a service can wait is said by people, sets the order, and is known to later cases but not from exercises', async () => {
  const exercise = await opened({ realm: 'exercise' })
  await site.post(`${exercise.board}/tolerable`, { service: 'laboratory', hours: '99' }, jana)
  const { access, board } = await opened()
  const first = (document: Document) =>
    (document.querySelector('[aria-labelledby=services] tbody tr')?.textContent ?? '').replaceAll(/\s+/g, ' ')
  assert.match(first((await site.get(board, jana)).document), /^Emergency/)
  const wrong = await site.post(`${board}/tolerable`, { service: 'laboratory', hours: 'eight' }, jana)
  assert.equal(wrong.status, 422)
  assert.equal(wrong.document.querySelector('#hours')?.getAttribute('value'), 'eight')
  assert.equal(
    (await site.post(`${board}/tolerable`, { service: 'laboratory', hours: '1,5' }, jana)).status,
    303,
  )
  const down = {
    service: 'laboratory',
    state: 'stopped',
    expectedAt: null,
    divertedTo: null,
    note: null,
  } as const
  await setService(buildContext(db), access, down, later)
  const laboratory = first((await site.get(board, jana)).document)
  assert.match(laboratory, /^Laboratory.*1\.5 h.*until Sun 29 Mar, 05:00.*Too late: find another way now/)
  const next = await opened()
  assert.match((await site.get(next.board, jana)).text, /1\.5 h.*\(in an earlier case\)/)
})

test('who may only read sees the board and no form; a stranger and a closed case change nothing', async () => {
  const { access, board } = await opened()
  const invited = { name: 'R. Ott', ofWhom: 'Forensics Ltd', may: 'read', days: 2 } as const
  const guest = `/room/${await inviteGuest(buildContext(db), access, invited, night)}/recovery`
  for (const [path, who] of [
    [board, reader],
    [guest, null],
  ] as const) {
    const page = await site.get(path, who)
    assert.equal(page.status, 200)
    assert.equal(page.document.querySelectorAll('form').length, 0)
    assert.equal((await site.post(path, telling('Domain controller', 'restoring'), who)).status, 403)
    assert.equal(
      (await site.post(`${path}/tolerable`, { service: 'laboratory', hours: '1' }, who)).status,
      403,
    )
  }
  const other = await buildHospital(db, 'Birkensee Clinic')
  const stranger: Who = { role: 'lead', organisationId: other, name: 'Otto Fremd' }
  assert.equal((await site.get(board, stranger)).status, 403)
  await closeIncident(buildContext(db), access, 'All is well.', later)
  assert.equal((await site.post(board, telling('Domain controller', 'restoring'), jana)).status, 409)
  assert.equal((await lastMark(access.incidentId)).count, 0)
})

test('with ransomware the evidence to keep and the finder come first; other cases and guests see no finder', async () => {
  const { access, board } = await opened()
  const page = await site.get(board, jana)
  assert.match(page.text, /Keep the evidence first/)
  assert.ok(page.document.querySelector(`a[href="/o/${hospital}/ransomware"]`))
  const other = await opened({ kind: 'telephone-down' })
  assert.doesNotMatch((await site.get(other.board, jana)).text, /Keep the evidence first/)
  const invited = { name: 'R. Ott', ofWhom: 'Forensics Ltd', may: 'write', days: 2 } as const
  const guest = `/room/${await inviteGuest(buildContext(db), access, invited, night)}/recovery`
  const seen = await site.get(guest, null)
  assert.match(seen.text, /Keep the evidence first/)
  assert.equal(seen.document.querySelector('a[href*=ransomware]'), null)
  assert.equal((await site.post(guest, telling('Domain controller', 'restoring'), null)).status, 303)
})

test('what was told is never changed or removed, also not by the application', async () => {
  const { access, board } = await opened()
  await site.post(board, telling('Domain controller', 'restoring'), jana)
  await assert.rejects(
    db.query("update incident_recovery set state = 'back' where incident_id = $1", [access.incidentId]),
  )
  const [rights] = await db.query<{ may: boolean }>(
    "select has_table_privilege('salus_member', 'incident_recovery', 'update, delete') as may",
  )
  assert.equal(rights?.may, false)
})

test('what is typed is read whatever it is, and is a fault where it cannot be', () => {
  const form = { form: 'system', formId: 'f', system: 'A', state: 'restoring', note: '', seen: '' }
  assert.deepEqual(readTelling({ ...form, note: 'x'.repeat(1_001) }), { fault: 'note-too-long' })
  assert.deepEqual(readTelling({ ...form, state: 'exploded' }), { fault: 'not-next' })
  assert.deepEqual(readTelling({ ...form, system: '\0' }), { fault: 'no-system' })
  const read = readTelling({ ...form, seen: '12', system: ' Ward \n PC ' })
  assert.ok(!('fault' in read) && read.seen === 12 && read.system === 'Ward PC')
  const hours = (typed: string) => readTolerance({ service: 'laboratory', hours: typed })
  assert.deepEqual(hours('0,5'), { service: 'laboratory', hours: 0.5 })
  assert.deepEqual(hours('2160'), { service: 'laboratory', hours: 2_160 })
  for (const typed of ['2160.01', '-1', '', '1e3', 'NaN', '1.234', '8 h'])
    assert.deepEqual(hours(typed), { fault: 'no-hours' }, typed)
  assert.deepEqual(readTolerance({ service: 'toString', hours: '1' }), { fault: 'no-service' })
})

test('every language says the board in its own words', async () => {
  const { board } = await opened()
  for (const locale of locales) {
    const page = await site.get(board, jana, locale)
    assert.equal(page.status, 200)
    if (locale !== 'en') assert.doesNotMatch(page.text, /Say how far it is|Soon enough|We can’t tell/)
  }
})
