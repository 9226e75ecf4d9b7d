// Tests of deriving everything anew, on a database whose derived rows are those of an earlier release.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { buildLoop, type TestLoop } from '../../alerts/builders.ts'
import { insertHospital } from '../../assets/builders.ts'
import { rematchAll } from './rematch.ts'

const now = new Date('2026-03-02T10:00:00Z')
let db: TestDatabase
let loop: TestLoop

before(async () => {
  db = await testDatabase()
  loop = buildLoop(db)
})
after(() => db.close())

const derived = async () => ({
  keys: await db.query('select identity_key, side, product_id from product_keys order by 1, 2, 3'),
  links: await db.query(
    'select stated_product_id, inventory_product_id, certainty from product_links order by 1, 2',
  ),
  versions: await db.query(
    `select id, scheme, encode(version_key, 'hex') as key from product_versions order by 1`,
  ),
  verdicts: await db.query(
    'select advisory_id, product_version_id, answer, explanation from verdicts order by 1, 2',
  ),
  alerts: await db.query(
    'select organisation_id, advisory_id, state, affected_assets from alerts order by 1, 2',
  ),
})

test('what an earlier release derived wrongly is as if it had been right from the start', async () => {
  const hospital = await insertHospital(db)
  await loop.importList(
    hospital,
    [
      '1;Gateway;Northwind Medical;PumpGate;2.3.1;Main site',
      '2;Gateway;Northwind Medical;PumpGate;2.5.0;Main site',
    ],
    now,
  )
  await loop.publish({ id: 'NWM-1', range: '< 2.4.0' }, now)
  const right = await derived()
  assert.equal(right.alerts.length, 1)
  await db.query(`update product_versions set scheme = 'semver', version_key = '\\x09'`)
  await db.query('delete from product_links')
  await db.query('delete from product_keys')
  await db.query('delete from verdicts')
  const steps: string[] = []
  const summary = await rematchAll(
    { database: db.database, events: loop.events },
    now,
    (step) => void steps.push(step),
  )
  await loop.settle(now)
  assert.deepEqual(await derived(), right)
  assert.equal(summary.versionsChanged, 2)
  assert.deepEqual([...new Set(steps)], ['keys', 'links', 'versions', 'advisories'])
})

test('done again on a right database it changes nothing', async () => {
  const right = await derived()
  const summary = await rematchAll({ database: db.database, events: loop.events }, now, () => undefined)
  await loop.settle(now)
  assert.equal(summary.versionsChanged, 0)
  assert.deepEqual(await derived(), right)
})
