// Tests of the early-warning loop on a real database: document and inventory in, one alert for each hospital out.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { insertHospital } from '../assets/builders.ts'
import { buildLoop, type TestLoop } from './builders.ts'

const day = (text: string) => new Date(`${text}T10:00:00Z`)
const device = (number: number, version: string, product = 'PumpGate') =>
  `${number};Gateway ${number};Northwind Medical;${product};${version};Main site`

let db: TestDatabase
let loop: TestLoop
let first: number
let second: number

interface AlertRow {
  readonly organisation: number
  readonly state: string
  readonly answer: string
  readonly affected: number
  readonly unsure: number
  readonly because: string | null
}

const alerts = (trackingId: string) =>
  db.query<AlertRow & Record<string, unknown>>(
    `select al.organisation_id::int as organisation, al.state, al.answer, al.affected_assets as affected, al.unsure_assets as unsure, al.reopened_because as because
     from alerts al join advisories a on a.id = al.advisory_id where a.tracking_id = $1 order by 1`,
    [trackingId],
  )

before(async () => {
  db = await testDatabase()
  loop = buildLoop(db)
  first = await insertHospital(db, 'Tannau Hospital')
  second = await insertHospital(db, 'Birkensee Clinic')
  await loop.importList(
    first,
    [device(1, '2.3.1'), device(2, '2.3.1'), device(3, ''), device(4, '2.5.0')],
    day('2026-03-02'),
  )
  await loop.importList(second, [device(9, '2.4.0')], day('2026-03-02'))
})
after(() => db.close())

test('a published advisory raises one alert for each hospital that it concerns, and none for the others', async () => {
  await loop.publish({ id: 'NWM-1', range: '< 2.4.0' }, day('2026-03-04'))
  assert.deepEqual(await alerts('NWM-1'), [
    { organisation: first, state: 'new', answer: 'affected', affected: 2, unsure: 1, because: null },
  ])
  assert.deepEqual(
    loop.opened.map((one) => one.organisationId),
    [first],
  )
})

test('the same document again changes nothing', async () => {
  await loop.publish({ id: 'NWM-1', range: '< 2.4.0' }, day('2026-03-05'))
  assert.equal(loop.opened.length, 1)
})

test('an inventory that comes after the advisory is matched in the transaction that stores it', async () => {
  await loop.importList(second, [device(9, '2.3.9')], day('2026-03-05'))
  const [, concerned] = await alerts('NWM-1')
  assert.deepEqual(concerned, {
    organisation: second,
    state: 'new',
    answer: 'affected',
    affected: 1,
    unsure: 0,
    because: null,
  })
})

test('a new list without the affected version ends the alert by itself, with its clocks', async () => {
  await loop.importList(second, [device(9, '2.4.1')], day('2026-03-06'))
  const [, ended] = await alerts('NWM-1')
  assert.equal(ended?.state, 'remediated')
  const running = await db.query(
    'select 1 from obligations where organisation_id = $1 and discharged_at is null and cancelled_at is null',
    [second],
  )
  assert.equal(running.length, 0)
})

test('a revision with the same remedy is silent, one with another remedy opens the alert again and says so', async () => {
  const before = loop.opened.length
  await loop.publish(
    { id: 'NWM-1', range: '< 2.4.0', version: '2', title: 'A clearer title' },
    day('2026-03-07'),
  )
  assert.equal(loop.opened.length, before)
  await loop.publish(
    { id: 'NWM-1', range: '< 2.4.0', version: '3', fix: 'Update to 2.4.2, which replaces 2.4.0.' },
    day('2026-03-08'),
  )
  const [concerned] = await alerts('NWM-1')
  assert.equal(concerned?.because, 'fix-changed')
  assert.equal(loop.opened.length, before + 1)
})

test('an entry in the catalogue of exploited vulnerabilities opens the alert again', async () => {
  await loop.publish({ id: 'NWM-2', cve: 'CVE-2026-99417', range: '< 2.4.0' }, day('2026-03-09'))
  await loop.publishKev(['CVE-2026-99417'], day('2026-03-10'))
  const [concerned] = await alerts('NWM-2')
  assert.equal(concerned?.because, 'exploited')
})

