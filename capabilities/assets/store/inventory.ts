// A whole list of assets at once: read for comparing, written from the rows of an import.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { AssetFacts, Matchable } from '../asset.ts'
import type { StoredAsset } from '../difference.ts'
import { assetFacts, factColumns, factFields, factsFromRow, factsRecord } from './rows.ts'

/** Counts up and, until the transaction ends, keeps every other writer of this inventory waiting. */
export async function nextRevision(scope: EngineScope, organisationId: number): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    insert into inventory_revisions (organisation_id, revision) values (${organisationId}, 1)
    on conflict (organisation_id) do update set revision = inventory_revisions.revision + 1
    returning revision`.execute(scope.db)
  return rows[0]?.revision ?? 1
}

export async function currentRevision(scope: EngineScope, organisationId: number): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select revision from inventory_revisions where organisation_id = ${organisationId}`.execute(scope.db)
  return rows[0]?.revision ?? 0
}

export async function storedAssetsOf(
  scope: EngineScope,
  organisationId: number,
  list: string,
): Promise<readonly StoredAsset[]> {
  const { rows } = await sql<
    AssetFacts & { assetId: number; recognisedBy: string; presence: StoredAsset['presence'] }
  >`
    select id as "assetId", recognised_by as "recognisedBy",
      case when gone_at is not null then 'gone' when missing_since is not null then 'missing' else 'present' end as presence,
      ${assetFacts}
    from assets where organisation_id = ${organisationId} and list = ${list}`.execute(scope.db)
  return rows.map((row) => ({
    assetId: row.assetId,
    recognisedBy: row.recognisedBy,
    presence: row.presence,
    facts: factsFromRow(row),
  }))
}

export interface IdentifiedRow {
  readonly number: number
  readonly productVersionId: number
  readonly matchable: Matchable
}

/** Adds or changes the assets of these rows of an import; the facts go from table to table. */
export async function storeRows(
  scope: EngineScope,
  of: { organisationId: number; importId: number; list: string },
  identified: readonly IdentifiedRow[],
  at: Date,
): Promise<void> {
  const numbers = identified.map((row) => row.number)
  const versions = identified.map((row) => row.productVersionId)
  const matchables = identified.map((row) => row.matchable)
  await sql`
    insert into assets (organisation_id, recognised_by, list, product_version_id, matchable, source, import_id, created_at, changed_at, ${factColumns})
    select ${of.organisationId}, rows.recognised_by, ${of.list}, identified.version_id, identified.matchable, 'import', ${of.importId}, ${at}, ${at}, ${factFields}
    from unnest(${numbers}::int[], ${versions}::bigint[], ${matchables}::text[]) as identified(number, version_id, matchable)
    join import_rows rows on rows.organisation_id = ${of.organisationId} and rows.import_id = ${of.importId} and rows.number = identified.number
    cross join lateral jsonb_to_record(rows.facts) as facts${factsRecord}
    on conflict (organisation_id, recognised_by) do update set
      (product_version_id, matchable, import_id, changed_at, missing_since, gone_at, ${factColumns}) =
      (select excluded.product_version_id, excluded.matchable, excluded.import_id, excluded.changed_at, null::timestamptz, null::timestamptz, ${excludedFacts})`.execute(
    scope.db,
  )
}

const excludedFacts = sql.raw(
  'excluded.external_id, excluded.name, excluded.vendor, excluded.product, excluded.model, excluded.version, excluded.serial, excluded.udi_di, excluded.purl, excluded.cpe, excluded.site, excluded.network_exposure, excluded.clinical_role, excluded.environment',
)

/** An array and no join: the statistics do not know the rows of this minute, and a join over them took seconds. */
const goneOf = (of: { readonly organisationId: number; readonly importId: number }) =>
  sql`array(select asset_id from import_rows where organisation_id = ${of.organisationId} and import_id = ${of.importId} and outcome = 'gone')`

/** Those that the list no longer holds stay watched; the first day that they were missing stands. */
export async function markMissing(
  scope: EngineScope,
  of: { organisationId: number; importId: number },
  at: Date,
): Promise<void> {
  await sql`
    update assets set missing_since = ${at}, changed_at = ${at}
    where organisation_id = ${of.organisationId} and id = any(${goneOf(of)}) and missing_since is null and gone_at is null`.execute(
    scope.db,
  )
}

/** Those that this import found missing, that are still missing and that nobody has confirmed yet. */
export async function stillMissing(
  scope: MemberScope | EngineScope,
  of: { organisationId: number; importId: number },
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from assets
    where organisation_id = ${of.organisationId} and id = any(${goneOf(of)}) and missing_since is not null and gone_at is null`.execute(
    scope.db,
  )
  return rows.map((row) => row.id)
}
