// All SQL about the links by which suppliers open their sheets.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { MemberScope } from '../../../platform/database/database.ts'
import type { SheetLink } from '../sheet.ts'
import type { Recorded } from './purchases.ts'

const columns = sql`id, sheet_id as "sheetId", until, revoked_at as "revokedAt", recorded_by_name as "recordedByName"`

export async function insertLink(
  scope: MemberScope,
  organisationId: number,
  link: { readonly sheetId: number; readonly tokenHash: Buffer; readonly until: Date },
  by: Recorded,
): Promise<void> {
  await sql`insert into supplier_sheet_links (organisation_id, sheet_id, token_hash, until, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${link.sheetId}, ${link.tokenHash}, ${link.until}, ${by.recordedAt}, ${by.recordedBy}, ${by.recordedByName})`.execute(
    scope.db,
  )
}

export async function selectLinks(
  scope: MemberScope,
  organisationId: number,
  sheetId: number,
): Promise<readonly SheetLink[]> {
  const { rows } = await sql<SheetLink>`
    select ${columns} from supplier_sheet_links where organisation_id = ${organisationId} and sheet_id = ${sheetId} order by id`.execute(
    scope.db,
  )
  return rows
}

/** Also where it is over or taken back; whether it still opens is decided by sheet.ts. */
export async function findLink(
  scope: MemberScope,
  organisationId: number,
  tokenHash: Buffer,
): Promise<SheetLink | null> {
  const { rows } = await sql<SheetLink>`
    select ${columns} from supplier_sheet_links where organisation_id = ${organisationId} and token_hash = ${tokenHash}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

/** False where it was taken back already. */
export async function revokeLink(
  scope: MemberScope,
  organisationId: number,
  { id, sheetId }: Pick<SheetLink, 'id' | 'sheetId'>,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update supplier_sheet_links set revoked_at = ${at}
    where organisation_id = ${organisationId} and sheet_id = ${sheetId} and id = ${id} and revoked_at is null returning id`.execute(
    scope.db,
  )
  return rows.length > 0
}
