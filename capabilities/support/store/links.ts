// All SQL about one-time links for those who endorse a dossier without an account.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { MemberScope } from '../../../platform/database/database.ts'
import type { Link } from '../dossier/dossier.ts'

const columns = sql`id, dossier_id as "dossierId", round, step, for_whom as "forWhom", until, used_at as "usedAt", revoked_at as "revokedAt",
  recorded_by_name as "recordedByName"`

export async function insertLink(
  scope: MemberScope,
  organisationId: number,
  link: Omit<Link, 'id' | 'usedAt' | 'revokedAt'> & {
    readonly tokenHash: Buffer
    readonly recordedAt: Date
    readonly recordedBy: string
  },
): Promise<void> {
  await sql`insert into support_links (organisation_id, dossier_id, round, step, for_whom, token_hash, until, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${link.dossierId}, ${link.round}, ${link.step}, ${link.forWhom}, ${link.tokenHash}, ${link.until}, ${link.recordedAt}, ${link.recordedBy}, ${link.recordedByName})`.execute(
    scope.db,
  )
}

export async function selectLinks(
  scope: MemberScope,
  organisationId: number,
  dossierId: number,
): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    select ${columns} from support_links where organisation_id = ${organisationId} and dossier_id = ${dossierId} order by id`.execute(
    scope.db,
  )
  return rows
}

/** Also where it is used or over; whether it still opens is decided by dossier.ts. */
export async function findLink(
  scope: MemberScope,
  organisationId: number,
  tokenHash: Buffer,
): Promise<Link | null> {
  const { rows } = await sql<Link>`
    select ${columns} from support_links where organisation_id = ${organisationId} and token_hash = ${tokenHash}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function markLinkUsed(
  scope: MemberScope,
  organisationId: number,
  id: number,
  at: Date,
): Promise<void> {
  await sql`update support_links set used_at = ${at} where organisation_id = ${organisationId} and id = ${id}`.execute(
    scope.db,
  )
}

/** False where it was taken back or used already. */
export async function revokeLink(
  scope: MemberScope,
  organisationId: number,
  { id, dossierId }: Pick<Link, 'id' | 'dossierId'>,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update support_links set revoked_at = ${at}
    where organisation_id = ${organisationId} and dossier_id = ${dossierId} and id = ${id} and revoked_at is null and used_at is null returning id`.execute(
    scope.db,
  )
  return rows.length > 0
}
