// The feed kind "EPSS": one file at one address, new every day, some two megabytes zipped.
// SPDX-License-Identifier: EUPL-1.2
import type { FeedRun, FetchedDocument } from './reader.ts'

const maxFileBytes = 64 * 1024 * 1024

export async function* readEpssFeed(run: FeedRun): AsyncGenerator<FetchedDocument> {
  const { url, state, id } = run.feed
  const fetched = await run.fetcher.fetch(url, maxFileBytes, state)
  if (!fetched.isChanged) return run.remember(state)
  run.remember({ etag: fetched.etag, lastModified: fetched.lastModified })
  const document = {
    url,
    listedAt: null,
    fetchedAt: run.now,
    etag: fetched.etag,
    failures: 0,
    nextAttemptAt: run.now,
  }
  yield { name: url, bytes: fetched.bytes, source: `feed:${id}`, document }
}
