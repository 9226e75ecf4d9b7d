// All SQL about pairs of advisory and product version that were looked at, whatever the answer was.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { MatchQuestion } from './statements.ts'

export interface Pair {
  readonly advisoryId: number
  readonly productVersionId: number
}

/**
 * Pairs whose products are linked, also those that the version ruled out before the judge saw them: what a person
 * asks about when a warning that they expected did not come. In order of both ids, behind `after`.
 */
export async function selectConsidered(
  scope: EngineScope,
  question: MatchQuestion,
  after: Pair | null,
  limit: number,
): Promise<readonly Pair[]> {
  const asked =
    'advisoryIds' in question
      ? sql`s.advisory_id = any(${question.advisoryIds}::bigint[])`
      : sql`v.id = any(${question.productVersionIds}::bigint[])`
  const from = after ?? { advisoryId: 0, productVersionId: 0 }
  const { rows } = await sql<Pair>`
    select distinct s.advisory_id as "advisoryId", v.id as "productVersionId"
    from statements s
    join product_links l on l.stated_product_id = s.product_id
    join product_versions v on v.product_id = l.inventory_product_id
    where ${asked} and (s.advisory_id, v.id) > (${from.advisoryId}, ${from.productVersionId})
    order by 1, 2 limit ${limit}`.execute(scope.db)
  return rows
}

/** Every stored verdict, in order of both ids, behind `after`. */
export async function selectVerdictPairs(
  scope: EngineScope,
  after: Pair | null,
  limit: number,
): Promise<readonly Pair[]> {
  const from = after ?? { advisoryId: 0, productVersionId: 0 }
  const { rows } = await sql<Pair>`
    select advisory_id as "advisoryId", product_version_id as "productVersionId" from verdicts
    where (advisory_id, product_version_id) > (${from.advisoryId}, ${from.productVersionId})
    order by 1, 2 limit ${limit}`.execute(scope.db)
  return rows
}
