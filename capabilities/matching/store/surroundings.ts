// What stands around advisories that are to be matched, so that statements with nothing to do are not sent.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { reusePlans } from '../../../platform/database/planning.ts'
import { namesSameCves } from '../../advisories/index.ts'

export interface Surroundings {
  /** One of them was matched before: what it said then has to go. */
  readonly wereMatched: boolean
  /** Another advisory names one of their CVEs. */
  readonly shareCves: boolean
  /** An advisory frees some product of one of these vulnerabilities. */
  readonly areCleared: boolean
  readonly hasAliases: boolean
  readonly hasMemberVex: boolean
}

/** Where nobody looked: nothing may be left out. */
export const unknownSurroundings: Surroundings = {
  wereMatched: true,
  shareCves: true,
  areCleared: true,
  hasAliases: true,
  hasMemberVex: true,
}

/** So few that a plan for ten is right for them. */
const fewAdvisories = 5

/** After the matching lock was taken: what others stored until then is seen. */
export async function lookAround(
  scope: EngineScope,
  advisoryIds: readonly number[],
  vulnerabilities: readonly string[],
): Promise<Surroundings> {
  const planning = advisoryIds.length <= fewAdvisories ? reusePlans : sql`null`
  const { rows } = await sql<Surroundings>`
    select ${planning} as planning,
      exists (select 1 from matched_advisories where advisory_id = any(${advisoryIds}::bigint[])) as "wereMatched",
      ${namesSameCves(advisoryIds)} as "shareCves",
      exists (select 1 from spoken_vulnerabilities where vulnerability = any(${vulnerabilities}::text[]) and clears) as "areCleared",
      exists (select 1 from alias_pairs where decision_id is not null) as "hasAliases",
      exists (select 1 from member_vex_documents where withdrawn_at is null) as "hasMemberVex"`.execute(
    scope.db,
  )
  return rows[0] ?? unknownSurroundings
}
