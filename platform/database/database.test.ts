// Tests of what each kind of transaction may see, on the real policies.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import type { EngineScope } from './database.ts'

let db: TestDatabase
let first: number
let second: number

before(async () => {
  db = await testDatabase()
  const insert = async (name: string) => {
    const [row] = await db.query<{ id: string }>(
      `insert into organisations (kind, name, country, languages, time_zone, provider_kind, created_at)
       values ('provider', $1, 'DE', '{de}', 'Europe/Berlin', 'hospital', now()) returning id`,
      [name],
    )
    return Number(row?.id)
  }
  first = await insert('Tannau Hospital')
  second = await insert('Birkensee Clinic')
  await db.query('insert into inventory_revisions (organisation_id, revision) values ($1, 1), ($2, 1)', [
    first,
    second,
  ])
})
after(() => db.close())

const seen = async (scope: EngineScope) => {
  const { rows } = await sql<{
    id: number
  }>`select organisation_id as id from inventory_revisions order by 1`.execute(scope.db)
  return rows.map((row) => row.id)
}

test('the engine sees all members, and bound to one it sees and writes that one only', async () => {
  assert.deepEqual(await db.database.asEngine(seen), [first, second])
  assert.deepEqual(await db.database.asEngineFor(second, seen), [second])
  assert.deepEqual(await db.database.asideFor(first, seen), [first])
  await assert.rejects(
    db.database.asEngineFor(first, (scope) =>
      sql`insert into inventory_revisions (organisation_id, revision) values (${second + 1}, 1)`.execute(
        scope.db,
      ),
    ),
    /row-level security/,
  )
})

test('every table that names an organisation is closed to a bound engine for all others', async () => {
  const open = await db.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (select from pg_policies p where p.tablename = c.relname and p.permissive = 'RESTRICTIVE' and 'salus_bound' = any(p.roles))`)
  assert.deepEqual(open, [])
})

test('a bound engine without an organisation sees nothing', async () => {
  const rows = await db.database.asEngineFor(first, async (scope) => {
    await sql`select set_config('salus.organisation_id', '', true)`.execute(scope.db)
    return seen(scope)
  })
  assert.deepEqual(rows, [])
})
