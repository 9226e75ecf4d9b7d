// All SQL about the phones that carry the crisis pack, and the packs that were sealed for them.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { PhoneKey, Sealed } from '../envelope/seal.ts'
import type { PhoneFacts } from '../envelope/state.ts'

type OwnScope = MemberScope | EngineScope
export type Slot = 1 | 2

export interface Phone extends PhoneKey {
  readonly slot: Slot
  readonly enrolment: number
  readonly holder: string
  readonly language: string
  readonly enrolledAt: Date
  readonly openedAt: Date | null
}

export interface NewPack {
  readonly slot: Slot
  readonly enrolment: number
  readonly builtAt: Date
  readonly factsSha256: string
  readonly openingWord: string
  readonly header: string
}
export interface StoredPack extends NewPack, Sealed {
  readonly id: number
}

export async function putPhone(
  scope: MemberScope,
  phone: Omit<Phone, 'enrolment' | 'openedAt'>,
): Promise<void> {
  await sql`insert into envelope_phones (organisation_id, slot, enrolment, holder, language, public_key, wrapped_key, wrap_salt,
      wrap_iv, iterations, enrolled_at)
    values (${scope.organisationId}, ${phone.slot}, 1, ${phone.holder}, ${phone.language}, ${Buffer.from(phone.publicKey)},
      ${Buffer.from(phone.wrappedKey)}, ${Buffer.from(phone.wrapSalt)}, ${Buffer.from(phone.wrapIv)}, ${phone.iterations}, ${phone.enrolledAt})
    on conflict (organisation_id, slot) do update set enrolment = envelope_phones.enrolment + 1, holder = excluded.holder,
      language = excluded.language, public_key = excluded.public_key, wrapped_key = excluded.wrapped_key,
      wrap_salt = excluded.wrap_salt, wrap_iv = excluded.wrap_iv, iterations = excluded.iterations,
      enrolled_at = excluded.enrolled_at, opened_at = null`.execute(scope.db)
}

export async function selectPhones(scope: OwnScope, organisationId: number): Promise<readonly Phone[]> {
  const { rows } =
    await sql<Phone>`select slot, enrolment, holder, language, public_key as "publicKey", wrapped_key as "wrappedKey",
      wrap_salt as "wrapSalt", wrap_iv as "wrapIv", iterations, enrolled_at as "enrolledAt", opened_at as "openedAt"
    from envelope_phones where organisation_id = ${organisationId} order by slot`.execute(scope.db)
  return rows
}

export async function selectOrganisationsWithPhones(scope: EngineScope): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct organisation_id as id from envelope_phones order by 1`.execute(scope.db)
  return rows.map(({ id }) => id)
}

/** The one before loses its content: a phone fetches the newest only. */
export async function insertPack(
  scope: OwnScope,
  organisationId: number,
  pack: NewPack,
  sealed: Sealed,
): Promise<void> {
  await sql`update envelope_packs set ephemeral_key = null, iv = null, ciphertext = null
    where organisation_id = ${organisationId} and slot = ${pack.slot} and ciphertext is not null`.execute(
    scope.db,
  )
  await sql`insert into envelope_packs (organisation_id, slot, enrolment, built_at, facts_sha256, opening_word, header, ephemeral_key, iv, ciphertext)
    values (${organisationId}, ${pack.slot}, ${pack.enrolment}, ${pack.builtAt}, ${pack.factsSha256}, ${pack.openingWord}, ${pack.header},
      ${Buffer.from(sealed.ephemeralKey)}, ${Buffer.from(sealed.iv)}, ${Buffer.from(sealed.ciphertext)})`.execute(
    scope.db,
  )
}

export async function selectNewestPack(
  scope: OwnScope,
  organisationId: number,
  { slot, enrolment }: Pick<Phone, 'slot' | 'enrolment'>,
): Promise<StoredPack | null> {
  const { rows } =
    await sql<StoredPack>`select id, slot, enrolment, built_at as "builtAt", facts_sha256 as "factsSha256",
      opening_word as "openingWord", header, ephemeral_key as "ephemeralKey", iv, ciphertext
    from envelope_packs where organisation_id = ${organisationId} and slot = ${slot} and enrolment = ${enrolment} and ciphertext is not null
    order by id desc limit 1`.execute(scope.db)
  return rows[0] ?? null
}

export async function setFetched(scope: MemberScope, packId: number, now: Date): Promise<void> {
  await sql`update envelope_packs set fetched_at = ${now}
    where organisation_id = ${scope.organisationId} and id = ${packId}`.execute(scope.db)
}

/** True when a pack with this word was fetched for the phone's present code. */
export async function setOpened(scope: MemberScope, slot: Slot, word: string, now: Date): Promise<boolean> {
  const result = await sql`update envelope_phones phone set opened_at = ${now}
    where organisation_id = ${scope.organisationId} and slot = ${slot}
      and exists (select from envelope_packs pack where pack.organisation_id = phone.organisation_id and pack.slot = phone.slot
        and pack.enrolment = phone.enrolment and pack.opening_word = ${word} and pack.fetched_at is not null)`.execute(
    scope.db,
  )
  return Number(result.numAffectedRows ?? 0) > 0
}

/** Of one member, or of all members for the board: what each phone carries and how old it is. */
export async function selectPhoneFacts(
  scope: OwnScope | CentreScope,
  organisationId: number | null,
): Promise<readonly (PhoneFacts & { readonly organisationId: number })[]> {
  const { rows } = await sql<PhoneFacts & { organisationId: number }>`
    select phone.organisation_id as "organisationId", phone.slot, newest.built_at as "builtAt", carried.built_at as "carriedAt",
      coalesce(carried.facts_sha256 = newest.facts_sha256, false) as "isCurrent", phone.opened_at as "openedAt"
    from envelope_phones phone
    join lateral (select built_at, facts_sha256 from envelope_packs pack where pack.organisation_id = phone.organisation_id
      and pack.slot = phone.slot and pack.enrolment = phone.enrolment order by id desc limit 1) newest on true
    left join lateral (select built_at, facts_sha256 from envelope_packs pack where pack.organisation_id = phone.organisation_id
      and pack.slot = phone.slot and pack.enrolment = phone.enrolment and fetched_at is not null order by id desc limit 1) carried on true
    where ${organisationId}::bigint is null or phone.organisation_id = ${organisationId}::bigint
    order by phone.organisation_id, phone.slot`.execute(scope.db)
  return rows
}
