// Takes off tables what a cluster refuses, and says what is put back after they have moved.
// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg'
import { distributionColumn, droppedKeys, replacedTriggers, widenedIdentities } from './distribution.ts'

const organisationsTable = 'organisations'

/** Takes them off for the move; returns the statements that put back those that may stand on a cluster. */
export async function takeTriggers(client: pg.Client, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.relname as table, t.tgname as name, pg_get_triggerdef(t.oid) as definition
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relnamespace = 'public'::regnamespace and c.relname = any($1) and t.tgname not like 'truncate_trigger_%' order by 1, 2`,
    [tables],
  )
  for (const { table, name } of rows)
    await client.query(`drop trigger ${pg.escapeIdentifier(name)} on ${pg.escapeIdentifier(table)}`)
  const isReplaced = (name: string) => replacedTriggers.some((one) => one.trigger === name)
  return rows.filter((row) => !isReplaced(row.name)).map((row) => row.definition)
}

/** As `takeTriggers`, for the foreign keys from and to these tables, with those that stand in for a trigger. */
export async function takeForeignKeys(
  client: pg.Client,
  tables: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ from: string; to: string; name: string; definition: string }>(
    `select f.relname as from, t.relname as to, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and f.relnamespace = 'public'::regnamespace and (f.relname = any($1) or t.relname = any($1)) order by 1, 3`,
    [tables],
  )
  for (const { from, name } of rows)
    await client.query(
      `alter table ${pg.escapeIdentifier(from)} drop constraint ${pg.escapeIdentifier(name)}`,
    )
  const isDropped = (from: string, to: string) =>
    droppedKeys.some((key) => key.from === from && key.to === to)
  const kept = rows
    .filter((row) => !isDropped(row.from, row.to))
    .map(
      ({ from, name, definition }) =>
        `alter table ${pg.escapeIdentifier(from)} add constraint ${pg.escapeIdentifier(name)} ${definition}`,
    )
  return [...kept, ...keysInsteadOfTriggers(tables)]
}

function keysInsteadOfTriggers(tables: readonly string[]): readonly string[] {
  return replacedTriggers
    .flatMap((one) => one.byKeysOf)
    .filter((table) => tables.includes(table))
    .map(
      (table) =>
        `alter table ${table} add constraint ${table}_${distributionColumn}_fkey foreign key (${distributionColumn}) references ${organisationsTable} (id) on delete cascade`,
    )
}

/**
 * Citus copies restrictive policies to other servers as permissive ones, and then they take nothing away. So what the
 * restrictive one of the bound engine says (migrations/0013) moves into the engine's own.
 */
export async function bindPolicies(client: pg.Client, tables: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ change: string }>(
    `select format('alter policy %I on %I', p.policyname, p.tablename)
         || case when p.qual is null then '' else format(' using ((%s) and %s)', p.qual, bound.says) end
         || case when p.with_check is null then '' else format(' with check ((%s) and %s)', p.with_check, bound.says) end as change
     from pg_policies p join pg_policies r on r.schemaname = p.schemaname and r.tablename = p.tablename
       and r.permissive = 'RESTRICTIVE' and r.roles = '{salus_bound}'
       cross join lateral (select format('(current_user = ''salus_engine'' or (%s))', r.qual) as says) bound
     where p.schemaname = 'public' and p.tablename = any($1) and p.permissive = 'PERMISSIVE' and 'salus_engine' = any(p.roles)
     union all
     select format('drop policy %I on %I', policyname, tablename) from pg_policies
     where schemaname = 'public' and tablename = any($1) and permissive = 'RESTRICTIVE' and roles = '{salus_bound}'`,
    [tables],
  )
  for (const { change } of rows) await client.query(change)
}

/** The identity's own sequence becomes wider with its column. */
export async function widenIdentities(client: pg.Client, tables: readonly string[]): Promise<void> {
  for (const { table, column } of widenedIdentities)
    if (tables.includes(table))
      await client.query(
        `alter table ${pg.escapeIdentifier(table)} alter column ${pg.escapeIdentifier(column)} type bigint`,
      )
}
