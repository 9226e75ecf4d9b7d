// All SQL about one-time links.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { IdentityScope } from '../../../platform/database/database.ts'
import type { LinkPurpose } from '../link.ts'

export interface Link {
  readonly personId: number
  readonly purpose: LinkPurpose
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly email: string
}

export async function insertLink(
  scope: IdentityScope,
  link: {
    readonly tokenHash: Buffer
    readonly personId: number
    readonly purpose: LinkPurpose
    readonly expiresAt: Date
  },
  now: Date,
): Promise<void> {
  await sql`insert into sign_in_links (token_hash, person_id, purpose, created_at, expires_at)
    values (${link.tokenHash}, ${link.personId}, ${link.purpose}, ${now}, ${link.expiresAt})`.execute(
    scope.db,
  )
}

export async function findLink(scope: IdentityScope, tokenHash: Buffer): Promise<Link | null> {
  const { rows } = await sql<Link>`
    select l.person_id as "personId", l.purpose, l.expires_at as "expiresAt", l.used_at as "usedAt", p.email
    from sign_in_links l join persons p on p.id = l.person_id
    where l.token_hash = ${tokenHash} and p.disabled_at is null`.execute(scope.db)
  return rows[0] ?? null
}

/** True for exactly one of those who try at the same time. */
export async function useLink(scope: IdentityScope, tokenHash: Buffer, now: Date): Promise<boolean> {
  const { rows } = await sql`update sign_in_links set used_at = ${now}
    where token_hash = ${tokenHash} and used_at is null and expires_at > ${now} returning person_id`.execute(
    scope.db,
  )
  return rows.length === 1
}

export async function deleteLinksExpiredBefore(scope: IdentityScope, moment: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from sign_in_links where expires_at < ${moment}`.execute(
    scope.db,
  )
  return Number(numAffectedRows ?? 0)
}

/** Links already sent stop working, as after a change of password. */
export async function deleteLinksOf(scope: IdentityScope, personId: number): Promise<void> {
  await sql`delete from sign_in_links where person_id = ${personId} and used_at is null`.execute(scope.db)
}
