// Tests on a real database: any pair is explained, and every stored verdict comes out again.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { buildLoop, type TestLoop } from '../../alerts/builders.ts'
import { insertHospital } from '../../assets/builders.ts'
import { explainConsidered, explainPairs, replayVerdicts } from './explain.ts'

const now = new Date('2026-03-02T10:00:00Z')
const device = (number: number, version: string, product = 'PumpGate') =>
  `${number};Gateway ${number};Northwind Medical;${product};${version};Main site`

let db: TestDatabase
let loop: TestLoop

before(async () => {
  db = await testDatabase()
  loop = buildLoop(db)
  const hospital = await insertHospital(db, 'Tannau Hospital')
  await loop.importList(
    hospital,
    [device(1, '2.3.1'), device(2, '2.5.0'), device(3, ''), device(4, '1.0', 'Vent Hub')],
    now,
  )
  await loop.publish({ id: 'NWM-1', range: '< 2.4.0' }, now)
})
after(() => db.close())

async function idsOf() {
  const [advisory] = await db.query<{ id: number }>('select id::int from advisories', [])
  const versions = await db.query<{ id: number; version: string }>(
    'select id::int, version from product_versions order by version',
    [],
  )
  return { advisoryId: advisory?.id ?? 0, versions }
}

test('what was looked at names also the versions that are outside, with the comparison that ruled them out', async () => {
  const { advisoryId } = await idsOf()
  const explained = await db.database.asEngine((scope) =>
    explainConsidered(scope, { advisoryIds: [advisoryId] }),
  )
  const answers = explained.map((one) => [one.item.version, one.answer, one.isReplayed])
  assert.deepEqual(
    answers.toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
    [
      ['2.3.1', 'affected', true],
      ['2.5.0', 'not_affected', true],
      [null, 'cannot_tell', true],
    ],
  )
  const outside = explained.find((one) => one.item.version === '2.5.0')
  assert.equal(outside?.stored, null)
  assert.ok(
    ((outside?.explanation ?? []) as { code: string; result?: string }[]).some(
      ({ code, result }) => code === 'version' && result === 'out',
    ),
  )
})

test('a product that was never a candidate is explained when somebody asks for the pair', async () => {
  const { advisoryId, versions } = await idsOf()
  const other = versions.find((one) => one.version === '1.0')
  const [explained] = await db.database.asEngine((scope) =>
    explainPairs(scope, [{ advisoryId, productVersionId: other?.id ?? 0 }]),
  )
  assert.equal(explained?.answer, 'no_match')
  assert.ok((explained?.explanation.length ?? 0) > 3)
})

test('a pair that does not exist is left out', async () => {
  const { advisoryId } = await idsOf()
  const none = await db.database.asEngine((scope) =>
    explainPairs(scope, [
      { advisoryId, productVersionId: 999_999 },
      { advisoryId: 999_999, productVersionId: 1 },
    ]),
  )
  assert.deepEqual(none, [])
})

test('judging again finds a verdict that somebody changed', async () => {
  const replay = () =>
    replayVerdicts(
      (work) => db.database.asEngine(work),
      () => {},
    )
  const before = await replay()
  assert.deepEqual([before.verdicts, before.same, before.different.length], [2, 2, 0])
  await db.query(`update verdicts set answer = 'cannot_tell' where answer = 'affected'`, [])
  const after = await replay()
  assert.deepEqual([after.same, after.different.length], [1, 1])
})
