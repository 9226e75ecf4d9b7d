// Tests of a database spread over a real Citus cluster, by the product's own path; skipped where CITUS_URL is not set.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { buildLoop, type TestLoop } from '../../capabilities/alerts/builders.ts'
import { insertHospital } from '../../capabilities/assets/builders.ts'
import { sealJournal, verifyJournal } from '../journal/chain.ts'
import { type ClusterDatabase, clusterDatabase, skipWithoutCitus } from '../testing/cluster.ts'
import { type TestDatabase, testSecret } from '../testing/database.ts'
import { distribute } from './distribute.ts'
import { distributedTables, referenceTables } from './distribution.ts'

const tables = referenceTables.length + distributedTables.length
const day = (text: string) => new Date(`${text}T10:00:00Z`)
const device = (number: number, version: string) =>
  `${number};Gateway ${number};Northwind Medical;PumpGate;${version};Main site`

test('an empty database is spread, and then tells each hospital once', { skip: skipWithoutCitus }, () =>
  onCluster('salus_test_empty', async (db) => {
    const lines: string[] = []
    const { moved } = await distribute(db.ownerUrl, testSecret, (line) => lines.push(line))
    assert.equal(moved.length, tables)
    assert.ok(lines.some((line) => line.includes('assets is distributed, 0 rows')))
    await asALaterMigration(db)
    const again = await distribute(db.ownerUrl, testSecret, () => undefined)
    assert.deepEqual(again, { moved: [], already: tables })
    const { loop, first, second } = await fill(db)
    await changeAfterwards(db, loop, first, second)
  }),
)

test('a filled database keeps every row, and goes on where it was', { skip: skipWithoutCitus }, () =>
  onCluster('salus_test_filled', async (db) => {
    const { first, second } = await fill(db)
    const before = await everything(db)
    await distribute(db.ownerUrl, testSecret, () => undefined)
    assert.deepEqual(await everything(db), before)
    await db.reopen()
    await changeAfterwards(db, buildLoop(db), first, second)
  }),
)

/** Policies as migrations/0013 makes them, on a table that is spread already; and a table that no list names. */
async function asALaterMigration(db: TestDatabase): Promise<void> {
  await db.query('alter policy engine_all on assets using (true) with check (true)')
  await db.query(
    'create policy bound_to_one on assets as restrictive to salus_bound using (organisation_id = salus_organisation()) with check (organisation_id = salus_organisation())',
  )
  await db.query('create table left_over (organisation_id bigint not null)')
  await assert.rejects(
    distribute(db.ownerUrl, testSecret, () => undefined),
    /Nothing says where these tables of schema public belong: left_over\./,
  )
  await db.query('drop table left_over')
}

/** Two hospitals with inventories, one of them concerned by one advisory. */
async function fill(db: ClusterDatabase): Promise<{ loop: TestLoop; first: number; second: number }> {
  const loop = buildLoop(db)
  const first = await insertHospital(db, 'Tannau Hospital')
  const second = await insertHospital(db, 'Birkensee Clinic')
  await loop.importList(first, [device(1, '2.3.1'), device(2, '2.3.1'), device(3, '')], day('2026-03-02'))
  await loop.importList(second, [device(9, '2.4.0')], day('2026-03-02'))
  await loop.publish({ id: 'NWM-1', range: '< 2.4.0' }, day('2026-03-04'))
  assert.deepEqual(await alertsOf(db), [[first, 'NWM-1', 'new', 2, 1, null]])
  return { loop, first, second }
}

/** An inventory, a revision, an exploited vulnerability and a narrowed range; and the walls between members. */
async function changeAfterwards(
  db: ClusterDatabase,
  loop: TestLoop,
  first: number,
  second: number,
): Promise<void> {
  await loop.importList(second, [device(9, '2.3.9')], day('2026-03-05'))
  await loop.publish(
    { id: 'NWM-1', range: '< 2.4.0', version: '2', fix: 'Update to 2.4.2.' },
    day('2026-03-06'),
  )
  await loop.publish({ id: 'NWM-2', cve: 'CVE-2026-99417', range: '< 2.4.0' }, day('2026-03-07'))
  await loop.publishKev(['CVE-2026-99417'], day('2026-03-08'))
  await loop.publish({ id: 'NWM-1', range: '< 1.0.0', version: '3' }, day('2026-03-09'))
  assert.deepEqual(await alertsOf(db), [
    [first, 'NWM-1', 'new', 0, 1, 'fix-changed'],
    [first, 'NWM-2', 'new', 2, 1, 'exploited'],
    [second, 'NWM-1', 'withdrawn', 0, 0, 'fix-changed'],
    [second, 'NWM-2', 'new', 1, 0, 'exploited'],
  ])
  await seesOnlyItsOwn(db, first, second)
  assert.ok((await db.database.asEngine(sealJournal)) > 0)
  const { intact, unchained } = await db.database.asEngine(verifyJournal)
  assert.deepEqual({ intact, unchained }, { intact: true, unchained: 0 })
}

async function seesOnlyItsOwn(db: ClusterDatabase, first: number, second: number): Promise<void> {
  const seen = (table: string) =>
    sql<{ id: number }>`select distinct organisation_id as id from ${sql.table(table)} order by 1`
  for (const { table } of distributedTables) {
    const bound = await db.database.asEngineFor(first, (scope) => seen(table).execute(scope.db))
    assert.ok(
      bound.rows.every((row) => row.id === first),
      table,
    )
  }
  for (const table of ['assets', 'alerts', 'journal']) {
    const asMember = await db.database.asMember(second, (scope) => seen(table).execute(scope.db))
    assert.deepEqual(asMember.rows, [{ id: second }], table)
    const asBound = await db.database.asEngineFor(first, (scope) => seen(table).execute(scope.db))
    assert.deepEqual(asBound.rows, [{ id: first }], table)
  }
  const changed = await db.database.asMember(second, (scope) =>
    sql`update alerts set assignee = 'somebody' where organisation_id = ${first}`.execute(scope.db),
  )
  assert.equal(changed.numAffectedRows, 0n)
  await assert.rejects(
    db.database.asCentre((scope) => sql`select 1 from assets limit 1`.execute(scope.db)),
    /permission denied/,
  )
}

const alertsOf = async (db: TestDatabase) => {
  const rows = await db.query<{ alert: readonly unknown[] }>(
    `select json_build_array(al.organisation_id, a.tracking_id, al.state, al.affected_assets, al.unsure_assets, al.reopened_because) as alert
     from alerts al join advisories a on a.id = al.advisory_id order by al.organisation_id, a.tracking_id`,
  )
  return rows.map((row) => row.alert)
}

/** Each row of each table that moves, as text, so that nothing can be lost or changed unseen. */
async function everything(db: TestDatabase): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows: Record<string, readonly string[]> = {}
  for (const { table } of [...referenceTables, ...distributedTables])
    rows[table] = (await db.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`))
      .map((one) => one.row)
      .sort()
  return rows
}

async function onCluster(name: string, work: (db: ClusterDatabase) => Promise<void>): Promise<void> {
  const db = await clusterDatabase(name)
  try {
    await work(db)
  } finally {
    await db.close()
  }
}
