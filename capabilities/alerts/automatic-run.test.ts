// The runs of matching that nobody asks for: a new advisory, a new asset, and a new major version of an advisory.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { csafDocument } from '../advisories/builders.ts'
import { recordDocuments } from '../advisories/index.ts'
import { insertHospital } from '../assets/builders.ts'
import { alertsContext } from './actions/builders.ts'
import { buildLoop, type TestLoop } from './builders.ts'

const day = (text: string) => new Date(`${text}T10:00:00Z`)
const device = (number: number, version: string) =>
  `${number};Gateway ${number};Northwind Medical;PumpGate;${version};Main site`

let db: TestDatabase
let loop: TestLoop
let hospital: number

before(async () => {
  db = await testDatabase()
  loop = buildLoop(db)
  hospital = await insertHospital(db)
  await loop.importList(hospital, [device(1, '2.3.1')], day('2026-03-02'))
})
after(() => db.close())

/** A document with semantic versions, the newest last. */
async function publish(versions: readonly string[], range: string, at: Date): Promise<void> {
  const document = csafDocument({ id: 'SEM-1', range, version: versions.at(-1) ?? '1.0.0' })
  const history = versions.map((number) => ({ date: at.toISOString(), number, summary: 'Published' }))
  Object.assign(document.document.tracking, {
    revision_history: history,
    current_release_date: at.toISOString(),
  })
  const bytes = Buffer.from(JSON.stringify(document))
  const context = { ...alertsContext(db), events: loop.events }
  const options = { now: at, actor: 'operator' }
  for await (const outcome of recordDocuments(context, [{ name: 'a.json', bytes, source: 'test' }], options))
    assert.notEqual(outcome.outcome, 'quarantined')
  await loop.settle(at)
}

const verdicts = async () =>
  (await db.query<{ answer: string }>('select answer from verdicts order by product_version_id')).map(
    ({ answer }) => answer,
  )
const matchedAt = async () =>
  (await db.query<{ matched_at: Date }>('select matched_at from matched_advisories'))[0]?.matched_at
const lastJournal = async () =>
  (
    await db.query<{ details: Record<string, unknown> }>(
      `select details from journal where object_type = 'advisory' order by id desc limit 1`,
    )
  )[0]?.details

test('a new advisory is matched by itself', async () => {
  await publish(['1.0.0'], 'vers:generic/<2.4.0', day('2026-03-03'))
  assert.deepEqual(await verdicts(), ['affected'])
  assert.equal((await lastJournal())?.versioning, 'semantic')
})

test('a new asset is matched by itself, in the transaction that stores it', async () => {
  await loop.importList(hospital, [device(1, '2.3.1'), device(2, '2.2.0')], day('2026-03-04'))
  assert.deepEqual(await verdicts(), ['affected', 'affected'])
})

test('a new major version is seen as one, and the advisory is matched again by itself', async () => {
  await publish(['1.0.0', '2.0.0'], 'vers:generic/<2.3.0', day('2026-03-05'))
  const { versionBefore, version, majorChange } = (await lastJournal()) ?? {}
  assert.deepEqual([versionBefore, version, majorChange], ['1.0.0', '2.0.0', true])
  assert.deepEqual(await matchedAt(), day('2026-03-05'))
  assert.deepEqual(await verdicts(), ['affected'], '2.3.1 is no longer in the range')
})

test('a new minor version is no major change; it is matched again all the same, and tells nobody', async () => {
  const told = loop.opened.length
  await publish(['1.0.0', '2.0.0', '2.1.0'], 'vers:generic/<2.3.0', day('2026-03-06'))
  assert.equal((await lastJournal())?.majorChange, false)
  assert.deepEqual(await matchedAt(), day('2026-03-06'))
  assert.equal(loop.opened.length, told)
})
