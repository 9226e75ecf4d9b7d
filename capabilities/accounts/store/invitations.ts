// All SQL about invitations.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, IdentityScope, MemberScope } from '../../../platform/database/database.ts'
import type { Invitation } from '../invitation.ts'

type InvitationScope = MemberScope | CentreScope | IdentityScope

const columns = sql`id, organisation_id as "organisationId", email, role, invited_by as "invitedBy", created_at as "createdAt",
  expires_at as "expiresAt", accepted_at as "acceptedAt", withdrawn_at as "withdrawnAt"`

export async function openInvitationsOf(
  scope: InvitationScope,
  organisationId: number,
  now: Date,
): Promise<readonly Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitations where organisation_id = ${organisationId}
      and accepted_at is null and withdrawn_at is null and expires_at > ${now}
    order by created_at desc, id desc`.execute(scope.db)
  return rows
}

export async function countInvitationsSince(
  scope: InvitationScope,
  organisationId: number,
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from invitations where organisation_id = ${organisationId} and created_at > ${since}`.execute(
    scope.db,
  )
  return rows[0]?.count ?? 0
}

/** Locked until the transaction ends, so that an invitation is accepted once. */
export async function lockInvitation(scope: IdentityScope, tokenHash: Buffer): Promise<Invitation | null> {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitations where token_hash = ${tokenHash} for update`.execute(scope.db)
  return rows[0] ?? null
}

export async function insertInvitation(
  scope: InvitationScope,
  invitation: Pick<Invitation, 'organisationId' | 'email' | 'role' | 'invitedBy' | 'expiresAt'> & {
    readonly tokenHash: Buffer
  },
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into invitations (organisation_id, email, role, token_hash, invited_by, created_at, expires_at)
    values (${invitation.organisationId}, ${invitation.email}, ${invitation.role}, ${invitation.tokenHash},
      ${invitation.invitedBy}, ${now}, ${invitation.expiresAt})
    returning id`.execute(scope.db)
  const [row] = rows
  if (!row) throw new Error('an inserted invitation came back without its id')
  return row.id
}

export async function markAccepted(
  scope: IdentityScope,
  organisationId: number,
  id: number,
  now: Date,
): Promise<void> {
  await sql`update invitations set accepted_at = ${now} where organisation_id = ${organisationId} and id = ${id}`.execute(
    scope.db,
  )
}

/** The address of the invitation withdrawn, or null when there is none open with this id. */
export async function withdraw(
  scope: InvitationScope,
  organisationId: number,
  id: number,
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ email: string }>`update invitations set withdrawn_at = ${now}
    where organisation_id = ${organisationId} and id = ${id} and accepted_at is null and withdrawn_at is null returning email`.execute(
    scope.db,
  )
  return rows[0]?.email ?? null
}

/** Only the newest invitation of an address stays open. */
export async function withdrawAllTo(
  scope: InvitationScope,
  organisationId: number,
  email: string,
  now: Date,
): Promise<void> {
  await sql`update invitations set withdrawn_at = ${now}
    where organisation_id = ${organisationId} and email = ${email} and accepted_at is null and withdrawn_at is null`.execute(
    scope.db,
  )
}
