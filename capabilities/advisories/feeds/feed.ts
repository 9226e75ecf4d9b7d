// A feed, what is remembered of it between runs, and what can go wrong with it.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'

export const feedKinds = ['csaf-provider', 'kev', 'epss'] as const
export type FeedKind = (typeof feedKinds)[number]

/** What the operator decides about a feed. */
export interface NewFeed {
  readonly kind: FeedKind
  readonly name: string
  readonly url: string
  readonly intervalSeconds: number
}

export interface Feed extends NewFeed {
  readonly id: number
  readonly enabled: boolean
  readonly state: FeedState
  readonly lastAttemptAt: Date | null
  readonly lastSuccessAt: Date | null
  /** Of the newest document that the feed has listed. */
  readonly newestDocumentAt: Date | null
  readonly nextAttemptAt: Date
  readonly failures: number
}

export interface FeedState {
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** The provider signs; hashes are checked, signatures are not. */
  readonly isSigned?: boolean
}

/** A fault of one address; the code is one of `feed/…`. */
export interface FeedFault extends Pick<Fault, 'code' | 'detail' | 'remedy'> {
  readonly url: string
}

export type FeedFaultCode =
  | 'feed/address-refused'
  | 'feed/hash'
  | 'feed/no-documents'
  | 'feed/not-a-list'
  | 'feed/not-found'
  | 'feed/redirects'
  | 'feed/refused'
  | 'feed/server'
  | 'feed/timeout'
  | 'feed/too-large'
  | 'feed/truncated'
  | 'feed/unreachable'
  | 'feed/unreadable'

/** Thrown while fetching; what is thrown about one document never stops the others. */
export class FeedError extends Error {
  readonly fault: FeedFault

  constructor(url: string, code: FeedFaultCode, detail: string, remedy: string) {
    super(detail)
    this.name = 'FeedError'
    this.fault = { url: url.slice(0, 500), code, detail: detail.slice(0, 500), remedy }
  }
}
