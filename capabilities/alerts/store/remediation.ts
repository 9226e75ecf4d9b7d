// All SQL about how far assets are with vulnerabilities; a mark that was made for another fix no longer counts.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { MemberScope } from '../../../platform/database/database.ts'
import { advisoryRemedies } from '../../advisories/index.ts'
import { ownAssets } from '../../assets/index.ts'
import { matchedPairs } from '../../matching/index.ts'
import type { RemediationStatus } from '../remediation.ts'
import { matchedPieces } from './pieces.ts'

export interface AssetRemediation {
  readonly assetId: number
  readonly title: string
  /** `sbom:` and a system, where the asset is a component of an SBOM. */
  readonly list: string | null
  readonly answer: 'affected' | 'cannot_tell'
  /** As the advisory calls them; the empty text where it names none. */
  readonly vulnerabilities: readonly {
    readonly vulnerability: string
    readonly status: RemediationStatus
    readonly markedAt: string | null
    /** It was marked so for a fix that the advisory has replaced since. */
    readonly staleStatus: RemediationStatus | null
  }[]
}

/** The matched assets in ascending order, each with the vulnerabilities that concern it. */
export async function selectRemediation(
  scope: MemberScope,
  advisoryId: number,
  limit: number,
): Promise<readonly AssetRemediation[]> {
  const { rows } = await sql<AssetRemediation>`
    select c.asset_id as "assetId", min(c.title) as title, min(c.list) as list, min(c.answer) as answer,
      jsonb_agg(jsonb_build_object('vulnerability', c.vulnerability, 'status', ${counting}, 'markedAt', m.marked_at,
        'staleStatus', case when m.remediation_fingerprint <> c.fingerprint then m.status end) order by c.vulnerability) as vulnerabilities
    from ${concerned(scope, advisoryId)} c left join remediation_marks m on ${sameMark}
    group by c.asset_id order by c.asset_id limit ${limit}`.execute(scope.db)
  return rows
}

export interface VulnerabilityStatistics {
  readonly vulnerability: string
  readonly matching: number
  readonly notRemediated: number
  readonly inProgress: number
  readonly done: number
}

/** Assets by vulnerability and status; `null` as vulnerability is the document as a whole, where all must be done. */
export async function countRemediation(
  scope: MemberScope,
  advisoryId: number,
): Promise<
  readonly (Omit<VulnerabilityStatistics, 'vulnerability'> & { readonly vulnerability: string | null })[]
> {
  const { rows } = await sql<VulnerabilityStatistics>`
    with single as materialized (
      select c.asset_id, c.vulnerability, ${counting} as status
      from ${concerned(scope, advisoryId)} c left join remediation_marks m on ${sameMark}),
    whole as (
      select asset_id, null::text as vulnerability, case when bool_and(status = 'done') then 'done'
        when bool_and(status = 'not-remediated') then 'not-remediated' else 'in-progress' end as status
      from single group by asset_id)
    select vulnerability, count(*) as matching, count(*) filter (where status = 'not-remediated') as "notRemediated",
      count(*) filter (where status = 'in-progress') as "inProgress", count(*) filter (where status = 'done') as done
    from (select * from single union all select * from whole) all_of_them
    group by vulnerability order by vulnerability nulls first`.execute(scope.db)
  return rows
}

export interface MarkToSave {
  readonly advisoryId: number
  /** Null: all that match. */
  readonly assetIds: readonly number[] | null
  /** Null: all that concern the asset. */
  readonly vulnerability: string | null
  readonly status: RemediationStatus
  readonly actor: string
  readonly at: Date
}

/** Returns how many assets were marked; what does not match is not marked. */
export async function saveMarks(scope: MemberScope, mark: MarkToSave): Promise<number> {
  const { assetIds, vulnerability } = mark
  const { rows } = await sql<{ assets: number }>`
    with marked as (
      insert into remediation_marks (organisation_id, advisory_id, asset_id, vulnerability, status, remediation_fingerprint, marked_by, marked_at)
      select ${scope.organisationId}, ${mark.advisoryId}, c.asset_id, c.vulnerability, ${mark.status}, c.fingerprint, ${mark.actor}, ${mark.at}
      from ${concerned(scope, mark.advisoryId)} c
      where ${assetIds === null ? sql`true` : sql`c.asset_id = any(${assetIds}::bigint[])`}
        and ${vulnerability === null ? sql`true` : sql`c.vulnerability = ${vulnerability}`}
      on conflict (organisation_id, advisory_id, asset_id, vulnerability) do update set status = excluded.status,
        remediation_fingerprint = excluded.remediation_fingerprint, marked_by = excluded.marked_by, marked_at = excluded.marked_at
      returning asset_id)
    select count(distinct asset_id) as assets from marked`.execute(scope.db)
  return rows[0]?.assets ?? 0
}

/** asset_id, title, list, answer, vulnerability, fingerprint: one row for each matched asset and vulnerability. */
function concerned(scope: MemberScope, advisoryId: number): RawBuilder<unknown> {
  const pairs = matchedPairs(scope, { ofAdvisories: (id) => sql`${id} = ${advisoryId}`, ofVersions: null })
  return sql`(
    select m.organisation_id, m.advisory_id, m.id as asset_id, m.title, m.list, m.answer, vulnerability, remedy.fingerprint
    from ${matchedPieces(pairs, ownAssets(scope.organisationId))} m
    join ${advisoryRemedies} remedy on remedy.advisory_id = m.advisory_id
    cross join lateral unnest(case when cardinality(m.vulnerabilities) > 0 then m.vulnerabilities
      when cardinality(remedy.vulnerabilities) > 0 then remedy.vulnerabilities else array[''] end) as vulnerability
    where m.level <> 'ignored')`
}

const sameMark = sql`m.organisation_id = c.organisation_id and m.advisory_id = c.advisory_id and m.asset_id = c.asset_id and m.vulnerability = c.vulnerability`
const counting = sql`case when m.remediation_fingerprint = c.fingerprint then m.status else 'not-remediated' end`
