// What the clock causes: calls that wait and promises that were not kept are told again.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { remindOfCalls } from './actions/remind.ts'

export const remindJob = 'support.remind'

export function supportJobs(context: Context): readonly Job[] {
  return [
    {
      name: remindJob,
      schedule: '* * * * *',
      async run(now) {
        const summary = await remindOfCalls(context, now)
        if (summary.calls > 0) context.log.info({ summary }, 'people were told of calls for help that wait')
      },
    },
  ]
}
