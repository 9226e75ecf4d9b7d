// Folds what several documents say about one vulnerability of one product version into the verdict that says most.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { advisoriesOfSameCves, vulnerabilitiesOfAdvisories } from '../../advisories/index.ts'

/**
 * Decides anew, for these advisories, all that share a CVE with them and all that were folded into them, which verdict is folded into which. A verdict
 * folds where another one on the same version answers at least as much and covers all of its CVEs: more of them, or the
 * same ones in a document that ranks first (CSAF, then OSV, then CVE records; then the one recorded first). What cannot
 * be covered stands by itself. Returns the advisories for which something changed.
 */
export async function foldVerdicts(
  scope: EngineScope,
  advisoryIds: readonly number[],
  productVersionIds: readonly number[] | null,
): Promise<readonly number[]> {
  const ofVersions =
    productVersionIds === null ? sql`true` : sql`v.product_version_id = any(${productVersionIds}::bigint[])`
  const { rows } = await sql<{ id: number }>`
    with looked as materialized (select distinct id from ${advisoriesOfSameCves(advisoryIds)} as same
      union select advisory_id from verdicts where folded_into = any(${advisoryIds}::bigint[])),
    facts as materialized (select * from ${vulnerabilitiesOfAdvisories(sql`(select id from looked)`)} as f),
    standing as materialized (
      select v.advisory_id, v.product_version_id, v.folded_into, v.answer, f.rank,
        case when v.answer = 'affected' and cardinality(v.vulnerabilities) > 0 then array(select distinct u from unnest(v.vulnerabilities) u order by u) else f.cves end as cves
      from verdicts v join facts f on f.advisory_id = v.advisory_id
      where v.answer <> 'not_affected' and ${ofVersions}),
    best as (
      select distinct on (own.advisory_id, own.product_version_id) own.advisory_id, own.product_version_id, other.advisory_id as into_id
      from standing own
        -- By one CVE in common first, so that a product with thousands of records is not held against itself.
        join (select standing.*, unnest(cves) as cve from standing) other
          on other.product_version_id = own.product_version_id and other.cve = own.cves[1] and other.advisory_id <> own.advisory_id
          and own.cves <@ other.cves
        and (other.answer = 'affected' or own.answer = 'cannot_tell')
        and (cardinality(other.cves) > cardinality(own.cves) or (other.answer = 'affected' and own.answer = 'cannot_tell')
          or (other.rank, other.advisory_id) < (own.rank, own.advisory_id))
      order by 1, 2, (other.answer = 'affected') desc, cardinality(other.cves) desc, other.rank, other.advisory_id)
    update verdicts v set folded_into = best.into_id
    from standing s left join best on best.advisory_id = s.advisory_id and best.product_version_id = s.product_version_id
    where v.advisory_id = s.advisory_id and v.product_version_id = s.product_version_id
      and v.folded_into is distinct from best.into_id
    returning v.advisory_id as id`.execute(scope.db)
  return [...new Set(rows.map((row) => row.id))]
}

/** Those of the advisories of which something was folded into another. */
export async function foldedAdvisories(
  scope: EngineScope,
  advisoryIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct advisory_id as id from verdicts where advisory_id = any(${advisoryIds}::bigint[]) and folded_into is not null`.execute(
    scope.db,
  )
  return new Set(rows.map((row) => row.id))
}

export interface ConcerningAdvisory {
  readonly advisoryId: number
  /** Some member's own document exempts it from a verdict on this advisory. */
  readonly hasExemptions: boolean
  /** Some verdict on it is about single pieces only. */
  readonly hasSerials: boolean
}

/** Those of the advisories on which a verdict stands that somebody has to hear of. */
export async function verdictAdvisories(
  scope: EngineScope,
  advisoryIds: readonly number[],
): Promise<readonly ConcerningAdvisory[]> {
  const { rows } = await sql<ConcerningAdvisory>`
    select id as "advisoryId", id in (select advisory_id from member_exemptions where advisory_id = any(${advisoryIds}::bigint[])) as "hasExemptions",
      id in (select advisory_id from verdicts where advisory_id = any(${advisoryIds}::bigint[]) and serials is not null) as "hasSerials"
    from unnest(${advisoryIds}::bigint[]) as asked(id)
    where exists (select 1 from verdicts where advisory_id = asked.id and answer <> 'not_affected' and folded_into is null)`.execute(
    scope.db,
  )
  return rows
}

/** Further documents that say the same about these versions: they are shown as sources of the one alert. */
export async function foldedInto(
  scope: MemberScope | CentreScope | EngineScope,
  advisoryId: number,
  productVersionIds: readonly number[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct advisory_id as id from verdicts
    where folded_into = ${advisoryId} and product_version_id = any(${productVersionIds}::bigint[]) order by 1`.execute(
    scope.db,
  )
  return rows.map((row) => row.id)
}

/** Into which advisories verdicts of this one were folded, whoever runs the versions. */
export async function foldTargets(
  scope: MemberScope | CentreScope | EngineScope,
  advisoryId: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct folded_into as id from verdicts where advisory_id = ${advisoryId} and folded_into is not null order by 1`.execute(
    scope.db,
  )
  return rows.map((row) => row.id)
}
