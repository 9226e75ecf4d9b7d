// What a deletion does to hospitals: alerts end with their clocks and say why, and nothing that others still say is lost.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { buildLoop, type TestLoop } from '../../alerts/builders.ts'
import { insertHospital } from '../../assets/builders.ts'
import { recordingContext } from '../builders.ts'
import { bringBackAdvisory, deleteAdvisory } from './delete.ts'

const person = { id: 12, name: 'Ada Example' }
const day = (text: string) => new Date(`${text}T10:00:00Z`)
let db: TestDatabase
let loop: TestLoop
let hospital: number

before(async () => {
  db = await testDatabase()
  loop = buildLoop(db)
  hospital = await insertHospital(db, 'Tannau Hospital')
  await loop.importList(
    hospital,
    ['1;Gateway 1;Northwind Medical;PumpGate;2.3.1;Main site'],
    day('2026-03-02'),
  )
})
after(() => db.close())

const idOf = async (trackingId: string) =>
  (
    await db.query<{ id: number }>('select id::int as id from advisories where tracking_id = $1', [
      trackingId,
    ])
  )[0]?.id ?? 0
const alertOf = async (trackingId: string) => {
  const [row] = await db.query<{ state: string; because: string | null; clocks: number }>(
    `select al.state, al.ended_because as because, count(o.id)::int as clocks
     from (select * from alerts where organisation_id = $1 and advisory_id = $2) al
       left join (select * from obligations where discharged_at is null and cancelled_at is null) o
         on o.organisation_id = al.organisation_id and o.subject_id = al.id
     group by al.id, al.state, al.ended_because`,
    [hospital, await idOf(trackingId)],
  )
  return row ?? null
}
const verdictsOf = async (trackingId: string) =>
  (await db.query('select from verdicts where advisory_id = $1', [await idOf(trackingId)])).length

async function change(make: typeof deleteAdvisory, trackingId: string, now: Date): Promise<void> {
  const context = { ...recordingContext(db), events: loop.events }
  await make(context, { advisoryId: await idOf(trackingId), reason: 'Not meant for us', person }, now)
  await loop.settle(now)
}

test('deleting a document withdraws its alerts with their clocks, removes its verdicts, and says why', async () => {
  await loop.publish({ id: 'DEL-1', cve: 'CVE-2026-80001', range: '< 2.4.0' }, day('2026-03-04'))
  assert.deepEqual(await alertOf('DEL-1'), { state: 'new', because: null, clocks: 2 })
  await change(deleteAdvisory, 'DEL-1', day('2026-03-05'))
  assert.deepEqual(await alertOf('DEL-1'), { state: 'withdrawn', because: 'deleted', clocks: 0 })
  assert.equal(await verdictsOf('DEL-1'), 0)
})

test('a deleted document that a feed sends again raises no alert, an inventory that arrives later neither', async () => {
  await loop.publish({ id: 'DEL-1', cve: 'CVE-2026-80001', range: '< 2.4.0' }, day('2026-03-06'))
  await loop.importList(
    hospital,
    ['1;Gateway 1;Northwind Medical;PumpGate;2.3.2;Main site'],
    day('2026-03-06'),
  )
  assert.equal((await alertOf('DEL-1'))?.state, 'withdrawn')
  assert.equal(await verdictsOf('DEL-1'), 0)
})

test('a newer version of a deleted document warns again', async () => {
  await loop.publish(
    { id: 'DEL-1', cve: 'CVE-2026-80001', range: '< 2.4.0', version: '2' },
    day('2026-03-07'),
  )
  assert.equal((await alertOf('DEL-1'))?.state, 'new')
})

test('a document that a person brings back warns again', async () => {
  await change(deleteAdvisory, 'DEL-1', day('2026-03-08'))
  assert.equal((await alertOf('DEL-1'))?.state, 'withdrawn')
  await change(bringBackAdvisory, 'DEL-1', day('2026-03-09'))
  assert.deepEqual(await alertOf('DEL-1'), { state: 'new', because: null, clocks: 2 })
})

test('another document about the same vulnerability takes over when the one that was told is deleted', async () => {
  await loop.publish({ id: 'DEL-2', cve: 'CVE-2026-80002', range: '< 2.4.0' }, day('2026-03-10'))
  await loop.publish({ id: 'DEL-3', cve: 'CVE-2026-80002', range: '< 2.4.0' }, day('2026-03-10'))
  assert.equal(await alertOf('DEL-3'), null, 'folded into the first')
  await change(deleteAdvisory, 'DEL-2', day('2026-03-11'))
  assert.equal((await alertOf('DEL-2'))?.because, 'deleted')
  assert.deepEqual(await alertOf('DEL-3'), { state: 'new', because: null, clocks: 2 })
})

test('the document that an ended alert was explained by is still there byte for byte', async () => {
  const kept = await db.query<{ same: boolean }>(
    'select sha256 = sha256(document) as same from advisory_revisions where advisory_id = $1',
    [await idOf('DEL-2')],
  )
  assert.deepEqual(kept, [{ same: true }])
})

test('no event was left behind with a problem', async () => {
  assert.deepEqual(await db.query('select subscription, problem from events'), [])
})
