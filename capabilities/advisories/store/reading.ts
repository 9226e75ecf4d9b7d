// All SQL by which others read advisories: documents for matching, summaries for pages, facts for urgency.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { AdvisorySummary, RecordedAdvisory, ThreatFactsOfAdvisory } from '../recorded.ts'
import type { ReadingScope } from './scopes.ts'

export interface StoredDocument extends Omit<RecordedAdvisory, 'advisory'> {
  readonly document: Buffer
}

/** Current revisions, in ascending order of advisories. */
export async function selectDocuments(
  scope: ReadingScope,
  advisoryIds: readonly number[],
): Promise<readonly StoredDocument[]> {
  if (advisoryIds.length === 0) return []
  const { rows } = await sql<StoredDocument>`
    select a.id as "advisoryId", r.id as "revisionId", encode(r.sha256, 'hex') as sha256, a.state, a.validity, r.document
    from advisories a join advisory_revisions r on r.id = a.revision_id
    where a.id = any(${advisoryIds}::bigint[]) order by a.id`.execute(scope.db)
  return rows
}

export async function summariesOf(
  scope: ReadingScope,
  advisoryIds: readonly number[],
): Promise<readonly AdvisorySummary[]> {
  if (advisoryIds.length === 0) return []
  const { rows } = await sql<AdvisorySummary>`
    select id as "advisoryId", title, publisher, tracking_id as "trackingId", version, state, validity,
      published_at as "publishedAt", revised_at as "revisedAt", content
    from advisories where id = any(${advisoryIds}::bigint[]) order by id`.execute(scope.db)
  return rows
}

/** For set-based statements of others; keeps the table's name in this store. */
export const advisoryTitles = sql`(select id, title, publisher, tracking_id, version, state, recorded_at from advisories)`

/** For set-based statements of others: these advisories and all that share a CVE with one of them, as rows of id. */
export function advisoriesOfSameCves(advisoryIds: readonly number[]): RawBuilder<unknown> {
  return sql`(select id from unnest(${advisoryIds}::bigint[]) as asked(id)
    union select other.advisory_id from advisory_vulnerabilities own join advisory_vulnerabilities other on other.cve_id = own.cve_id
    where own.advisory_id = any(${advisoryIds}::bigint[]))`
}

/** For statements of others: whether another advisory names a CVE of one of these. */
export function namesSameCves(advisoryIds: readonly number[]): RawBuilder<unknown> {
  return sql`exists (select 1 from advisory_vulnerabilities own join advisory_vulnerabilities other
    on other.cve_id = own.cve_id and other.advisory_id <> own.advisory_id where own.advisory_id = any(${advisoryIds}::bigint[]))`
}

/**
 * For set-based statements of others: advisory_id, cves (all that it names, sorted) and rank: who writes for users of a
 * product (CSAF) comes before a database of packages (OSV), and that before the bare record of a CVE.
 */
export function vulnerabilitiesOfAdvisories(ids: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select a.id as advisory_id, case when a.format like 'csaf%' then 0 when a.format = 'osv' then 1 else 2 end as rank,
      array(select distinct v.cve_id from advisory_vulnerabilities v where v.advisory_id = a.id and v.cve_id is not null order by 1) as cves
    from advisories a where a.id in ${ids})`
}

/** advisory_id, fingerprint of what is to be done, keys of its vulnerabilities; for set-based statements of others. */
export const advisoryRemedies = sql`(select a.id as advisory_id, a.remediation_fingerprint as fingerprint,
  array(select v.vulnerability from advisory_vulnerabilities v where v.advisory_id = a.id order by 1) as vulnerabilities from advisories a)`

/** Advisories that name one of these CVE ids, whatever their state. */
export async function advisoryIdsOfCves(
  scope: ReadingScope,
  cveIds: readonly string[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct advisory_id as id from advisory_vulnerabilities where cve_id = any(${cveIds}::text[]) order by 1`.execute(
    scope.db,
  )
  return rows.map((row) => row.id)
}

