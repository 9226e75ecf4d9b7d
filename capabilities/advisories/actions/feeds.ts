// What administrators do with feeds: add, enable, disable, run now, remove.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { CentreScope } from '../../../platform/database/database.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import type { AdvisoryProblem } from '../contract.ts'
import type { Feed, NewFeed } from '../feeds/feed.ts'
import { deleteFeed, findFeed, insertFeed, setEnabled } from '../store/feeds.ts'

export const feedsJob = 'advisories.feeds'
export const feedChanges = ['enable', 'disable', 'run', 'remove'] as const
export type FeedChange = (typeof feedChanges)[number]

/** Null when there is a feed of this name already. */
export async function addFeed(
  context: Pick<Context, 'database'>,
  feed: NewFeed,
  personId: number,
  now: Date,
): Promise<number | null> {
  return context.database.asCentre(async (scope) => {
    const id = await insertFeed(scope, feed, now)
    if (id !== null) await journal(scope, 'feed.added', { ...feed, id }, personId, now)
    return id
  })
}

/** The network is asked by the job, after this commit. */
export async function changeFeed(
  context: Pick<Context, 'database' | 'wake'>,
  feedId: number,
  change: FeedChange,
  personId: number,
  now: Date,
): Promise<void> {
  await context.database.asCentre(async (scope) => {
    const feed = await findFeed(scope, feedId)
    if (feed === null) throw unknownFeed(feedId)
    if (change === 'remove') await deleteFeed(scope, feedId)
    else await setEnabled(scope, feedId, change === 'run' ? feed.enabled : change === 'enable', now)
    await journal(scope, facts[change], feed, personId, now)
  })
  if (change === 'enable' || change === 'run') await context.wake(feedsJob)
}

const facts: Readonly<Record<FeedChange, string>> = {
  enable: 'feed.enabled',
  disable: 'feed.disabled',
  run: 'feed.run-asked',
  remove: 'feed.removed',
}

async function journal(
  scope: CentreScope,
  action: string,
  feed: Pick<Feed, 'id' | 'name' | 'url'>,
  personId: number,
  now: Date,
): Promise<void> {
  await record(scope, {
    organisationId: centreJournal,
    at: now,
    actor: `person:${personId}`,
    action,
    objectType: 'feed',
    objectId: feed.id,
    details: { name: feed.name, address: feed.url },
  })
}

function unknownFeed(feedId: number): Refusal {
  const code: AdvisoryProblem = 'advisories/unknown-feed'
  return new Refusal({
    code,
    status: 404,
    title: 'There is no such feed',
    detail: `Feed ${feedId} was removed meanwhile.`,
    remedy: 'Open the list of feeds again.',
    values: { id: feedId },
  })
}
