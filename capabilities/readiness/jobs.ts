// Looks after the crisis packs every night: what changed is sealed anew, and everything once a week.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { rebuildAll } from './actions/rebuild.ts'

export function readinessJobs(context: Context): readonly Job[] {
  return [
    {
      name: 'readiness.rebuild-envelopes',
      schedule: '20 3 * * *',
      run: (now) => rebuildAll(context, now),
    },
  ]
}
