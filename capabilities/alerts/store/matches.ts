// SQL of matches in both directions for one hospital: what concerns an asset, a product or an SBOM, and whom an advisory.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { MemberScope } from '../../../platform/database/database.ts'
import { advisoryTitles } from '../../advisories/index.ts'
import { ownAssets } from '../../assets/index.ts'
import { type LevelCounts, levelsUpTo, type MatchLevel, matchedPairs } from '../../matching/index.ts'
import { matchedPieces } from './pieces.ts'

/** Which of the hospital's own assets: one, all of a product version, or all components of an SBOM. */
export type Side =
  | { readonly assetId: number }
  | { readonly productVersionId: number }
  | { readonly list: string }

export interface Page {
  /** The broadest level that is shown. */
  readonly show: MatchLevel
  /** Rows with a higher number only. */
  readonly after: number
  readonly limit: number
}

export interface MatchedAdvisory {
  readonly advisoryId: number
  readonly title: string
  readonly publisher: string
  readonly trackingId: string
  readonly version: string
  /** The surest of its matches here. */
  readonly level: MatchLevel
  /** Own assets, or components, that it concerns at this level or a surer one. */
  readonly assets: number
}

export interface Listed<Row> {
  readonly rows: readonly Row[]
  /** Over all levels, whatever is shown. */
  readonly counts: LevelCounts
}

/** In ascending order of advisories. */
export async function advisoriesOf(
  scope: MemberScope,
  side: Side,
  page: Page,
): Promise<Listed<MatchedAdvisory>> {
  const own = sql`(select * from ${ownAssets(scope.organisationId)} o where ${conditionOf(side)})`
  const pairs = matchedPairs(scope, {
    ofAdvisories: null,
    ofVersions: (id) => sql`${id} = any(array(select product_version_id from ${own} x))`,
  })
  const grouped = sql`(select m.advisory_id as key, ${surest} as rank, count(*) filter (where ${isShown(page)}) as assets
    from ${matchedPieces(pairs, own)} m group by 1)`
  const { rows } = await sql<MatchedAdvisory>`
    select g.key as "advisoryId", t.title, t.publisher, t.tracking_id as "trackingId", t.version, ${levelName} as level, g.assets
    from ${grouped} g join ${advisoryTitles} t on t.id = g.key
    where g.rank <= ${rankOf(page)} and g.key > ${page.after} order by g.key limit ${page.limit}`.execute(
    scope.db,
  )
  return { rows, counts: await countsOf(scope, grouped) }
}

export interface MatchedAsset {
  readonly assetId: number
  readonly productVersionId: number
  readonly title: string
  readonly list: string | null
  readonly version: string | null
  readonly site: string | null
  readonly level: MatchLevel
  readonly identityGrade: string | null
  readonly rangeGrade: string | null
}

/** In ascending order of assets; `sbomOnly` leaves out everything that is no component of an SBOM. */
export async function assetsOf(
  scope: MemberScope,
  advisoryId: number,
  page: Page & { readonly sbomOnly: boolean },
): Promise<Listed<MatchedAsset>> {
  const rows = await sql<MatchedAsset>`
    select m.id as "assetId", m.product_version_id as "productVersionId", m.title, m.list, m.version, m.site, m.level,
      m.identity_grade as "identityGrade", m.range_grade as "rangeGrade"
    from ${piecesOf(scope, advisoryId)} m
    where ${isShown(page)} and ${sbomCondition(page.sbomOnly, 'm')} and m.id > ${page.after} order by m.id limit ${page.limit}`.execute(
    scope.db,
  )
  const grouped = groupedBy(scope, advisoryId, sql`m.id`, page)
  return { rows: rows.rows, counts: await countsOf(scope, grouped) }
}

export interface MatchedVersion {
  readonly productVersionId: number
  readonly title: string
  readonly version: string | null
  readonly level: MatchLevel
  readonly assets: number
}

/** In ascending order of product versions. */
export async function versionsOf(
  scope: MemberScope,
  advisoryId: number,
  page: Page,
): Promise<Listed<MatchedVersion>> {
  const grouped = groupedBy(scope, advisoryId, sql`m.product_version_id`, { ...page, sbomOnly: false })
  const { rows } = await sql<MatchedVersion>`
    select g.key as "productVersionId", g.title, g.version, ${levelName} as level, g.assets from ${grouped} g
    where g.rank <= ${rankOf(page)} and g.key > ${page.after} order by g.key limit ${page.limit}`.execute(
    scope.db,
  )
  return { rows, counts: await countsOf(scope, grouped) }
}

