// Managing documents on the real database: read marks, comments, deletion and what brings a document back.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refusal } from '../../../platform/http/problem.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import {
  type CsafSketch,
  collect,
  csafDocument,
  operator,
  received,
  recordingContext,
  testNow,
} from '../builders.ts'
import { threatFactsOf } from '../store/reading.ts'
import { catalogueAgain } from './catalogue-again.ts'
import { addComment, maxComments, retractComment } from './comment.ts'
import { bringBackAdvisory, deleteAdvisory } from './delete.ts'
import { listPageOf } from './list.ts'
import { markRead } from './mark-read.ts'
import { recordDocuments } from './record.ts'
import { viewAdvisory } from './view.ts'

const ada = { id: 12, name: 'Ada Example' }
const ben = { id: 13, name: 'Ben Example' }
let db: TestDatabase
before(async () => {
  db = await testDatabase()
})
after(() => db.close())

interface Published {
  readonly id: number
  readonly outcome: string
  readonly faults: readonly string[]
}

async function publish(sketch: CsafSketch): Promise<Published> {
  const [outcome] = await collect(
    recordDocuments(recordingContext(db), [received(csafDocument(sketch))], operator),
  )
  assert.ok(outcome?.advisoryId)
  const faults = outcome.faults.map(({ code }) => code)
  return { id: outcome.advisoryId, outcome: outcome.outcome, faults }
}
const none = {
  q: '',
  title: '',
  publisher: '',
  trackingId: '',
  cve: '',
  product: '',
  category: '',
  version: '',
  history: '',
  severity: '',
}
const listed = async (asked: object, personId = ada.id) =>
  (await db.database.asCentre((scope) => listPageOf(scope, { ...none, ...asked }, personId, 100))).advisories
const numbers = async (asked: object, personId = ada.id) =>
  (await listed(asked, personId)).map(({ trackingId }) => trackingId).sort()
const view = (id: number, personId = ada.id) =>
  db.database.asCentre((scope) => viewAdvisory(scope, id, personId))
const journalOf = async (id: number) =>
  (
    await db.query<{ action: string; actor: string; details: Record<string, unknown> }>(
      `select action, actor, details from journal where object_type = 'advisory' and object_id = $1 order by id`,
      [String(id)],
    )
  ).map(({ action, actor, details }) => [action, actor, details.reason ?? details.comesBack ?? null])
const announced = async (id: number) =>
  (
    await db.query<{ payload: Record<string, unknown> }>(
      `select payload from events where subscription = 'after-advisory' and (payload->>'advisoryId')::bigint = $1 order by id`,
      [id],
    )
  ).map(({ payload }) => payload.because ?? null)
const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

test('a document is read by each person alone, and a newer version is unread again', async () => {
  const [one, two] = [await publish({ id: 'READ-1' }), await publish({ id: 'READ-2' })]
  assert.equal(await markRead(recordingContext(db), [one.id, 999_999], true, ada.id, testNow), 1)
  assert.deepEqual(await numbers({ q: 'READ-', unread: 'yes' }), ['READ-2'])
  assert.deepEqual(await numbers({ q: 'READ-', unread: 'no' }), ['READ-1'])
  assert.deepEqual(await numbers({ q: 'READ-', unread: 'yes' }, ben.id), ['READ-1', 'READ-2'])
  assert.equal((await view(one.id)).details.isRead, true)
  await publish({ id: 'READ-1', version: '2' })
  assert.equal((await view(one.id)).details.isRead, false)
  await markRead(recordingContext(db), [one.id, two.id], true, ada.id, testNow)
  assert.deepEqual(await numbers({ q: 'READ-', unread: 'yes' }), [])
  assert.equal(await markRead(recordingContext(db), [two.id], false, ada.id, testNow), 1)
  assert.deepEqual(await numbers({ q: 'READ-', unread: 'yes' }), ['READ-2'])
})

