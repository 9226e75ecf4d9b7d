// Assets one by one and page by page: what screens read, and what forms write.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { Asset, AssetFacts, Matchable } from '../asset.ts'
import type { AssetPosition } from '../position.ts'
import { type AssetRow, assetColumns, assetFromRow, factColumns, factFields, factsRecord } from './rows.ts'

export interface AssetFilter {
  readonly search?: string | undefined
  readonly matchable?: Matchable | undefined
  readonly clinicalRole?: string | undefined
  readonly networkExposure?: string | undefined
  readonly site?: string | undefined
  /** Only those that are missing from the newest list. */
  readonly missing?: boolean | undefined
}

export interface AssetPage {
  readonly assets: readonly Asset[]
  readonly next: AssetPosition | null
}

export async function listAssets(
  scope: MemberScope,
  filter: AssetFilter,
  after: AssetPosition | null,
  limit: number,
): Promise<AssetPage> {
  const { rows } = await sql<AssetRow & { title: string }>`
    select ${assetColumns}, title from assets
    where ${conditions(scope.organisationId, filter)}
      and ${after ? sql`(title, id) > (${after.title}, ${after.id})` : sql`true`}
    order by title, id limit ${limit + 1}`.execute(scope.db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    assets: page.map(assetFromRow),
    next: rows.length > limit && last ? { title: last.title, id: last.id } : null,
  }
}

export async function countAssets(scope: MemberScope, filter: AssetFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from assets where ${conditions(scope.organisationId, filter)}`.execute(scope.db)
  return rows[0]?.count ?? 0
}

function conditions(organisationId: number, filter: AssetFilter): RawBuilder<unknown> {
  const all = [sql`organisation_id = ${organisationId}`, sql`gone_at is null`]
  if (filter.matchable) all.push(sql`matchable = ${filter.matchable}`)
  if (filter.clinicalRole) all.push(sql`clinical_role = ${filter.clinicalRole}`)
  if (filter.networkExposure) all.push(sql`network_exposure = ${filter.networkExposure}`)
  if (filter.site) all.push(sql`site = ${filter.site}`)
  if (filter.missing) all.push(sql`missing_since is not null`)
  if (filter.search) {
    all.push(sql`position(lower(${filter.search}) in
      lower(concat_ws(' ', external_id, name, vendor, product, model, version, serial, udi_di, purl, cpe, site))) > 0`)
  }
  return sql.join(all, sql` and `)
}

export async function findAsset(scope: MemberScope | EngineScope, id: number): Promise<Asset | null> {
  const { rows } = await sql<AssetRow>`
    select ${assetColumns} from assets where organisation_id = ${scope.organisationId} and id = ${id}`.execute(
    scope.db,
  )
  return rows[0] ? assetFromRow(rows[0]) : null
}

const maxSites = 200

/** The sites that running assets name, for the filter. */
export async function sitesOfAssets(scope: MemberScope): Promise<readonly string[]> {
  const { rows } = await sql<{ site: string }>`
    select distinct site from assets
    where organisation_id = ${scope.organisationId} and gone_at is null and site is not null
    order by site limit ${maxSites}`.execute(scope.db)
  return rows.map((row) => row.site)
}

/** The running assets of these product versions; the caller's question bounds their number. */
export async function assetsOfVersions(
  scope: MemberScope | EngineScope,
  productVersionIds: readonly number[],
): Promise<readonly Asset[]> {
  if (productVersionIds.length === 0) return []
  const { rows } = await sql<AssetRow>`
    select ${assetColumns} from assets
    where organisation_id = ${scope.organisationId} and product_version_id = any(${[...productVersionIds]}::bigint[]) and gone_at is null
    order by title, id`.execute(scope.db)
  return rows.map(assetFromRow)
}

/** All running assets of all members, to be joined with verdicts: the table's name stays in this folder. */
export const runningAssets = sql<{
  organisation_id: number
  product_version_id: number
  id: number
  network_exposure: string | null
  clinical_role: string | null
}>`select organisation_id, product_version_id, id, network_exposure, clinical_role from assets where gone_at is null`

interface Identity {
  readonly productVersionId: number
  readonly matchable: Matchable
}

export async function insertAsset(
  scope: EngineScope,
  organisationId: number,
  asset: Identity & { recognisedBy: string; facts: AssetFacts; at: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into assets (organisation_id, recognised_by, product_version_id, matchable, source, created_at, changed_at, ${factColumns})
    select ${organisationId}, ${asset.recognisedBy}, ${asset.productVersionId}, ${asset.matchable}, 'form', ${asset.at}, ${asset.at}, ${factFields}
    from jsonb_to_record(${JSON.stringify(asset.facts)}::jsonb) as facts${factsRecord}
    returning id`.execute(scope.db)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('an asset was inserted and returned no identifier')
  return id
}

export async function updateAsset(
  scope: EngineScope,
  organisationId: number,
  id: number,
  asset: Identity & { facts: AssetFacts; at: Date },
): Promise<void> {
  await sql`
    update assets set (product_version_id, matchable, changed_at, ${factColumns}) =
      (select ${asset.productVersionId}::bigint, ${asset.matchable}, ${asset.at}::timestamptz, ${factFields}
       from jsonb_to_recordset(${JSON.stringify([asset.facts])}::jsonb) as facts${factsRecord})
    where organisation_id = ${organisationId} and id = ${id}`.execute(scope.db)
}

/** Returns how many were still running. */
export async function markGone(
  scope: EngineScope,
  organisationId: number,
  ids: readonly number[],
  at: Date,
): Promise<number> {
  const { rows } = await sql`
    update assets set gone_at = ${at}, changed_at = ${at}
    where organisation_id = ${organisationId} and id = any(${[...ids]}::bigint[]) and gone_at is null
    returning id`.execute(scope.db)
  return rows.length
}
