// Looks at duties every night.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import type { FactBook } from '../facts/index.ts'
import { lookAtAll } from './actions/nightly.ts'

export function regulationJobs(context: Context, book: FactBook): readonly Job[] {
  return [
    {
      name: 'regulation.look-at-duties',
      schedule: '40 3 * * *',
      run: (now) => lookAtAll(context, book, now),
    },
  ]
}
