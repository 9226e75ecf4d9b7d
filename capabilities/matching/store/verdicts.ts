// All SQL about verdicts: the engine's answer for one advisory and one product version.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { jsonPortions } from '../../../platform/database/portions.ts'
import type { MatchQuestion } from './statements.ts'
import type { Surroundings } from './surroundings.ts'

export interface Verdict {
  readonly advisoryId: number
  readonly productVersionId: number
  readonly answer: 'affected' | 'not_affected' | 'cannot_tell'
  readonly identityGrade: string
  readonly rangeGrade: string
  readonly vulnerabilities: readonly string[]
  readonly explanation: readonly unknown[]
  /** Patterns for LIKE of the only serial numbers that are meant; null where it is about every piece. */
  readonly serials: readonly string[] | null
}

/** Makes the stored verdicts for the question exactly these; returns the advisories for which one changed. */
export async function replaceVerdicts(
  scope: EngineScope,
  question: MatchQuestion,
  verdicts: readonly Verdict[],
  at: Date,
  { wereMatched }: Pick<Surroundings, 'wereMatched'>,
): Promise<readonly number[]> {
  const changed = new Set(wereMatched ? await deleteOthers(scope, question, verdicts) : [])
  for (const portion of jsonPortions(verdicts))
    for (const advisoryId of await upsertPortion(scope, portion, at)) changed.add(advisoryId)
  return [...changed]
}

async function deleteOthers(
  scope: EngineScope,
  question: MatchQuestion,
  kept: readonly Verdict[],
): Promise<readonly number[]> {
  const asked =
    'advisoryIds' in question
      ? sql`advisory_id = any(${question.advisoryIds}::bigint[])`
      : sql`product_version_id = any(${question.productVersionIds}::bigint[])`
  const { rows } = await sql<{ advisoryId: number }>`
    with kept as materialized (
      select advisory_id, version_id
      from unnest(${kept.map((one) => one.advisoryId)}::bigint[], ${kept.map((one) => one.productVersionId)}::bigint[]) as k(advisory_id, version_id))
    delete from verdicts v where ${asked}
      and not exists (select from kept where kept.advisory_id = v.advisory_id and kept.version_id = v.product_version_id)
    returning advisory_id as "advisoryId"`.execute(scope.db)
  return rows.map((row) => row.advisoryId)
}

async function upsertPortion(scope: EngineScope, portion: string, at: Date): Promise<readonly number[]> {
  const { rows } = await sql<{ advisoryId: number }>`
    insert into verdicts (advisory_id, product_version_id, answer, identity_grade, range_grade, vulnerabilities, explanation, serials, decided_at)
    select "advisoryId", "productVersionId", answer, "identityGrade", "rangeGrade", vulnerabilities, explanation, serials, ${at}
    from jsonb_to_recordset(${portion}::jsonb)
      as g("advisoryId" bigint, "productVersionId" bigint, answer text, "identityGrade" text, "rangeGrade" text, vulnerabilities text[], explanation jsonb, serials text[])
    on conflict (advisory_id, product_version_id) do update set answer = excluded.answer, identity_grade = excluded.identity_grade,
      range_grade = excluded.range_grade, vulnerabilities = excluded.vulnerabilities, explanation = excluded.explanation, serials = excluded.serials, decided_at = excluded.decided_at
    where (verdicts.answer, verdicts.identity_grade, verdicts.range_grade, verdicts.vulnerabilities, verdicts.explanation, verdicts.serials)
      is distinct from (excluded.answer, excluded.identity_grade, excluded.range_grade, excluded.vulnerabilities, excluded.explanation, excluded.serials)
    returning advisory_id as "advisoryId"`.execute(scope.db)
  return rows.map((row) => row.advisoryId)
}

export async function selectVerdicts(
  scope: MemberScope | CentreScope | EngineScope,
  advisoryId: number,
  productVersionIds: readonly number[],
): Promise<readonly Verdict[]> {
  const { rows } =
    await sql<Verdict>`select advisory_id as "advisoryId", product_version_id as "productVersionId", answer, identity_grade as "identityGrade",
      range_grade as "rangeGrade", vulnerabilities, explanation, serials
    from verdicts where advisory_id = ${advisoryId} and product_version_id = any(${productVersionIds}::bigint[]) order by product_version_id`.execute(
      scope.db,
    )
  return rows
}

/** The product versions with a verdict that the hospital has to hear of. */
export async function selectConcernedVersions(
  scope: MemberScope | CentreScope | EngineScope,
  advisoryId: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{
    id: number
  }>`select product_version_id as id from verdicts where advisory_id = ${advisoryId} and answer <> 'not_affected'`.execute(
    scope.db,
  )
  return rows.map((row) => row.id)
}

/**
 * For set-based statements of others: verdicts worth an alert. `serials` is null where every piece is meant, else the
 * patterns for LIKE that the key of a serial number must fit. Keeps the table's name in this file.
 */
export const concerningVerdicts = sql`(select advisory_id, product_version_id, answer, serials from verdicts where answer <> 'not_affected' and folded_into is null)`

/** All that was read from and decided about these advisories; the namings of products stay. */
export async function forgetAdvisories(scope: EngineScope, advisoryIds: readonly number[]): Promise<void> {
  const ids = sql`any(${advisoryIds}::bigint[])`
  await sql`delete from verdicts where advisory_id = ${ids}`.execute(scope.db)
  await sql`delete from statements where advisory_id = ${ids}`.execute(scope.db)
  await sql`delete from member_exemptions where advisory_id = ${ids}`.execute(scope.db)
  await sql`delete from spoken_vulnerabilities where advisory_id = ${ids}`.execute(scope.db)
  await sql`delete from matched_advisories where advisory_id = ${ids}`.execute(scope.db)
}
