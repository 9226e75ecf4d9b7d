// Tests that every table has its place on a cluster, against the catalog of a migrated database.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase, testSecret } from '../testing/database.ts'
import { distribute } from './distribute.ts'
import {
  distributedTables,
  distributionColumn,
  droppedKeys,
  localTables,
  referenceTables,
  replacedTriggers,
  widenedIdentities,
} from './distribution.ts'

const project = join(import.meta.dirname, '..', '..')
let db: TestDatabase
const names = (tables: readonly { readonly table: string }[]) => tables.map((one) => one.table)
const distributed = names(distributedTables)
const reference = names(referenceTables)
const local = names(localTables)

before(async () => {
  db = await testDatabase()
})
after(() => db.close())

interface ForeignKey {
  readonly from: string
  readonly to: string
  readonly columns: readonly string[]
}
const foreignKeys = () =>
  db.query<ForeignKey & Record<string, unknown>>(
    `select f.relname as from, t.relname as to, array(select a.attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey)) as columns
     from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and f.relnamespace = 'public'::regnamespace order by 1, 2`,
  )
const isDropped = (key: ForeignKey) => droppedKeys.some((one) => one.from === key.from && one.to === key.to)

test('every table of the schema stands in exactly one list, with a reason', async () => {
  const rows = await db.query<{ table: string }>(
    `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname collate "C"`,
  )
  assert.deepEqual([...distributed, ...reference, ...local].sort(), names(rows))
  for (const { reason } of [...distributedTables, ...referenceTables, ...localTables, ...droppedKeys])
    assert.ok(reason.length > 5)
})

test('every distributed table has the number of its member as a bigint that is never null', async () => {
  const rows = await db.query<{ table: string }>(
    `select c.relname as table from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relname = any($1) and a.attname = $2 and a.atttypid = 'bigint'::regtype and a.attnotnull`,
    [distributed, distributionColumn],
  )
  assert.deepEqual(names(rows).sort(), [...distributed].sort())
})

test('every unique key of a distributed table contains the number of its member', async () => {
  const without = await db.query(
    `select i.indexrelid::regclass::text as key from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relname = any($1) and i.indisunique and not exists (
       select from pg_attribute a where a.attrelid = i.indrelid and a.attname = $2 and a.attnum = any((i.indkey::int2[])[0:i.indnkeyatts - 1]))`,
    [distributed, distributionColumn],
  )
  assert.deepEqual(without, [])
})

test('the foreign keys that stay are those that a cluster can check', async () => {
  const kept = (await foreignKeys()).filter((key) => !isDropped(key))
  const wrong = kept.filter(({ from, to, columns }) => {
    if (reference.includes(from)) return !reference.includes(to)
    if (distributed.includes(from))
      return !reference.includes(to) && !(distributed.includes(to) && columns.includes(distributionColumn))
    return !local.includes(to)
  })
  assert.deepEqual(wrong, [])
})

test('parents come before children in each list', async () => {
  const order = [...reference, ...distributed]
  const wrong = (await foreignKeys()).filter(
    (key) => !isDropped(key) && order.includes(key.from) && order.indexOf(key.to) > order.indexOf(key.from),
  )
  assert.deepEqual(wrong, [])
})

test('what is named as giving way exists, and nothing that the migrations no longer have', async () => {
  const keys = await foreignKeys()
  for (const dropped of droppedKeys)
    assert.ok(
      keys.some((key) => key.from === dropped.from && key.to === dropped.to),
      `${dropped.from} -> ${dropped.to}`,
    )
  for (const { table, trigger, byKeysOf } of replacedTriggers) {
    const found = await db.query(`select 1 from pg_trigger where tgname = $1 and tgrelid = $2::regclass`, [
      trigger,
      table,
    ])
    assert.equal(found.length, 1)
    for (const one of byKeysOf) assert.ok(distributed.includes(one))
  }
})

test('no policy of a table that is spread or copied looks into another table', async () => {
  const rows = await db.query(
    `select tablename, policyname from pg_policies where schemaname = 'public' and tablename = any($1) and concat(qual, with_check) ~* '\\mselect\\M'`,
    [[...distributed, ...reference]],
  )
  assert.deepEqual(rows, [])
})

test('the only restrictive policies are those that a move writes into the others', async () => {
  const rows = await db.query<{ name: string; roles: string }>(
    `select distinct policyname as name, roles::text from pg_policies where schemaname = 'public' and permissive = 'RESTRICTIVE'`,
  )
  assert.deepEqual(rows, [{ name: 'bound_to_one', roles: '{salus_bound}' }])
})

test('every trigger of a table that is spread or copied only refuses, or is replaced', async () => {
  const rows = await db.query<{ name: string }>(
    `select t.tgname as name from pg_trigger t join pg_proc p on p.oid = t.tgfoid
     where not t.tgisinternal and t.tgrelid::regclass::text = any($1) and p.proname <> 'refuse_change'`,
    [[...distributed, ...reference]],
  )
  assert.deepEqual(
    rows.map((row) => row.name),
    replacedTriggers.map((one) => one.trigger),
  )
})

test('the numbers of rows that are no bigint are named to be widened', async () => {
  const rows = await db.query(
    `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attidentity <> '' and a.atttypid <> 'bigint'::regtype and c.relname = any($1)`,
    [[...distributed, ...reference]],
  )
  assert.deepEqual(
    rows,
    widenedIdentities.map((one) => ({ ...one })),
  )
})

test('a selection that is inserted into such a table returns something or meets conflicts', () => {
  const moved = [...distributed, ...reference]
  const wrong = globSync('{capabilities,platform}/**/*.ts', { cwd: project })
    .filter((file) => !/\.test\.ts$|builders/.test(file))
    .flatMap((file) =>
      readFileSync(join(project, file), 'utf8')
        .split('insert into ')
        .slice(1)
        .map((text) => ({ file, table: /^\w+/.exec(text)?.[0] ?? '', statement: statementOf(text) })),
    )
    .filter(({ table, statement }) => moved.includes(table) && /\sselect\s/.test(statement))
    .filter(({ statement }) => !/\s(returning|on conflict)\s/.test(statement))
    .map(({ file, table }) => `${file}: ${table}`)
  // Citus would copy it to the servers with COPY, which row-level security refuses (docs/decisions/0012).
  assert.deepEqual(wrong, [])
})

/** Up to the template's end, as far as it stands on the outermost level. */
function statementOf(text: string): string {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith('${', at)) depth += 1
    else if (text[at] === '}' && depth > 0) depth -= 1
    else if (text[at] === '`' && depth === 0) return text.slice(0, at)
  }
  return text
}

test('a server without Citus is refused with what to do, and stays as it is', async () => {
  await assert.rejects(
    distribute(db.ownerUrl, testSecret, () => undefined),
    /has no extension named citus\. Install Citus .* and run this command again\.$/,
  )
})

test('a role that is no superuser is refused with what to do', async () => {
  await assert.rejects(
    distribute(db.applicationUrl, testSecret, () => undefined),
    /salus_app of DATABASE_URL is no superuser.*superuser in DATABASE_URL/,
  )
})