test('a comment stays with its author and version, and only its author retracts it, visibly', async () => {
  const { id } = await publish({ id: 'SAY-1' })
  const context = recordingContext(db)
  const first = await addComment(context, id, 'Vendor called back:\u0000 fix on Friday.', ada, testNow)
  await publish({ id: 'SAY-1', version: '2' })
  await addComment(context, id, 'Second opinion.', ben, testNow)
  await assert.rejects(
    retractComment(context, id, first, ben, testNow),
    refusedWith('advisories/comment-not-yours'),
  )
  await assert.rejects(
    retractComment(context, id + 1, first, ada, testNow),
    refusedWith('advisories/comment-not-yours'),
  )
  await retractComment(context, id, first, ada, testNow)
  await assert.rejects(
    retractComment(context, id, first, ada, testNow),
    refusedWith('advisories/comment-not-yours'),
  )
  const { comments } = await view(id)
  assert.deepEqual(
    comments.map(({ text, version, writtenByName, retractedAt }) => [
      text,
      version,
      writtenByName,
      retractedAt !== null,
    ]),
    [
      ['Vendor called back: fix on Friday.', '1', 'Ada Example', true],
      ['Second opinion.', '2', 'Ben Example', false],
    ],
  )
  assert.deepEqual(
    (await journalOf(id))
      .map(([action, actor]) => `${action} ${actor}`)
      .filter((line) => line.includes('comment')),
    ['advisory.commented person:12', 'advisory.commented person:13', 'advisory.comment-retracted person:12'],
  )
  await assert.rejects(
    addComment(context, 999_999, 'x', ada, testNow),
    refusedWith('advisories/unknown-advisory'),
  )
})

test('the database lets nobody change or remove a comment', async () => {
  for (const change of [`update advisory_comments set text = 'x'`, 'delete from advisory_comments'])
    await assert.rejects(
      db.database.asCentre(async ({ db: transaction }) => {
        const { sql } = await import('kysely')
        await sql.raw(change).execute(transaction)
      }),
      /permission denied/,
    )
})

test('a thread of endless length is refused', async () => {
  const { id } = await publish({ id: 'SAY-2' })
  await db.query(
    `insert into advisory_comments (advisory_id, version, text, written_by, written_by_name, written_at)
     select $1, '1', 'again', 12, 'Ada Example', now() from generate_series(1, $2)`,
    [id, maxComments],
  )
  await assert.rejects(
    addComment(recordingContext(db), id, 'one more', ada, testNow),
    refusedWith('advisories/thread-full'),
  )
})

test('a deleted document leaves the list, is in force for nobody, and stays readable with the reason', async () => {
  const { id } = await publish({ id: 'GONE-1', cve: 'CVE-2026-70001' })
  const context = recordingContext(db)
  const command = { advisoryId: id, reason: 'A test of the vendor, not meant for us.', person: ada }
  await deleteAdvisory(context, command, testNow)
  await assert.rejects(deleteAdvisory(context, command, testNow), refusedWith('advisories/already-deleted'))
  assert.deepEqual(await numbers({ q: 'GONE-1' }), [])
  assert.deepEqual(await numbers({ cve: 'CVE-2026-70001' }), [])
  assert.deepEqual(await numbers({ q: 'GONE-1', deleted: 'yes' }), ['GONE-1'])
  const { details, statements } = await view(id)
  assert.deepEqual(
    [details.state, details.deletedByName, details.deletedBecause, statements.length],
    ['withdrawn', 'Ada Example', 'A test of the vendor, not meant for us.', 1],
  )
  const facts = await db.database.asEngine((scope) => threatFactsOf(scope, [id]))
  assert.equal(facts.get(id)?.isLive, false)
  assert.deepEqual(await announced(id), [null, 'deleted'])
  assert.deepEqual(await journalOf(id), [
    ['advisory.recorded', 'operator', null],
    ['advisory.deleted', 'person:12', 'A test of the vendor, not meant for us.'],
  ])
})

