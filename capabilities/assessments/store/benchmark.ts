// All SQL about the yearly extracts: cells without any member in them.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { ExtractCell } from '../benchmark/extract.ts'

export interface Extract {
  readonly year: number
  readonly madeAt: Date
  readonly madeByName: string
  readonly minimumGroup: number
  /** At least so many. */
  readonly houses: number
}

/** False where the extract of that year was made before: a second one would be compared with the first. */
export async function insertExtract(scope: EngineScope, extract: Extract): Promise<boolean> {
  const { rows } = await sql`
    insert into benchmark_extracts (year, made_at, made_by_name, minimum_group, houses)
    values (${extract.year}, ${extract.madeAt}, ${extract.madeByName}, ${extract.minimumGroup}, ${extract.houses})
    on conflict (year) do nothing returning year`.execute(scope.db)
  return rows.length > 0
}

export async function insertCells(
  scope: EngineScope,
  year: number,
  cells: readonly ExtractCell[],
): Promise<void> {
  await sql`insert into benchmark_cells (year, figure, country, size, kind, houses, lower_quartile, median, upper_quartile)
    select ${year}, figure, coalesce(cell->>'country', ''), coalesce(cell->>'size', ''), coalesce(cell->>'kind', ''), houses, "lowerQuartile", median, "upperQuartile"
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c(figure text, cell jsonb, houses int, "lowerQuartile" int, median int, "upperQuartile" int)`.execute(
    scope.db,
  )
}

/** The newest first. */
export async function selectExtracts(
  scope: MemberScope | CentreScope | EngineScope,
): Promise<readonly Extract[]> {
  const { rows } = await sql<Extract>`
    select year, made_at as "madeAt", made_by_name as "madeByName", minimum_group as "minimumGroup", houses
    from benchmark_extracts order by year desc limit 50`.execute(scope.db)
  return rows
}

export async function selectCells(
  scope: MemberScope | CentreScope,
  year: number,
): Promise<readonly ExtractCell[]> {
  const { rows } = await sql<Omit<ExtractCell, 'cell'> & { country: string; size: string; kind: string }>`
    select figure, country, size, kind, houses, lower_quartile as "lowerQuartile", median, upper_quartile as "upperQuartile"
    from benchmark_cells where year = ${year} order by figure, country, size, kind`.execute(scope.db)
  return rows.map(({ country, size, kind, ...cell }) => ({
    ...cell,
    cell: { country: country || null, size: size || null, kind: kind || null },
  }))
}
