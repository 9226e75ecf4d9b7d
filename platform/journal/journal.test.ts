// Tests of the journal: append-only by rights, chained by hash, and a break is found.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { sealJournal, verifyJournal } from './chain.ts'
import { centreJournal, historyOf, record } from './journal.ts'

const at = new Date('2026-11-17T08:40:00.123Z')
let db: TestDatabase

before(async () => {
  db = await testDatabase()
})
after(() => db.close())

const entry = (objectId: number) => ({
  organisationId: centreJournal,
  at,
  actor: 'person:1',
  action: 'alert.acknowledged',
  objectType: 'alert',
  objectId,
  details: { applies: 'yes' },
})

test('an entry is read back as it was recorded', async () => {
  await db.database.asCentre((scope) => record(scope, [entry(1), entry(2)]))
  const history = await db.database.asCentre((scope) =>
    historyOf(scope, { organisationId: centreJournal, objectType: 'alert', objectId: 2 }, 10),
  )
  assert.equal(history.length, 1)
  assert.deepEqual(history[0]?.details, { applies: 'yes' })
  assert.equal(history[0]?.at.toISOString(), at.toISOString())
})

test('nobody who uses the application may change or remove an entry', async () => {
  for (const statement of [
    'update journal set actor = $$somebody else$$',
    'delete from journal',
    'truncate journal',
  ]) {
    for (const as of [db.database.asCentre, db.database.asEngine]) {
      const attempt = as(async (scope) => {
        const { sql } = await import('kysely')
        await sql.raw(statement).execute(scope.db)
      })
      await assert.rejects(attempt, /permission denied/)
    }
  }
})

test('not even the owner changes an entry by a slip', async () => {
  await assert.rejects(db.query('delete from journal'), /append-only/)
})

test('a chain over all entries is intact, and a changed entry is found', async () => {
  await db.database.asEngine(sealJournal)
  const intact = await db.database.asEngine(verifyJournal)
  assert.equal(intact.intact, true)
  assert.equal(intact.entries, 2)
  assert.equal(intact.unchained, 0)
  await db.query('alter table journal disable trigger all')
  await db.query(`update journal set actor = 'person:9' where object_id = '1'`)
  const broken = await db.database.asEngine(verifyJournal)
  assert.equal(broken.intact, false)
  assert.match(broken.broken ?? '', /is not what it was/)
})