/** Of every publisher that uses this tracking id. */
export async function advisoryIdsOfTracking(
  scope: ReadingScope,
  trackingId: string,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from advisories where tracking_id = ${trackingId} order by id`.execute(scope.db)
  return rows.map((row) => row.id)
}

/** Everything that is there, in ascending order, `limit` at a time. */
export async function advisoryIdsAfter(
  scope: ReadingScope,
  after: number,
  limit: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from advisories where id > ${after} order by id limit ${limit}`.execute(scope.db)
  return rows.map((row) => row.id)
}

/**
 * A vendor's advisory seldom says whether a vulnerability is exploited; the CVE record does. So score, exploitation
 * and automatability come from every published document about the same CVE, the advisory's own score first.
 */
export async function threatFactsOf(
  scope: ReadingScope,
  advisoryIds: readonly number[],
): Promise<ReadonlyMap<number, ThreatFactsOfAdvisory>> {
  if (advisoryIds.length === 0) return new Map()
  const { rows } = await sql<ThreatFactsOfAdvisory & { id: number }>`
    with own as (
      select advisory_id, vulnerability, cve_id, base_score, cvss_vector, exploitation, automatable, exploit_maturity
      from advisory_vulnerabilities where advisory_id = any(${advisoryIds}::bigint[])
    ), said as (
      select advisory_id, base_score, cvss_vector, exploitation, automatable, exploit_maturity, true as is_own from own
      union all
      select own.advisory_id, v.base_score, v.cvss_vector, v.exploitation, v.automatable, v.exploit_maturity, false
      from own join advisory_vulnerabilities v on v.cve_id = own.cve_id and v.advisory_id <> own.advisory_id
        join advisories other on other.id = v.advisory_id and other.state = 'published'
    ), danger as (
      select advisory_id,
        max(case exploitation when 'active' then 3 when 'poc' then 2 when 'none' then 1 end) as exploitation,
        max(case exploit_maturity when 'active' then 3 when 'poc' then 2 when 'none' then 1 end) as maturity,
        bool_or(automatable) as automatable
      from said group by advisory_id
    ), score as (
      select distinct on (advisory_id) advisory_id, base_score, cvss_vector
      from said where base_score is not null order by advisory_id, is_own desc, base_score desc, cvss_vector
    ), exploited as (
      select own.advisory_id, min(k.date_added) as date_added, bool_or(k.known_ransomware) as ransomware
      from own join kev_entries k on k.cve_id = own.cve_id group by own.advisory_id
    ), forecast as (
      select distinct on (own.advisory_id) own.advisory_id,
        jsonb_build_object('probability', e.probability, 'percentile', e.percentile, 'isHigh', e.is_high,
          'scoreDate', to_char(e.score_date at time zone 'UTC', 'YYYY-MM-DD')) as epss
      from own join epss_scores e on e.cve_id = own.cve_id
      order by own.advisory_id, e.is_high desc, e.probability desc, e.cve_id
    ), named as (
      select advisory_id, array_agg(distinct cvss_vector order by cvss_vector) filter (where cvss_vector is not null) as vectors,
        array_agg(distinct cve_id order by cve_id) filter (where cve_id is not null) as cves
      from own group by advisory_id
    )
    select a.id, a.state = 'published' as "isLive", score.base_score as "maxBaseScore", score.cvss_vector as "cvssVector",
      (array['none', 'poc', 'active'])[danger.exploitation] as exploitation, danger.automatable,
      exploited.date_added as "kevDateAdded", coalesce(exploited.ransomware, false) as "kevRansomware",
      (array['none', 'poc', 'active'])[danger.maturity] as "exploitMaturity", forecast.epss,
      coalesce(named.vectors, '{}') as "cvssVectors", coalesce(named.cves, '{}') as "cveIds",
      a.has_fix as "hasFix", encode(a.remediation_fingerprint, 'hex') as "remediationFingerprint"
    from advisories a left join danger on danger.advisory_id = a.id left join score on score.advisory_id = a.id
      left join exploited on exploited.advisory_id = a.id left join forecast on forecast.advisory_id = a.id
      left join named on named.advisory_id = a.id
    where a.id = any(${advisoryIds}::bigint[])`.execute(scope.db)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}