export interface MatchedSbom {
  /** `sbom:` and the system that it describes. */
  readonly list: string
  readonly level: MatchLevel
  readonly components: number
}

const maxSboms = 1_000

/** In order of their names. */
export async function sbomsOf(
  scope: MemberScope,
  advisoryId: number,
  show: MatchLevel,
): Promise<Listed<MatchedSbom>> {
  const page = { show, after: 0, limit: maxSboms, sbomOnly: true }
  const grouped = groupedBy(scope, advisoryId, sql`m.list`, page)
  const { rows } = await sql<MatchedSbom>`
    select g.key as list, ${levelName} as level, g.assets as components from ${grouped} g
    where g.rank <= ${rankOf(page)} order by g.key limit ${maxSboms}`.execute(scope.db)
  return { rows, counts: await countsOf(scope, grouped) }
}

export interface OwnSbom {
  readonly list: string
  readonly components: number
}

export async function sbomsOfMember(scope: MemberScope): Promise<readonly OwnSbom[]> {
  const { rows } = await sql<OwnSbom>`
    select list, count(*) as components from ${ownAssets(scope.organisationId)} o where ${sbomCondition(true, 'o')}
    group by list order by list limit ${maxSboms}`.execute(scope.db)
  return rows
}

export interface AssetVersion {
  readonly assetId: number
  readonly productVersionId: number
}

/** Those of these assets that the hospital runs. */
export async function versionsOfAssets(
  scope: MemberScope,
  assetIds: readonly number[],
): Promise<readonly AssetVersion[]> {
  const { rows } = await sql<AssetVersion>`
    select o.id as "assetId", o.product_version_id as "productVersionId" from ${ownAssets(scope.organisationId)} o
    where o.id = any(${assetIds}::bigint[]) order by o.id`.execute(scope.db)
  return rows
}

export interface OwnVersion {
  readonly productVersionId: number
  readonly title: string
  readonly version: string | null
  readonly assets: number
}

/** The product versions that the hospital runs, in ascending order. */
export async function versionsOfMember(
  scope: MemberScope,
  after: number,
  limit: number,
): Promise<readonly OwnVersion[]> {
  const { rows } = await sql<OwnVersion>`
    select product_version_id as "productVersionId", min(title) as title, min(version) as version, count(*) as assets
    from ${ownAssets(scope.organisationId)} o where product_version_id > ${after} group by 1 order by 1 limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

function piecesOf(scope: MemberScope, advisoryId: number): RawBuilder<unknown> {
  const pairs = matchedPairs(scope, { ofAdvisories: (id) => sql`${id} = ${advisoryId}`, ofVersions: null })
  return matchedPieces(pairs, ownAssets(scope.organisationId))
}

function groupedBy(
  scope: MemberScope,
  advisoryId: number,
  key: RawBuilder<unknown>,
  page: Page & { readonly sbomOnly: boolean },
): RawBuilder<unknown> {
  return sql`(select ${key} as key, ${surest} as rank, min(m.title) as title, min(m.version) as version,
      count(*) filter (where ${isShown(page)}) as assets
    from ${piecesOf(scope, advisoryId)} m where ${sbomCondition(page.sbomOnly, 'm')} group by 1)`
}

function conditionOf(side: Side): RawBuilder<unknown> {
  if ('assetId' in side) return sql`o.id = ${side.assetId}`
  if ('list' in side) return sql`o.list = ${side.list}`
  return sql`o.product_version_id = ${side.productVersionId}`
}

function sbomCondition(sbomOnly: boolean, of: 'm' | 'o'): RawBuilder<unknown> {
  return sbomOnly ? sql`${sql.ref(`${of}.list`)} like 'sbom:%'` : sql`true`
}

const levels = sql`array['certain', 'likely', 'possible', 'ignored']`
const surest = sql`min(array_position(${levels}, m.level))`
const levelName = sql`(${levels})[g.rank]`

function rankOf({ show }: Pick<Page, 'show'>): number {
  return levelsUpTo(show).length
}

function isShown(page: Pick<Page, 'show'>): RawBuilder<unknown> {
  return sql`array_position(${levels}, m.level) <= ${rankOf(page)}`
}

async function countsOf(scope: MemberScope, grouped: RawBuilder<unknown>): Promise<LevelCounts> {
  const { rows } = await sql<LevelCounts>`
    select count(*) filter (where rank = 1) as certain, count(*) filter (where rank = 2) as likely,
      count(*) filter (where rank = 3) as possible, count(*) filter (where rank = 4) as ignored from ${grouped} g`.execute(
    scope.db,
  )
  return rows[0] ?? { certain: 0, likely: 0, possible: 0, ignored: 0 }
}
