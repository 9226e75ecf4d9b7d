// All SQL about the contacts of organisations.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { Contact, ContactDuty, NewContact } from '../organisation.ts'

type ContactScope = MemberScope | CentreScope | EngineScope

/** In the order primary, deputy, management. */
export async function contactsOf(
  scope: ContactScope,
  organisationIds: readonly number[],
): Promise<readonly Contact[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<Contact>`
    select id, organisation_id as "organisationId", duty, name, email, phone, out_of_hours_phone as "outOfHoursPhone",
      language, person_id as "personId"
    from contacts where organisation_id = any(${organisationIds}::bigint[])
    order by organisation_id, array_position(array['primary', 'deputy', 'management'], duty)`.execute(
    scope.db,
  )
  return rows
}

export async function putContact(
  scope: ContactScope,
  organisationId: number,
  contact: NewContact,
): Promise<void> {
  await sql`insert into contacts (organisation_id, duty, name, email, phone, out_of_hours_phone, language, person_id)
    values (${organisationId}, ${contact.duty}, ${contact.name}, ${contact.email}, ${contact.phone},
      ${contact.outOfHoursPhone}, ${contact.language}, ${contact.personId})
    on conflict (organisation_id, duty) do update set name = excluded.name, email = excluded.email, phone = excluded.phone,
      out_of_hours_phone = excluded.out_of_hours_phone, language = excluded.language, person_id = excluded.person_id`.execute(
    scope.db,
  )
}

export async function deleteContact(
  scope: ContactScope,
  organisationId: number,
  duty: ContactDuty,
): Promise<boolean> {
  const result =
    await sql`delete from contacts where organisation_id = ${organisationId} and duty = ${duty}`.execute(
      scope.db,
    )
  return Number(result.numAffectedRows ?? 0) > 0
}
