// All SQL about the sites of organisations.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { Site } from '../organisation.ts'

export async function sitesOf(
  scope: MemberScope | CentreScope | EngineScope,
  organisationIds: readonly number[],
): Promise<readonly Site[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<Site>`
    select id, organisation_id as "organisationId", name, city
    from sites where organisation_id = any(${organisationIds}::bigint[]) order by organisation_id, lower(name), id`.execute(
    scope.db,
  )
  return rows
}

/** Null when the organisation already has a site of this name. */
export async function insertSite(
  scope: MemberScope | EngineScope,
  organisationId: number,
  site: { readonly name: string; readonly city: string | null },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into sites (organisation_id, name, city) values (${organisationId}, ${site.name}, ${site.city})
    on conflict (organisation_id, name) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

export async function deleteSite(scope: MemberScope, siteId: number): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    delete from sites where organisation_id = ${scope.organisationId} and id = ${siteId} returning name`.execute(
    scope.db,
  )
  return rows[0]?.name ?? null
}
