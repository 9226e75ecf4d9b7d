// Stress test: advisories and inventories that arrive at the same moment never miss each other.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { insertHospital } from '../assets/builders.ts'
import { buildLoop, type TestLoop } from './builders.ts'

const hospitalsAtOnce = 6
const advisoriesAtOnce = 6
const rounds = 4
const now = new Date('2026-03-02T10:00:00Z')

let db: TestDatabase
let loop: TestLoop
before(async () => {
  db = await testDatabase()
  loop = buildLoop(db)
})
after(() => db.close())

test('every hospital has its alert about every advisory, whichever of both came first', async () => {
  for (let round = 0; round < rounds; round++) {
    const hospitals = await Promise.all(
      Array.from({ length: hospitalsAtOnce }, (_, index) => insertHospital(db, `Hospital ${round}.${index}`)),
    )
    const number = (index: number) => 99_500 + round * advisoriesAtOnce + index
    await Promise.all([
      ...hospitals.map((id) =>
        loop.importList(id, [`1;Gateway 1;Northwind Medical;PumpGate;2.3.${round};Main site`], now),
      ),
      ...Array.from({ length: advisoriesAtOnce }, (_, index) =>
        loop.publish({ id: `NWM-${number(index)}`, cve: `CVE-2026-${number(index)}`, range: '< 2.4.0' }, now),
      ),
    ])
    await loop.settle(now)
  }
  const [found] = await db.query<{ alerts: number; missing: number; stale: number }>(`
    select (select count(*) from alerts)::int as alerts,
      (select count(*) from organisations o, advisories a where (o.id, a.id) not in (select organisation_id, advisory_id from alerts))::int as missing,
      (select count(*) from installed_versions i where not exists (select from assets a where a.organisation_id = i.organisation_id and a.product_version_id = i.product_version_id))::int as stale`)
  assert.deepEqual(found, {
    alerts: rounds * hospitalsAtOnce * rounds * advisoriesAtOnce,
    missing: 0,
    stale: 0,
  })
})

test('an exploitation that becomes known while a list is stored is not missed', async () => {
  const hospital = await insertHospital(db, 'Hospital beside the catalogue')
  await loop.publish({ id: 'NWM-KEV', cve: 'CVE-2026-99600', range: '< 2.4.0' }, now)
  await Promise.all([
    loop.importList(hospital, ['1;Gateway 1;Northwind Medical;PumpGate;2.3.9;Main site'], now),
    loop.publishKev(['CVE-2026-99600'], now),
  ])
  await loop.settle(now)
  const rows = await db.query<{ exploited: boolean }>(
    `select al.exploited from alerts al join advisories a on a.id = al.advisory_id where a.tracking_id = 'NWM-KEV'`,
  )
  assert.equal(rows.length, rounds * hospitalsAtOnce + 1)
  assert.ok(rows.every((row) => row.exploited))
})
