// What a kind of feed gives: documents one after the other, and the faults met on the way.
// SPDX-License-Identifier: EUPL-1.2
import type { ReceivedDocument } from '../recorded.ts'
import type { Feed, FeedFault, FeedState } from './feed.ts'
import type { Fetcher } from './fetch.ts'

/** What is known of a document from an earlier run. */
export interface FeedDocument {
  readonly url: string
  readonly listedAt: Date | null
  readonly fetchedAt: Date | null
  readonly etag: string | null
  readonly failures: number
  readonly nextAttemptAt: Date
}

export interface FeedRun {
  readonly feed: Feed
  readonly fetcher: Fetcher
  readonly now: Date
  readonly known: ReadonlyMap<string, FeedDocument>
  /** False once the time of this run is used up; the rest comes in the next one. */
  readonly mayGoOn: () => boolean
  readonly report: (fault: FeedFault) => void
  /** Remembered if the run ends well. */
  readonly remember: (state: FeedState) => void
  readonly note: (document: FeedDocument) => void
  /** More is waiting than this run took. */
  readonly continueSoon: () => void
}

export interface FetchedDocument extends ReceivedDocument {
  /** Becomes what is known of it, once it is recorded. */
  readonly document: FeedDocument
}

/** Throws a FeedError only if the feed as a whole can't be read. */
export type FeedReader = (run: FeedRun) => AsyncGenerator<FetchedDocument>
