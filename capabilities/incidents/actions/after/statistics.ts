// Figures over all real cases: what was filed by regime, duty and quarter, how much of it in time, and out of how many members.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { EngineScope } from '../../../../platform/database/database.ts'
import { historyOf } from '../../../../platform/journal/journal.ts'
import { listOrganisations } from '../../../organisations/index.ts'
import { ruleKeys } from '../../duties/rule-book.ts'
import { filedDutiesOf } from '../../filed-duty.ts'
import { type FiledDuty, figuresOf, type Period, quartersUpTo, type RegimeFigures } from '../../statistics.ts'
import { type FiledRow, selectFiled } from '../../store/statistics.ts'

type Counting = Pick<Context, 'database'>

export const shownQuarters = 8
/** Each is worked out from the journal of its case; where there are more, the page says so. */
const maxFilings = 5_000
const maxEntries = 50_000

export interface Statistics {
  /** Oldest first. */
  readonly periods: readonly Period[]
  readonly figures: readonly RegimeFigures[]
  readonly filed: readonly FiledDuty[]
  /** Real members that are registered now. */
  readonly members: number
  readonly isCut: boolean
}

export function readStatistics({ database }: Counting, now: Date): Promise<Statistics> {
  return database.asEngine(async (scope) => {
    const periods = quartersUpTo(now, shownQuarters)
    const rows = await selectFiled(scope, periods[0]?.from ?? now, maxFilings + 1)
    const filed = await dutiesOf(scope, rows.slice(0, maxFilings))
    const providers = await listOrganisations(scope, { kind: 'provider' })
    return {
      periods,
      figures: figuresOf(filed, periods, now),
      filed,
      members: providers.filter(({ isExample }) => !isExample).length,
      isCut: rows.length > maxFilings,
    }
  })
}

async function dutiesOf(scope: EngineScope, rows: readonly FiledRow[]): Promise<readonly FiledDuty[]> {
  const filed: FiledDuty[] = []
  const cases = Map.groupBy(rows, ({ organisationId, incidentId }) => `${organisationId} ${incidentId}`)
  for (const filings of cases.values()) {
    const [first] = filings
    if (!first) continue
    const object = {
      organisationId: first.organisationId,
      objectType: 'incident',
      objectId: first.incidentId,
    }
    const entries = (await historyOf(scope, object, maxEntries)).toReversed()
    filed.push(...filedDutiesOf(entries, filings))
  }
  // As everywhere else duties are listed, whatever was sent last.
  return filed.sort((a, b) => ruleKeys.indexOf(a.duty) - ruleKeys.indexOf(b.duty))
}
