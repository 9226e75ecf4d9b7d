// Which of a provider's documents are to be fetched now, and when a failed one is tried again.
// SPDX-License-Identifier: EUPL-1.2
import type { ListedDocument } from './listing.ts'
import type { FeedDocument } from './reader.ts'

/** Lists without instants don't show changes, so their documents are asked for again after a week. */
const recheckMs = 7 * 86_400_000
const firstRetryMs = 10 * 60_000
const maxRetryMs = 86_400_000

/** Newest first: what was published today matters before what was published years ago. */
export function dueDocuments(
  listed: readonly ListedDocument[],
  known: ReadonlyMap<string, FeedDocument>,
  now: Date,
): readonly ListedDocument[] {
  const unique = [...new Map(listed.map((document) => [document.url, document])).values()]
  return unique
    .filter((document) => isDue(document, known.get(document.url), now))
    .sort((a, b) => (b.listedAt?.getTime() ?? 0) - (a.listedAt?.getTime() ?? 0))
}

function isDue({ listedAt }: ListedDocument, known: FeedDocument | undefined, now: Date): boolean {
  if (known === undefined) return true
  if (known.failures > 0) return known.nextAttemptAt <= now
  if (listedAt !== null) return known.listedAt === null || listedAt > known.listedAt
  return known.fetchedAt === null || now.getTime() - known.fetchedAt.getTime() >= recheckMs
}

export function failedDocument(
  { url }: Pick<ListedDocument, 'url'>,
  known: FeedDocument | undefined,
  now: Date,
): FeedDocument {
  const failures = (known?.failures ?? 0) + 1
  const delayMs = Math.min(maxRetryMs, firstRetryMs * 2 ** Math.min(failures - 1, 20))
  return {
    url,
    listedAt: known?.listedAt ?? null,
    fetchedAt: known?.fetchedAt ?? null,
    etag: known?.etag ?? null,
    failures,
    nextAttemptAt: new Date(now.getTime() + delayMs),
  }
}
