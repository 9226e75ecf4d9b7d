// The administrator makes the extract of a year: from closed checks to cells, one-way, once.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { art21Measures } from '../../catalogue/index.ts'
import { extractYear, lastOfYear, roundedDown } from '../benchmark/extract.ts'
import { minimumGroup } from '../benchmark/groups.ts'
import { extractMade, tooFew } from '../contract/refusals.ts'
import { csfFunctions } from '../score.ts'
import { insertCells, insertExtract, selectExtracts } from '../store/benchmark.ts'
import { selectClosedChecks } from '../store/checks.ts'
import type { Officer } from './campaign.ts'

export const benchmarkFigures: readonly string[] = ['overall', ...art21Measures, ...csfFunctions]

/** Returns the number of cells. Who stood in which is known while this runs, and written nowhere. */
export function makeExtract(
  context: Pick<Context, 'database'>,
  by: Officer,
  year: number,
  now: Date,
): Promise<number> {
  return context.database.asEngine(async (scope) => {
    const earlier = await selectExtracts(scope)
    const checks = await selectClosedChecks(scope, [...new Set([year, ...earlier.map((one) => one.year)])])
    const houses = lastOfYear(checks, year, now).length
    if (earlier.some((one) => one.year === year)) throw extractMade(year)
    if (houses < minimumGroup) throw tooFew(year, minimumGroup)
    const cells = extractYear(year, checks, earlier, benchmarkFigures, now)
    // A year is not used up for nothing.
    if (cells.length === 0) throw tooFew(year, minimumGroup)
    const made = await insertExtract(scope, {
      year,
      madeAt: now,
      madeByName: by.name,
      minimumGroup,
      houses: roundedDown(houses),
    })
    if (!made) throw extractMade(year)
    await insertCells(scope, year, cells)
    await record(scope, {
      organisationId: centreJournal,
      at: now,
      actor: by.actor,
      action: 'assessments.extract-made',
      objectType: 'benchmark',
      objectId: year,
      details: { cells: cells.length },
    })
    return cells.length
  })
}
