// Which member runs which product version how often: the rows by which one advisory finds all members at once.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'

/** The bits of one asset, standing.ts; to be joined by `bit_or`. */
export const standingOf = sql`((1 << coalesce(array_position(array['internet', 'hospital-network', null, 'isolated', 'offline'], network_exposure) - 1, 2))
  | (32 << coalesce(array_position(array['life-supporting', 'diagnostic', 'records', 'support', 'office'], clinical_role) - 1, 5)))`

const counted = sql`product_version_id::int as product_version_id, count(*)::int as assets, bit_or(${standingOf}) as standing`

/** Count and standing share a column, migrations/0016: the bits of standing, and above them the count as far as it fits. */
const standingBits = 11
const maxAssets = 2 ** (31 - standingBits) - 1

/**
 * For set-based statements of others: organisation_id, product_version_id, assets, standing; of all members. Asked by
 * product version it is an index-only scan.
 */
export const installedVersions: RawBuilder<unknown> = sql`(select organisation_id, product_version_id,
  held >> ${sql.lit(standingBits)} as assets, held & ${sql.lit(2 ** standingBits - 1)} as standing from installed_versions)`

/** The same rows for one member, counted from its assets. */
export function installedVersionsOf(organisationId: number): RawBuilder<unknown> {
  return sql`(select ${organisationId}::bigint as organisation_id, ${counted} from assets
    where organisation_id = ${organisationId} and gone_at is null group by product_version_id)`
}

/**
 * The key of a serial number, as matching compares it: without a word in front, letters of ASCII in upper case; the
 * empty text where none is known. Equal to `serialKey` of matching, which a test holds them to.
 */
export const serialKeyOf = (
  serial: RawBuilder<unknown>,
) => sql`upper(regexp_replace(btrim(left(coalesce(${serial}, ''), 200)),
  '^(s/?n|serial( (no\\.?|number))?|seriennummer|n° de série)[\\s\\u00a0:.#]*', '', 'i') collate "C")`

/** Every running asset by itself, for verdicts on single pieces: as `installedVersions`, and serial_key. */
export const installedPieces: RawBuilder<unknown> = sql`(select organisation_id, product_version_id, 1 as assets, ${standingOf} as standing,
  ${serialKeyOf(sql`serial`)} as serial_key from assets where gone_at is null)`

/** What the member runs before its inventory changes. */
export async function versionsInstalled(
  scope: EngineScope,
  organisationId: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct product_version_id as id from assets where organisation_id = ${organisationId} and gone_at is null`.execute(
    scope.db,
  )
  return rows.map((row) => row.id)
}

/** Counts anew what the member runs now and what it ran before; writes only differences. */
export async function refreshInstalled(
  scope: EngineScope,
  organisationId: number,
  versionsBefore: readonly number[],
): Promise<void> {
  await sql`
    with running as materialized (
      select organisation_id, product_version_id, (least(assets, ${sql.lit(maxAssets)}) << ${sql.lit(standingBits)}) | standing as held
      from ${installedVersionsOf(organisationId)} as own),
    -- By an array and not by a condition on each running row, which a cluster does not take.
    kept as materialized (
      select product_version_id, held from installed_versions
      where organisation_id = ${organisationId} and product_version_id = any(array(select product_version_id from running))),
    ended as (
      delete from installed_versions i using unnest(${versionsBefore}::int[]) as before(id)
      where i.product_version_id = before.id and i.organisation_id = ${organisationId}
        and not exists (select 1 from running where running.product_version_id = before.id))
    insert into installed_versions (organisation_id, product_version_id, held)
    select r.organisation_id, r.product_version_id, r.held from running r
    where not exists (select 1 from kept where kept.product_version_id = r.product_version_id and kept.held = r.held)
    order by r.product_version_id
    on conflict (product_version_id, organisation_id) do update set held = excluded.held`.execute(scope.db)
}
