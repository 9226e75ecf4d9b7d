// All SQL of who has read which advisory.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope } from '../../../platform/database/database.ts'

/** The revision that is in use now. Returns how many of these documents there are. */
export async function insertReads(
  scope: CentreScope,
  advisoryIds: readonly number[],
  personId: number,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into advisory_reads (person_id, advisory_id, revision_id, read_at)
    select ${personId}, id, revision_id, ${now} from advisories where id = any(${advisoryIds}::bigint[])
    on conflict (person_id, advisory_id) do update set revision_id = excluded.revision_id, read_at = excluded.read_at
    returning advisory_id as id`.execute(scope.db)
  return rows.length
}

export async function deleteReads(
  scope: CentreScope,
  advisoryIds: readonly number[],
  personId: number,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    delete from advisory_reads where person_id = ${personId} and advisory_id = any(${advisoryIds}::bigint[])
    returning advisory_id as id`.execute(scope.db)
  return rows.length
}
