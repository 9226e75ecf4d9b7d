// What follows the alerts that one advisory raised at all its members: their clocks, and word to those who must act now.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { startObligationsOf } from '../../obligations/index.ts'
import type { AlertsRaised } from '../events.ts'
import { raisedAlerts, selectRaised } from '../store/raised.ts'
import { urgencies } from '../urgency.ts'
import { notifyOpened } from './notify.ts'
import type { TellingContext } from './telling.ts'

const toldAtOnce = 200

/**
 * In a transaction after that of the alerts, so that no member's alert waits for another member's mail. Clocks run from
 * the instant of the alert. Repeated events are harmless.
 */
export function followRaised(context: TellingContext) {
  const notify = notifyOpened(context)
  return async (scope: EngineScope, payloads: readonly AlertsRaised[], now: Date): Promise<void> => {
    for (const raised of payloads) {
      await startClocks(scope, raised)
      for (let after: { organisationId: number; alertId: number } | null = null; ; ) {
        const told = await selectRaised(scope, raised, 'act-now', after, toldAtOnce)
        if (told.length > 0) await notify(scope, told, now)
        const last = told.at(-1)
        if (told.length < toldAtOnce || !last) break
        after = last
      }
    }
  }
}

/** Who answered meanwhile has acknowledged: only what is still open and unanswered starts its first clock. */
async function startClocks(scope: EngineScope, raised: AlertsRaised): Promise<void> {
  const startsAt = new Date(raised.openedAt)
  await startObligationsOf(scope, {
    kind: 'alert-acknowledge',
    cases: [null],
    subjectType: 'alert',
    subjects: raisedAlerts(raised, ['new']),
    startsAt,
  })
  await startObligationsOf(scope, {
    kind: 'alert-remediate',
    cases: urgencies,
    subjectType: 'alert',
    subjects: raisedAlerts(raised, ['new', 'acknowledged', 'in-progress']),
    startsAt,
  })
}
