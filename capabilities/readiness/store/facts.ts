// All SQL about what only the crisis pack holds: private numbers, suppliers, the hospital's own pages.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { NewPerson, NewSupplier } from '../typed.ts'

type OwnScope = MemberScope | EngineScope
export const maxRows = 100

export interface PackPerson extends NewPerson {
  readonly id: number
  readonly agreedAt: Date
}
export interface PackSupplier extends NewSupplier {
  readonly id: number
}

export async function selectPeople(scope: OwnScope, organisationId: number): Promise<readonly PackPerson[]> {
  const { rows } =
    await sql<PackPerson>`select id, name, task, phone, agreed_at as "agreedAt" from envelope_people
    where organisation_id = ${organisationId} order by id limit ${maxRows}`.execute(scope.db)
  return rows
}

/** False when there are as many as a pack takes. */
export async function insertPerson(scope: MemberScope, person: NewPerson, now: Date): Promise<boolean> {
  const result = await sql`insert into envelope_people (organisation_id, name, task, phone, agreed_at)
    select ${scope.organisationId}, ${person.name}, ${person.task}, ${person.phone}, ${now}
    where (select count(*) from envelope_people where organisation_id = ${scope.organisationId}) < ${maxRows} returning 1`.execute(
    scope.db,
  )
  return result.rows.length > 0
}

export async function deletePerson(scope: MemberScope, id: number): Promise<boolean> {
  const result =
    await sql`delete from envelope_people where organisation_id = ${scope.organisationId} and id = ${id}`.execute(
      scope.db,
    )
  return result.rows.length > 0
}

export async function selectSuppliers(
  scope: OwnScope,
  organisationId: number,
): Promise<readonly PackSupplier[]> {
  const { rows } = await sql<PackSupplier>`select id, name, supplies, phone, contract from envelope_suppliers
    where organisation_id = ${organisationId} order by id limit ${maxRows}`.execute(scope.db)
  return rows
}

export async function insertSupplier(scope: MemberScope, supplier: NewSupplier): Promise<boolean> {
  const result = await sql`insert into envelope_suppliers (organisation_id, name, supplies, phone, contract)
    select ${scope.organisationId}, ${supplier.name}, ${supplier.supplies}, ${supplier.phone}, ${supplier.contract}
    where (select count(*) from envelope_suppliers where organisation_id = ${scope.organisationId}) < ${maxRows} returning 1`.execute(
    scope.db,
  )
  return result.rows.length > 0
}

export async function deleteSupplier(scope: MemberScope, id: number): Promise<boolean> {
  const result =
    await sql`delete from envelope_suppliers where organisation_id = ${scope.organisationId} and id = ${id}`.execute(
      scope.db,
    )
  return result.rows.length > 0
}

export async function selectPages(
  scope: OwnScope,
  organisationId: number,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ page: string; body: string }>`
    select page, body from envelope_pages where organisation_id = ${organisationId}`.execute(scope.db)
  return new Map(rows.map(({ page, body }) => [page, body]))
}

/** An empty page is taken away. */
export async function putPage(scope: MemberScope, page: string, body: string): Promise<void> {
  if (body === '')
    await sql`delete from envelope_pages where organisation_id = ${scope.organisationId} and page = ${page}`.execute(
      scope.db,
    )
  else
    await sql`insert into envelope_pages (organisation_id, page, body) values (${scope.organisationId}, ${page}, ${body})
      on conflict (organisation_id, page) do update set body = excluded.body`.execute(scope.db)
}