test('a narrowed advisory withdraws the alert and cancels what was owed', async () => {
  await loop.publish({ id: 'NWM-3', cve: 'CVE-2026-99418', range: '< 2.4.0' }, day('2026-03-11'))
  await loop.publish(
    { id: 'NWM-3', cve: 'CVE-2026-99418', range: '< 1.0.0', version: '2' },
    day('2026-03-12'),
  )
  assert.deepEqual(
    (await alerts('NWM-3')).map((alert) => [alert.organisation, alert.state, alert.unsure]),
    [[first, 'new', 1]],
  )
})

test('a second document about the same vulnerability becomes a source of the first alert and raises none', async () => {
  await loop.publish({ id: 'NWM-5', cve: 'CVE-2026-99420', range: '< 2.4.0' }, day('2026-03-12'))
  const before = loop.opened.length
  await loop.publish({ id: 'NWM-6', cve: 'CVE-2026-99420', range: '< 2.4.0' }, day('2026-03-12'))
  assert.deepEqual(await alerts('NWM-6'), [])
  assert.equal(loop.opened.length, before)
  await loop.publish(
    { id: 'NWM-5', cve: 'CVE-2026-99420', range: '< 1.0.0', version: '2' },
    day('2026-03-13'),
  )
  assert.deepEqual(
    (await alerts('NWM-6')).map((alert) => [alert.state, alert.affected, alert.unsure]),
    [['new', 2, 0]],
  )
})

test('a document that says more than an earlier one takes its alert over, and the earlier one says so', async () => {
  await loop.publish({ id: 'NWM-8', cve: 'CVE-2026-99421', range: '< 2.4.0' }, day('2026-03-14'))
  await loop.publish(
    { id: 'NWM-7', cve: 'CVE-2026-99421', moreCves: ['CVE-2026-99422'], range: '< 2.4.0' },
    day('2026-03-15'),
  )
  const [earlier] = await db.query<{ state: string; because: string }>(
    `select al.state, al.ended_because as because from alerts al join advisories a on a.id = al.advisory_id where a.tracking_id = 'NWM-8'`,
  )
  assert.deepEqual(earlier, { state: 'withdrawn', because: 'folded' })
  assert.equal((await alerts('NWM-7'))[0]?.state, 'new')
})

test('a document that was folded into another one raises its own alert when that one names the vulnerability no more', async () => {
  await loop.publish({ id: 'NWM-9', cve: 'CVE-2026-99430', range: '< 2.4.0' }, day('2026-03-15'))
  await loop.publish({ id: 'NWM-10', cve: 'CVE-2026-99430', range: '< 2.4.0' }, day('2026-03-15'))
  assert.deepEqual(await alerts('NWM-10'), [])
  await loop.publish(
    { id: 'NWM-9', cve: 'CVE-2026-99431', range: '< 2.4.0', version: '2' },
    day('2026-03-16'),
  )
  assert.deepEqual(
    (await alerts('NWM-10')).map((alert) => [alert.state, alert.affected]),
    [['new', 2]],
  )
})

test('each alert has its acknowledgement due 48 hours later, and a date for its remedy', async () => {
  const rows = await db.query<{ kind: string; hours: number }>(
    `select o.kind, round(extract(epoch from o.due_at - o.starts_at) / 3600)::int as hours from obligations o join alerts al on al.organisation_id = o.organisation_id and al.id = o.subject_id
     join advisories a on a.id = al.advisory_id where a.tracking_id = 'NWM-2' and o.cancelled_at is null order by o.kind`,
  )
  assert.deepEqual(
    rows.map((row) => row.kind),
    ['alert-acknowledge', 'alert-remediate'],
  )
  assert.equal(rows[0]?.hours, 48)
})

test('every opened alert stands in the journal of its hospital', async () => {
  const rows = await db.query<{ action: string }>(
    `select action from journal where organisation_id = $1 and object_type = 'alert' order by id`,
    [first],
  )
  assert.ok(rows.filter((row) => row.action === 'alert.raised').length >= 3)
  assert.ok(rows.some((row) => row.action === 'alert.reopened'))
})

test('no event was left behind with a problem', async () => {
  assert.deepEqual(await db.query('select subscription, problem from events'), [])
})
