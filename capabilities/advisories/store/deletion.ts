// All SQL by which a document is deleted from the centre's store, and brought back.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'

export interface Deletion {
  readonly by: string
  readonly byName: string
  readonly because: string
}

export interface DeletionSubject {
  readonly publisher: string
  readonly trackingId: string
  readonly version: string
  /** Hex, of the document in use. */
  readonly sha256: string
  readonly wasDeleted: boolean
}

/** Null where there is no such document. */
export async function findSubject(scope: EngineScope, advisoryId: number): Promise<DeletionSubject | null> {
  const { rows } = await sql<DeletionSubject>`
    select a.publisher, a.tracking_id as "trackingId", a.version, a.deleted_at is not null as "wasDeleted",
      (select encode(r.sha256, 'hex') from advisory_revisions r where r.id = a.revision_id) as sha256
    from advisories a where a.id = ${advisoryId}`.execute(scope.db)
  return rows[0] ?? null
}

/** To everybody who reads it, it is withdrawn from now on. */
export async function markDeleted(
  scope: EngineScope,
  advisoryId: number,
  { by, byName, because }: Deletion,
  now: Date,
): Promise<void> {
  await sql`update advisories set state = 'withdrawn', deleted_at = ${now}, deleted_by = ${by}, deleted_by_name = ${byName},
      deleted_because = ${because}
    where id = ${advisoryId}`.execute(scope.db)
}

/** It is again what its publisher says that it is. */
export async function unmarkDeleted(scope: EngineScope, advisoryId: number): Promise<void> {
  await sql`update advisories set state = content->>'state', deleted_at = null, deleted_by = null, deleted_by_name = null,
      deleted_because = null
    where id = ${advisoryId}`.execute(scope.db)
}

export async function deletedAmong(
  scope: EngineScope,
  advisoryIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select id from advisories where id = any(${advisoryIds}::bigint[]) and deleted_at is not null`.execute(
    scope.db,
  )
  return new Set(rows.map(({ id }) => id))
}
