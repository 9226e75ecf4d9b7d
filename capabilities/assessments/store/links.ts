// All SQL about links by which colleagues answer without an account.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { MemberScope } from '../../../platform/database/database.ts'
import type { Delegation } from '../delegation.ts'

const columns = sql`id, assessment_id as "assessmentId", facts, for_whom as "forWhom", email, language, words, until, revoked_at as "revokedAt",
  recorded_at as "recordedAt", recorded_by_name as "recordedByName"`

export async function insertLink(
  scope: MemberScope,
  organisationId: number,
  link: Omit<Delegation, 'id' | 'revokedAt'> & { readonly tokenHash: Buffer; readonly recordedBy: string },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into assessment_links (organisation_id, assessment_id, facts, for_whom, email, language, words, token_hash, until, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${link.assessmentId}, ${link.facts}, ${link.forWhom}, ${link.email}, ${link.language}, ${link.words}, ${link.tokenHash}, ${link.until},
      ${link.recordedAt}, ${link.recordedBy}, ${link.recordedByName}) returning id`.execute(scope.db)
  const [row] = rows
  if (!row) throw new Error('The link was not stored.')
  return row.id
}

export async function selectLinks(
  scope: MemberScope,
  organisationId: number,
  assessmentId: number,
): Promise<readonly Delegation[]> {
  const { rows } = await sql<Delegation>`
    select ${columns} from assessment_links where organisation_id = ${organisationId} and assessment_id = ${assessmentId} order by id`.execute(
    scope.db,
  )
  return rows
}

/** Also where it is over; whether it still opens is decided by delegation.ts. */
export async function findLink(
  scope: MemberScope,
  organisationId: number,
  tokenHash: Buffer,
): Promise<Delegation | null> {
  const { rows } = await sql<Delegation>`
    select ${columns} from assessment_links where organisation_id = ${organisationId} and token_hash = ${tokenHash}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

/** False where it was taken back already, or is none of this house. */
export async function revokeLink(
  scope: MemberScope,
  organisationId: number,
  id: number,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update assessment_links set revoked_at = ${at}
    where organisation_id = ${organisationId} and id = ${id} and revoked_at is null returning id`.execute(
    scope.db,
  )
  return rows.length > 0
}