test('the same version that comes again stays deleted, also with other bytes, and an older one too', async () => {
  const { id } = await publish({ id: 'GONE-2', version: '2' })
  await deleteAdvisory(recordingContext(db), { advisoryId: id, reason: 'Wrong', person: ada }, testNow)
  const again = await publish({ id: 'GONE-2', version: '2' })
  assert.deepEqual(
    [again.outcome, again.faults],
    ['known', ['advisory/stays-deleted']],
    'who sends it is told',
  )
  assert.equal((await publish({ id: 'GONE-2', version: '2', title: 'Other bytes' })).outcome, 'known')
  assert.equal((await publish({ id: 'GONE-2', version: '1' })).outcome, 'known')
  const { details, revisions } = await view(id)
  assert.notEqual(details.deletedAt, null)
  assert.equal(details.state, 'withdrawn')
  assert.equal(revisions.length, 3, 'what came is kept all the same')
  assert.deepEqual((await journalOf(id)).map(([action]) => action).slice(2), [
    'advisory.kept-deleted',
    'advisory.older-revision-kept',
  ])
  assert.deepEqual(await announced(id), [null, 'deleted'], 'nobody is told of it')
})

test('a newer version of a deleted document counts again, and the journal says so', async () => {
  const { id } = await publish({ id: 'GONE-3' })
  await deleteAdvisory(recordingContext(db), { advisoryId: id, reason: 'Wrong', person: ada }, testNow)
  assert.equal((await publish({ id: 'GONE-3', version: '2' })).outcome, 'revised')
  const { details } = await view(id)
  assert.deepEqual([details.state, details.deletedAt, details.deletedBecause], ['published', null, null])
  assert.deepEqual((await journalOf(id)).at(-1), ['advisory.revised', 'operator', true])
  assert.deepEqual(await announced(id), [null, 'deleted', null])
  assert.deepEqual(await numbers({ q: 'GONE-3' }), ['GONE-3'])
})

test('a person brings a deleted document back, and it is again what its publisher says', async () => {
  const { id } = await publish({ id: 'GONE-4', status: 'draft' })
  const context = recordingContext(db)
  const command = { advisoryId: id, reason: 'It was right after all', person: ben }
  await assert.rejects(bringBackAdvisory(context, command, testNow), refusedWith('advisories/not-deleted'))
  await deleteAdvisory(context, { ...command, reason: 'Wrong' }, testNow)
  await bringBackAdvisory(context, command, testNow)
  assert.equal((await view(id)).details.state, 'draft')
  assert.deepEqual((await journalOf(id)).at(-1), [
    'advisory.brought-back',
    'person:13',
    'It was right after all',
  ])
  await assert.rejects(
    deleteAdvisory(context, { ...command, advisoryId: 999_999 }, testNow),
    refusedWith('advisories/unknown-advisory'),
  )
})

test('two administrators who delete at once: one does, the other is told', async () => {
  const { id } = await publish({ id: 'GONE-5' })
  const results = await Promise.allSettled(
    [ada, ben].map((person) =>
      deleteAdvisory(recordingContext(db), { advisoryId: id, reason: 'Wrong', person }, testNow),
    ),
  )
  assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.deepEqual(await announced(id), [null, 'deleted'])
})

test('documents that an earlier release recorded are found once they were read again', async () => {
  const { id } = await publish({ id: 'OLD-1', title: 'Pump of yesteryear' })
  const columns = `catalogue_edition = 0, title_words = '', publisher_words = '', product_words = '', history_words = '', other_words = '',
    word_parts = '{}', max_base_score = null, category = null`
  await db.query(`update advisories set ${columns} where id = $1`, [id])
  assert.deepEqual(await numbers({ q: 'yesteryear' }), [])
  assert.equal(await catalogueAgain(recordingContext(db)), 1)
  const [found] = await listed({ q: 'yesteryear', product: 'PumpGate' })
  assert.deepEqual(
    [found?.trackingId, found?.maxBaseScore, found?.category],
    ['OLD-1', 9.8, 'csaf_security_advisory'],
  )
  assert.equal(await catalogueAgain(recordingContext(db)), 0)
})
