// Counts for the coverage of one inventory.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { type Coverage, type CoverageCount, coverageFrom } from '../coverage.ts'

export async function coverageOf(
  scope: MemberScope | EngineScope,
  organisationId: number,
): Promise<Coverage> {
  const { rows } = await sql<CoverageCount>`
    select matchable, clinical_role is not distinct from 'life-supporting' as "lifeSupporting", count(*) as assets
    from assets where organisation_id = ${organisationId} and gone_at is null
    group by 1, 2`.execute(scope.db)
  return coverageFrom(rows)
}
