// Facts of the installation that the program itself keeps, such as "this is an example centre".
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, Scope } from '../database/database.ts'

export async function readFact<T>(scope: Scope, name: string): Promise<T | null> {
  const { rows } = await sql<{ value: T }>`select value from installation where name = ${name}`.execute(
    scope.db,
  )
  return rows[0]?.value ?? null
}

export async function writeFact(scope: EngineScope, name: string, value: unknown): Promise<void> {
  await sql`insert into installation (name, value) values (${name}, ${JSON.stringify(value)}::jsonb)
    on conflict (name) do update set value = excluded.value`.execute(scope.db)
}

export async function removeFact(scope: EngineScope, name: string): Promise<void> {
  await sql`delete from installation where name = ${name}`.execute(scope.db)
}
