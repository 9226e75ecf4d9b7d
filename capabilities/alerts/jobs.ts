// What the clock causes: the digest of the day, and escalation where nobody answered.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { sendDigests } from './actions/digest.ts'
import { escalateAlerts } from './actions/escalate.ts'

export function alertJobs(context: Context): readonly Job[] {
  return [
    {
      name: 'alerts.digest',
      schedule: '*/10 * * * *',
      async run(now) {
        const summary = await sendDigests(context, now)
        if (summary.sent + summary.failed > 0) context.log.info({ summary }, 'digests of alerts were written')
      },
    },
    {
      name: 'alerts.escalate',
      schedule: '* * * * *',
      async run(now) {
        const summary = await escalateAlerts(context, now)
        if (summary.reminded + summary.deputies + summary.officers + summary.failed > 0)
          context.log.info({ summary }, 'overdue answers were escalated')
      },
    },
  ]
}
