// The jobs: asking the enabled feeds for news, and reading documents of earlier releases again.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { catalogueAgain, catalogueJob } from './actions/catalogue-again.ts'
import { feedsJob } from './actions/feeds.ts'
import { runDueFeeds } from './actions/run-feeds.ts'
import { createFetcher } from './feeds/fetch.ts'

export function createJobs(context: Context): readonly Job[] {
  return [
    {
      name: feedsJob,
      schedule: '* * * * *',
      async run(now) {
        const fetcher = createFetcher({ privateAddresses: context.config.feedPrivateAddresses })
        try {
          await runDueFeeds(context, { fetcher, random: Math.random }, now)
        } finally {
          await fetcher.close()
        }
      },
    },
    {
      name: catalogueJob,
      schedule: '* * * * *',
      async run() {
        await catalogueAgain(context)
      },
    },
  ]
}
