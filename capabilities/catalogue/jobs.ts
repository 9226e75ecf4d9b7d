// What the clock causes: requests that wait too long are told to the centre, and what falls due to its house.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { remindOfRequests } from './actions/remind.ts'
import { remindOfDue } from './actions/remind-of-due.ts'

export const remindJob = 'catalogue.remind'
export const dueJob = 'catalogue.due'

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
    {
      name: dueJob,
      // Every hour of every day: Monday at seven comes at another time in each time zone, and a centre that was down then tells later.
      schedule: '10 * * * *',
      async run(now) {
        const summary = await remindOfDue(context, now)
        if (summary.sent + summary.nobody + summary.failed > 0)
          context.log.info({ summary }, 'houses were told what falls due')
      },
    },
  ]
}
