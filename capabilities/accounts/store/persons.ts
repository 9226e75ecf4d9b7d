// All SQL about persons.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type {
  CentreScope,
  EngineScope,
  IdentityScope,
  MemberScope,
} from '../../../platform/database/database.ts'
import type { Account, Theme } from '../person.ts'

const columns = sql`id, email, name, language, theme, password_hash as "passwordHash", totp_secret as "totpSecret",
  totp_confirmed_at as "totpConfirmedAt", totp_last_step as "totpLastStep", disabled_at as "disabledAt"`

export async function findAccountByEmail(scope: IdentityScope, email: string): Promise<Account | null> {
  const { rows } = await sql<Account>`select ${columns} from persons where email = ${email}`.execute(scope.db)
  return rows[0] ?? null
}

/** Locked until the transaction ends, so that one code or one link is never accepted twice. */
export async function lockAccount(scope: IdentityScope, personId: number): Promise<Account | null> {
  const { rows } =
    await sql<Account>`select ${columns} from persons where id = ${personId} for update`.execute(scope.db)
  return rows[0] ?? null
}

export interface NewPerson {
  readonly email: string
  readonly name: string
  readonly language: string
  readonly passwordHash: string | null
}

/** Null when the address already belongs to somebody. */
export async function insertPerson(
  scope: IdentityScope,
  person: NewPerson,
  now: Date,
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into persons (email, name, language, password_hash, created_at)
    values (${person.email}, ${person.name}, ${person.language}, ${person.passwordHash}, ${now})
    on conflict (email) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

export async function updateLanguage(
  scope: IdentityScope,
  personId: number,
  language: string,
): Promise<void> {
  await sql`update persons set language = ${language} where id = ${personId}`.execute(scope.db)
}

export async function updatePreferences(
  scope: IdentityScope,
  personId: number,
  preferences: { readonly name: string; readonly language: string; readonly theme: Theme },
): Promise<void> {
  await sql`update persons set name = ${preferences.name}, language = ${preferences.language},
    theme = ${preferences.theme} where id = ${personId}`.execute(scope.db)
}

export async function updatePasswordHash(
  scope: IdentityScope,
  personId: number,
  passwordHash: string,
): Promise<void> {
  await sql`update persons set password_hash = ${passwordHash} where id = ${personId}`.execute(scope.db)
}

/** Confirmed or not, a new secret starts without a used step. */
export async function updateTotp(
  scope: IdentityScope,
  personId: number,
  totp: {
    readonly sealed: Buffer
    readonly confirmedAt: Date | null
    readonly lastStep: number | null
  } | null,
): Promise<void> {
  await sql`update persons set totp_secret = ${totp?.sealed ?? null}, totp_confirmed_at = ${totp?.confirmedAt ?? null},
    totp_last_step = ${totp?.lastStep ?? null} where id = ${personId}`.execute(scope.db)
}

export async function updateTotpStep(scope: IdentityScope, personId: number, step: number): Promise<void> {
  await sql`update persons set totp_last_step = ${step} where id = ${personId}`.execute(scope.db)
}

export interface PersonName {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly language: string
}

/** Of these persons those that the scope may see; a member sees its own colleagues only. */
export async function readPersonNames(
  scope: MemberScope | CentreScope | EngineScope,
  ids: readonly number[],
): Promise<readonly PersonName[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PersonName>`
    select id, name, email, language from persons where id = any(${ids}::bigint[]) order by id`.execute(
    scope.db,
  )
  return rows
}

/** Those who belong to these organisations and to no other; sessions and links go with them. */
export async function deletePeopleOnlyIn(
  scope: EngineScope,
  organisationIds: readonly number[],
): Promise<number> {
  const result = await sql`delete from persons p
    where exists (select from memberships m where m.person_id = p.id and m.organisation_id = any(${organisationIds}::bigint[]))
      and not exists (select from memberships m where m.person_id = p.id and m.organisation_id <> all(${organisationIds}::bigint[]))`.execute(
    scope.db,
  )
  return Number(result.numAffectedRows ?? 0)
}
