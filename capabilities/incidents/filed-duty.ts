// Works out of a case's journal by when each of its filings was due, as the clocks stood at the moment of sending.
// SPDX-License-Identifier: EUPL-1.2
import { caseEventsOf, type Entry } from './case-events.ts'
import { dutiesFor } from './duties/duty.ts'
import { situationOf } from './duties/history.ts'
import { rules } from './duties/rule-book.ts'
import type { FiledDuty } from './statistics.ts'

export interface SentDuty {
  readonly organisationId: number
  readonly filingId: number
  readonly duty: string
  readonly sentAt: Date
}

const regimes: ReadonlyMap<string, string> = new Map(rules.map(({ key, regime }) => [key, regime]))
const unknownRegime = 'other'

/**
 * `entries` are the journal of one case, in its order. What was recorded after a filing moves no clock of that filing; what
 * was recorded before counts, also where a call came first and was entered later.
 */
export function filedDutiesOf(entries: readonly Entry[], filings: readonly SentDuty[]): readonly FiledDuty[] {
  return filings.map(({ organisationId, filingId, duty, sentAt }) => {
    const sending = entries.find(
      ({ action, details }) => action === 'incident.filing-sent' && details.filingId === filingId,
    )
    const before = sending ? entries.filter(({ id }) => id < sending.id) : []
    const situation = situationOf(caseEventsOf(before))
    const clock = situation && dutiesFor(situation, sentAt).find(({ rule }) => rule.key === duty)
    return {
      organisationId,
      regime: regimes.get(duty) ?? unknownRegime,
      duty,
      sentAt,
      dueAt: clock?.dueAt ?? null,
      awareAt: situation?.moments.awareAt ?? null,
    }
  })
}
