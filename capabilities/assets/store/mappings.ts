// How an organisation read the columns of its lists, remembered by their headings.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'

export interface RememberedMapping {
  readonly mapping: unknown
  readonly rememberedAt: Date
}

export async function findMapping(
  scope: MemberScope | EngineScope,
  organisationId: number,
  headerFingerprint: string,
): Promise<RememberedMapping | null> {
  const { rows } = await sql<RememberedMapping>`
    select mapping, remembered_at as "rememberedAt" from import_mappings
    where organisation_id = ${organisationId} and header_fingerprint = ${headerFingerprint}`.execute(scope.db)
  return rows[0] ?? null
}

export async function rememberMapping(
  scope: MemberScope | EngineScope,
  remembered: { organisationId: number; headerFingerprint: string; mapping: unknown; at: Date },
): Promise<void> {
  await sql`
    insert into import_mappings (organisation_id, header_fingerprint, mapping, remembered_at)
    values (${remembered.organisationId}, ${remembered.headerFingerprint}, ${JSON.stringify(remembered.mapping)}::jsonb, ${remembered.at})
    on conflict (organisation_id, header_fingerprint) do update set mapping = excluded.mapping, remembered_at = excluded.remembered_at`.execute(
    scope.db,
  )
}
