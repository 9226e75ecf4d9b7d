// All SQL about EPSS values: a daily file is written by portions, and only what differs.
// SPDX-License-Identifier: EUPL-1.2
import type { EpssScore } from '@salus/standards/epss'
import { sql } from 'kysely'
import type { CentreScope, EngineScope } from '../../../platform/database/database.ts'
import { epssThresholds } from '../epss.ts'

export interface WrittenScores {
  readonly written: number
  /** CVE ids of advisories here whose value became high, or high no longer. */
  readonly crossed: readonly string[]
}

/** `isHighEpss` for a row that is there and for a new one; ids are unique within a portion. */
export async function upsertEpssScores(
  scope: EngineScope,
  scores: readonly EpssScore[],
  scoreDate: Date,
  now: Date,
): Promise<WrittenScores> {
  if (scores.length === 0) return { written: 0, crossed: [] }
  const { high, stillHigh } = epssThresholds
  // The outer query sees the table as it was before the statement.
  const { rows } = await sql<{ written: number; crossed: string[] | null }>`
    with given as materialized (
      select * from unnest(${scores.map((one) => one.cveId)}::text[], ${scores.map((one) => one.probability)}::float8[],
        ${scores.map((one) => one.percentile)}::float8[]) as g(cve_id, probability, percentile)),
    written as (
      insert into epss_scores as stored (cve_id, probability, percentile, is_high, score_date, recorded_at)
      select cve_id, probability, percentile, probability >= ${high.probability} or percentile >= ${high.percentile}, ${scoreDate}, ${now} from given
      on conflict (cve_id) do update set probability = excluded.probability, percentile = excluded.percentile,
        is_high = case when stored.is_high
          then excluded.probability >= ${stillHigh.probability} or excluded.percentile >= ${stillHigh.percentile}
          else excluded.is_high end,
        score_date = excluded.score_date, recorded_at = excluded.recorded_at
      where (stored.probability, stored.percentile) is distinct from (excluded.probability, excluded.percentile)
      returning cve_id, is_high)
    select count(*) as written,
      array_agg(written.cve_id order by written.cve_id) filter (where written.is_high <> coalesce(before.is_high, false)
        and exists (select from advisory_vulnerabilities v where v.cve_id = written.cve_id)) as crossed
    from written left join epss_scores before on before.cve_id = written.cve_id`.execute(scope.db)
  return { written: rows[0]?.written ?? 0, crossed: rows[0]?.crossed ?? [] }
}

/** Null while none was taken in. */
export async function newestEpssDate(scope: CentreScope | EngineScope): Promise<Date | null> {
  const { rows } = await sql<{ newest: Date | null }>`
    select max(score_date) as newest from epss_releases`.execute(scope.db)
  return rows[0]?.newest ?? null
}

export interface EpssReleaseToSave {
  readonly scoreDate: Date
  readonly modelVersion: string | null
  readonly scores: number
  readonly written: number
}

export async function insertEpssRelease(
  scope: EngineScope,
  { scoreDate, modelVersion, scores, written }: EpssReleaseToSave,
  now: Date,
): Promise<void> {
  await sql`insert into epss_releases (score_date, model_version, scores, written, recorded_at)
    values (${scoreDate}, ${modelVersion}, ${scores}, ${written}, ${now})
    on conflict (score_date) do update set model_version = excluded.model_version, scores = excluded.scores,
      written = excluded.written, recorded_at = excluded.recorded_at`.execute(scope.db)
}
