// All SQL about organisations themselves.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope, Scope } from '../../../platform/database/database.ts'
import type { EntityClass } from '../entity-class.ts'
import type {
  Designation,
  NewOrganisation,
  Organisation,
  OrganisationKind,
  OwnFacts,
} from '../organisation.ts'

/** Every scope sees what row-level security lets it: a member itself and the centre. */
export async function findOrganisation(scope: Scope, id: number): Promise<Organisation | null> {
  return (await readOrganisations(scope, [id]))[0] ?? null
}

export async function readOrganisations(
  scope: Scope,
  ids: readonly number[],
): Promise<readonly Organisation[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`${selected} where id = any(${ids}::bigint[]) order by id`.execute(scope.db)
  return rows.map(toOrganisation)
}

export async function listOrganisations(
  scope: Scope,
  filter: { readonly kind?: OrganisationKind } = {},
): Promise<readonly Organisation[]> {
  const { rows } = await sql<Row>`${selected}
    where (${filter.kind ?? null}::text is null or kind = ${filter.kind ?? null})
    order by lower(name), id`.execute(scope.db)
  return rows.map(toOrganisation)
}

export async function centreOf(scope: Scope): Promise<Organisation | null> {
  const { rows } = await sql<Row>`${selected} where kind = 'centre'`.execute(scope.db)
  return rows[0] ? toOrganisation(rows[0]) : null
}

/** For set-based statements of others: who an organisation is and when its day begins. Keeps the table's name in this store. */
export const organisationNames = sql`(select id, name, country, kind, time_zone, languages from organisations)`

export async function countProviders(scope: CentreScope | EngineScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from organisations where kind = 'provider'`.execute(scope.db)
  return rows[0]?.count ?? 0
}

export async function hasOrganisationNamed(scope: Scope, name: string, country: string): Promise<boolean> {
  const { rows } =
    await sql`select from organisations where lower(name) = lower(${name}) and country = ${country} limit 1`.execute(
      scope.db,
    )
  return rows.length > 0
}

export async function insertOrganisation(
  scope: CentreScope | EngineScope,
  organisation: NewOrganisation,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into organisations (kind, name, country, languages, time_zone, provider_kind, employees, turnover_euro,
      balance_sheet_euro, designated_entity_class, designation_source, is_example, created_at)
    values (${organisation.kind}, ${organisation.name}, ${organisation.country}, ${organisation.languages}::text[],
      ${organisation.timeZone}, ${organisation.providerKind}, ${organisation.employees}, ${organisation.turnoverEuro},
      ${organisation.balanceSheetEuro}, ${organisation.designation?.entityClass ?? null},
      ${organisation.designation?.source ?? null}, ${organisation.isExample}, ${now})
    returning id`.execute(scope.db)
  const [row] = rows
  if (!row) throw new Error('an inserted organisation came back without its id')
  return row.id
}

export async function updateOwnFacts(scope: MemberScope, facts: OwnFacts): Promise<void> {
  await sql`update organisations set languages = ${facts.languages}::text[], time_zone = ${facts.timeZone},
    employees = ${facts.employees}, turnover_euro = ${facts.turnoverEuro}, balance_sheet_euro = ${facts.balanceSheetEuro}
    where id = ${scope.organisationId}`.execute(scope.db)
}

export async function updateDesignation(
  scope: CentreScope,
  id: number,
  designation: Designation | null,
): Promise<void> {
  await sql`update organisations set designated_entity_class = ${designation?.entityClass ?? null},
    designation_source = ${designation?.source ?? null} where id = ${id}`.execute(scope.db)
}

const selected = sql`select id, kind, name, country, languages, time_zone as "timeZone", provider_kind as "providerKind",
  employees, turnover_euro as "turnoverEuro", balance_sheet_euro as "balanceSheetEuro",
  designated_entity_class as "designatedClass", designation_source as "designationSource",
  is_example as "isExample", created_at as "createdAt" from organisations`

type Row = Omit<Organisation, 'designation'> & {
  readonly designatedClass: EntityClass | null
  readonly designationSource: string | null
}

function toOrganisation({ designatedClass, designationSource, ...row }: Row): Organisation {
  const designation =
    designatedClass && designationSource ? { entityClass: designatedClass, source: designationSource } : null
  return { ...row, designation }
}

/** With all that belongs to them: sites, contacts, memberships, inventories, alerts and obligations go by cascade. */
export async function deleteExampleOrganisations(scope: EngineScope): Promise<readonly number[]> {
  const { rows } = await sql<{
    id: number
  }>`delete from organisations where is_example returning id`.execute(scope.db)
  return rows.map((row) => row.id)
}
