// What the clock causes: figures once a night, reminders every half hour of the day.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { countLearners } from './actions/count.ts'
import { remindOfClasses } from './actions/remind.ts'
import type { Courses } from './course.ts'

export const countJob = 'training.count'
export const remindJob = 'training.remind'

export function trainingJobs(context: Context, courses: Courses): readonly Job[] {
  return [
    {
      name: countJob,
      // Once a day and not at each step: who watches the figures must not see when somebody ends.
      schedule: '20 2 * * *',
      async run(now) {
        const { released, renewals } = await countLearners(context, courses, now)
        if (released > 0) context.log.info({ released, renewals }, 'figures of courses were released')
      },
    },
    {
      name: remindJob,
      schedule: '5,35 6-16 * * *',
      async run(now) {
        const summary = await remindOfClasses(context, courses, now)
        if (summary.classes > 0) context.log.info({ summary }, 'people were reminded of classes')
      },
    },
  ]
}
