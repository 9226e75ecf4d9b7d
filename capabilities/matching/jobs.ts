// The job that keeps the review queue.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { refreshReview } from './actions.ts'

export function matchingJobs(context: Context): readonly Job[] {
  return [
    {
      name: 'matching.review-queue',
      schedule: '*/5 * * * *',
      run: (now) => refreshReview(context, now),
    },
  ]
}
