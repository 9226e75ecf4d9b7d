// What the clock causes: requests that wait longer than was promised are told to the centre.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { remindOfRequests } from './actions/remind.ts'

export const remindJob = 'catalogue.remind'

export function catalogueJobs(context: Context): readonly Job[] {
  return [
    {
      name: remindJob,
      schedule: '*/15 * * * *',
      async run(now) {
        const summary = await remindOfRequests(context, now)
        if (summary.requests > 0) context.log.info({ summary }, 'the centre was told of requests that wait')
      },
    },
  ]
}
