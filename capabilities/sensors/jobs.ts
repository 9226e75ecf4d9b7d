// What the clock causes: sightings are released in groups, and what belongs to an epoch that is over goes.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { endEpochs } from './actions/epoch.ts'
import { releaseSightings } from './actions/release.ts'

export const releaseJob = 'sensors.release'
export const epochJob = 'sensors.epochs'

export function sensorJobs(context: Context): readonly Job[] {
  return [
    {
      name: releaseJob,
      schedule: '7,22,37,52 * * * *',
      async run(now) {
        const summary = await releaseSightings(context, now)
        if (summary.released > 0) context.log.info({ summary }, 'sightings of three hospitals were released')
      },
    },
    {
      name: epochJob,
      // Epochs end at midnight UTC; every hour, so that a centre that was down then destroys the key when it is back.
      schedule: '2 * * * *',
      async run(now) {
        const { destroyed } = await endEpochs(context, now)
        if (destroyed.length > 0)
          context.log.info({ epochs: destroyed }, 'keys of epochs that are over were destroyed')
      },
    },
  ]
}
