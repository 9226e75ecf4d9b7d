// What the clock causes: the next officer is woken where nobody has taken a case, and filings by mail are followed.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { followMails } from './actions/filings/follow.ts'
import { wakeOfficers } from './actions/wake.ts'

export const wakeJob = 'incidents.wake'
export const followMailsJob = 'incidents.follow-mails'

export function incidentJobs(context: Context): readonly Job[] {
  return [
    {
      name: wakeJob,
      schedule: '* * * * *',
      async run(now) {
        const summary = await wakeOfficers(context, now)
        if (summary.cases > 0) context.log.info({ summary }, 'officers were woken for cases that wait')
      },
    },
    {
      name: followMailsJob,
      schedule: '* * * * *',
      async run(now) {
        const summary = await followMails(context, now)
        if (summary.asked + summary.sent + summary.failed > 0)
          context.log.info({ summary }, 'filings by mail were followed')
      },
    },
  ]
}
