// Tests of the extract of a year over the database: once, one-way, without any member in it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aMoment, checkingOf, daysLater, givenClosedCheck, givenHouse } from '../builders.ts'
import { selectCells, selectExtracts } from '../store/benchmark.ts'
import type { Checking } from './check.ts'
import { makeExtract } from './extract.ts'

let db: TestDatabase
let checking: Checking
const officer = { actor: 'person:1', name: 'Pia Lorenz' }

before(async () => {
  db = await testDatabase()
  checking = checkingOf(db.database)
})
after(() => db.close())

const answers = (n: number) => ({
  'recovery.backup': n % 2 ? 'daily' : 'none',
  'response.plan': 'written',
  'recovery.order': 'agreed',
})
const refusedWith = (code: string) => (error: unknown) => (error as { code?: string }).code === code
const make = (year: number, now = daysLater(30)) => makeExtract(checking.context, officer, year, now)

async function givenChecks(count: number, year = 0): Promise<void> {
  for (let n = 0; n < count; n++) {
    const { lead } = await givenHouse(db.database, {
      name: `House ${year} ${n}`,
      providerKind: n % 2 ? 'clinic' : 'practice',
    })
    await givenClosedCheck(checking, lead, answers(n), daysLater(1))
  }
}

test('with fewer houses than the least nothing is made', async () => {
  await givenChecks(4)
  await assert.rejects(() => make(2026), refusedWith('assessments/too-few'))
  assert.deepEqual(await db.query('select * from benchmark_extracts'), [])
})

test('an extract is made once, holds no member, and cannot be changed', async () => {
  await givenChecks(9, 1)
  const cells = await make(2026)
  assert.ok(cells > 0)
  await assert.rejects(() => make(2026), refusedWith('assessments/extract-made'))
  const stored = await db.database.asCentre((scope) => selectCells(scope, 2026))
  assert.equal(stored.length, cells)
  const all = stored.find(
    ({ figure, cell }) => figure === 'overall' && cell.country === null && cell.kind === null,
  )
  assert.equal(all?.houses, 10, 'of thirteen, rounded down')
  const columns = await db.query<{ column_name: string }>(
    "select column_name from information_schema.columns where table_name in ('benchmark_cells', 'benchmark_extracts')",
  )
  assert.ok(
    columns.every(
      ({ column_name: name }) => !/organisation|member|name$/.test(name) || name === 'made_by_name',
    ),
  )
  await assert.rejects(() => db.query('update benchmark_cells set median = 0'), /append-only/)
  const journal = await db.query<{ details: object }>(
    "select details from journal where action = 'assessments.extract-made'",
  )
  assert.deepEqual(
    journal.map(({ details }) => Object.keys(details)),
    [['cells']],
  )
})

test('members read cells and no other member', async () => {
  const house = await givenHouse(db.database, { name: 'Late Clinic' })
  await db.database.asMember(house.id, async (scope) => {
    assert.equal((await selectExtracts(scope))[0]?.year, 2026)
    assert.ok((await selectCells(scope, 2026)).length > 0)
  })
  const [{ count } = { count: '' }] = await db.query<{ count: string }>(
    'select count(*) from assessment_snapshots where closed_at > $1',
    [aMoment],
  )
  assert.equal(Number(count), 13)
})
