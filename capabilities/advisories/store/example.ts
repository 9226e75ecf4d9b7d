// All SQL by which advisories of the example centre are taken out again.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'

/** One that its real publisher has sent since is no longer an example and stays. */
export async function exampleAdvisoryIds(scope: EngineScope): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select id from advisories where is_example order by id`.execute(
    scope.db,
  )
  return rows.map((row) => row.id)
}

export async function deleteExampleAdvisories(scope: EngineScope): Promise<void> {
  await sql`delete from advisories where is_example`.execute(scope.db)
}

export async function deleteKevEntries(scope: EngineScope, cveIds: readonly string[]): Promise<void> {
  await sql`delete from kev_entries where cve_id = any(${cveIds}::text[])`.execute(scope.db)
}
