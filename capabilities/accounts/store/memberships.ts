// All SQL about who belongs to which organisation in which role.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type {
  CentreScope,
  EngineScope,
  IdentityScope,
  MemberScope,
  Scope,
} from '../../../platform/database/database.ts'
import type { AccountRole } from '../../../platform/http/caller.ts'
import type { Colleague } from '../person.ts'

export interface RoleIn {
  readonly organisationId: number
  readonly role: AccountRole
}

export async function rolesOf(scope: IdentityScope, personId: number): Promise<readonly RoleIn[]> {
  const { rows } = await sql<RoleIn>`
    select organisation_id as "organisationId", role from memberships where person_id = ${personId} order by organisation_id`.execute(
    scope.db,
  )
  return rows
}

/** People with an account in these organisations; the disabled are left out. */
export async function colleaguesIn(
  scope: MemberScope | CentreScope | EngineScope | IdentityScope,
  organisationIds: readonly number[],
): Promise<readonly (Colleague & { readonly organisationId: number })[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<Colleague & { readonly organisationId: number }>`
    select m.organisation_id as "organisationId", p.id as "personId", p.name, p.email, p.language, m.role, m.created_at as since
    from memberships m join persons p on p.id = m.person_id
    where m.organisation_id = any(${organisationIds}::bigint[]) and p.disabled_at is null
    order by m.organisation_id, lower(p.name), p.id`.execute(scope.db)
  return rows
}

/** Held until the transaction ends, so that two leads who remove each other at once leave one. */
export async function lockMemberships(scope: IdentityScope, organisationId: number): Promise<void> {
  await sql`select person_id from memberships where organisation_id = ${organisationId} order by person_id for update`.execute(
    scope.db,
  )
}

/** False when the person already belongs to the organisation; the role stays as it is then. */
export async function insertMembership(
  scope: IdentityScope,
  membership: RoleIn & { readonly personId: number },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`insert into memberships (organisation_id, person_id, role, created_at)
    values (${membership.organisationId}, ${membership.personId}, ${membership.role}, ${now})
    on conflict (organisation_id, person_id) do nothing returning person_id`.execute(scope.db)
  return rows.length === 1
}

export async function updateRole(
  scope: IdentityScope,
  membership: RoleIn & { readonly personId: number },
): Promise<void> {
  await sql`update memberships set role = ${membership.role}
    where organisation_id = ${membership.organisationId} and person_id = ${membership.personId}`.execute(
    scope.db,
  )
}

export async function deleteMembership(
  scope: IdentityScope,
  organisationId: number,
  personId: number,
): Promise<void> {
  await sql`delete from memberships where organisation_id = ${organisationId} and person_id = ${personId}`.execute(
    scope.db,
  )
}

export async function isColleague(scope: Scope, organisationId: number, email: string): Promise<boolean> {
  const { rows } = await sql`select from memberships m join persons p on p.id = m.person_id
    where m.organisation_id = ${organisationId} and p.email = ${email} limit 1`.execute(scope.db)
  return rows.length > 0
}
