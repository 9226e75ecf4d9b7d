// All SQL about which advisory speaks of which vulnerability, and whether it frees any product of it.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { jsonPortions } from '../../../platform/database/portions.ts'
import type { Surroundings } from './surroundings.ts'

export interface SpokenVulnerability {
  readonly advisoryId: number
  /** Upper case. */
  readonly vulnerability: string
  /** Whether some product is called fixed or not affected. */
  readonly clears: boolean
}

/** The vulnerabilities of which these advisories free, or until now freed, some product. */
export async function replaceSpoken(
  scope: EngineScope,
  advisoryIds: readonly number[],
  spoken: readonly SpokenVulnerability[],
  { wereMatched }: Pick<Surroundings, 'wereMatched'>,
): Promise<readonly string[]> {
  const before = wereMatched ? await deleteSpoken(scope, advisoryIds) : []
  for (const portion of jsonPortions(spoken))
    await sql`insert into spoken_vulnerabilities (advisory_id, vulnerability, clears)
      select "advisoryId", vulnerability, clears from jsonb_to_recordset(${portion}::jsonb) as s("advisoryId" bigint, vulnerability text, clears boolean) returning 1`.execute(
      scope.db,
    )
  const cleared = spoken.filter(({ clears }) => clears).map(({ vulnerability }) => vulnerability)
  return [...new Set([...before, ...cleared])]
}

async function deleteSpoken(scope: EngineScope, advisoryIds: readonly number[]): Promise<readonly string[]> {
  const { rows } = await sql<{ vulnerability: string | null }>`
    delete from spoken_vulnerabilities where advisory_id = any(${advisoryIds}::bigint[])
    returning case when clears then vulnerability end as vulnerability`.execute(scope.db)
  return rows.map((row) => row.vulnerability).filter((one) => one !== null)
}

/** Other advisories with a stored verdict that speak of these vulnerabilities too. */
export async function selectNeighbours(
  scope: EngineScope,
  vulnerabilities: readonly string[],
  advisoryIds: readonly number[],
): Promise<readonly number[]> {
  if (vulnerabilities.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    select distinct s.advisory_id as id from spoken_vulnerabilities s
    where s.vulnerability = any(${vulnerabilities}::text[]) and s.advisory_id <> all(${advisoryIds}::bigint[])
      and exists (select from verdicts v where v.advisory_id = s.advisory_id)
    order by 1`.execute(scope.db)
  return rows.map((row) => row.id)
}

/** Everything said about those of these vulnerabilities of which some advisory frees a product. */
export async function selectSpokenWhereCleared(
  scope: EngineScope,
  vulnerabilities: readonly string[],
): Promise<readonly SpokenVulnerability[]> {
  if (vulnerabilities.length === 0) return []
  const { rows } = await sql<SpokenVulnerability>`
    select advisory_id as "advisoryId", vulnerability, clears from spoken_vulnerabilities s
    where vulnerability = any(${vulnerabilities}::text[])
      and exists (select from spoken_vulnerabilities c where c.vulnerability = s.vulnerability and c.clears)
    order by 1, 2`.execute(scope.db)
  return rows
}
