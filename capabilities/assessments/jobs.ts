// What the clock causes: members of a running campaign are asked and reminded.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { remindJob, remindMembers } from './actions/campaign.ts'

export function assessmentJobs(context: Context): readonly Job[] {
  return [
    {
      name: remindJob,
      // At an hour when mails are read, also further east.
      schedule: '20 6 * * *',
      async run(now) {
        const summary = await remindMembers(context, now)
        if (summary.members > 0) context.log.info({ summary }, 'members were reminded of their yearly check')
      },
    },
  ]
}
