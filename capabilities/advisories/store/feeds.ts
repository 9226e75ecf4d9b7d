// All SQL about feeds, what they listed, and their faults.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope } from '../../../platform/database/database.ts'
import type { Feed, FeedFault, FeedState, NewFeed } from '../feeds/feed.ts'
import type { FeedDocument } from '../feeds/reader.ts'
import { storableJson } from './scopes.ts'

type FeedScope = CentreScope | EngineScope

const columns = sql`id, kind, name, url, enabled, interval_seconds as "intervalSeconds", state,
  last_attempt_at as "lastAttemptAt", last_success_at as "lastSuccessAt", newest_document_at as "newestDocumentAt",
  next_attempt_at as "nextAttemptAt", failures`

export async function listFeeds(scope: FeedScope): Promise<readonly Feed[]> {
  const { rows } = await sql<Feed>`select ${columns} from feeds order by lower(name), id`.execute(scope.db)
  return rows
}

export async function findFeed(scope: FeedScope, id: number): Promise<Feed | null> {
  const { rows } = await sql<Feed>`select ${columns} from feeds where id = ${id}`.execute(scope.db)
  return rows[0] ?? null
}

export async function selectDueFeeds(scope: EngineScope, now: Date): Promise<readonly Feed[]> {
  const { rows } = await sql<Feed>`select ${columns} from feeds
    where enabled and next_attempt_at <= ${now} order by next_attempt_at, id`.execute(scope.db)
  return rows
}

/** Disabled at first. Null when there is a feed of this name. */
export async function insertFeed(scope: CentreScope, feed: NewFeed, now: Date): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into feeds (kind, name, url, enabled, interval_seconds, next_attempt_at, created_at)
    values (${feed.kind}, ${feed.name}, ${feed.url}, false, ${feed.intervalSeconds}, ${now}, ${now})
    on conflict (name) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

/** Enabled or asked to run, it is due at once. */
export async function setEnabled(scope: CentreScope, id: number, enabled: boolean, now: Date): Promise<void> {
  await sql`update feeds set enabled = ${enabled}, failures = 0, next_attempt_at = ${now} where id = ${id}`.execute(
    scope.db,
  )
}

export async function deleteFeed(scope: CentreScope, id: number): Promise<void> {
  await sql`delete from feeds where id = ${id}`.execute(scope.db)
}

export interface FeedRunToSave {
  readonly feedId: number
  readonly succeeded: boolean
  readonly state: FeedState | null
  readonly nextAttemptAt: Date
  readonly documents: readonly FeedDocument[]
  readonly faults: readonly FeedFault[]
}

const maxFaultsKept = 200

export async function saveFeedRun(scope: EngineScope, run: FeedRunToSave, now: Date): Promise<void> {
  await saveFeedDocuments(scope, run.feedId, run.documents)
  await sql`update feeds set last_attempt_at = ${now}, next_attempt_at = ${run.nextAttemptAt},
      last_success_at = case when ${run.succeeded} then ${now} else last_success_at end,
      failures = case when ${run.succeeded} then 0 else failures + 1 end,
      state = coalesce(${run.state === null ? null : storableJson(run.state)}::jsonb, state),
      newest_document_at = (select max(listed_at) from feed_documents where feed_id = ${run.feedId})
    where id = ${run.feedId}`.execute(scope.db)
  await saveFaults(scope, run.feedId, run.faults, now)
}

async function saveFeedDocuments(
  scope: EngineScope,
  feedId: number,
  documents: readonly FeedDocument[],
): Promise<void> {
  if (documents.length === 0) return
  await sql`insert into feed_documents (feed_id, url, listed_at, fetched_at, etag, failures, next_attempt_at)
    select ${feedId}, url, "listedAt", "fetchedAt", etag, failures, "nextAttemptAt"
    from jsonb_to_recordset(${storableJson(documents)}::jsonb) as d(url text, "listedAt" timestamptz, "fetchedAt" timestamptz,
      etag text, failures int, "nextAttemptAt" timestamptz)
    on conflict (feed_id, url) do update set listed_at = excluded.listed_at, fetched_at = excluded.fetched_at,
      etag = excluded.etag, failures = excluded.failures, next_attempt_at = excluded.next_attempt_at`.execute(
    scope.db,
  )
}

async function saveFaults(
  scope: EngineScope,
  feedId: number,
  faults: readonly FeedFault[],
  now: Date,
): Promise<void> {
  if (faults.length === 0) return
  await sql`insert into feed_faults (feed_id, at, url, code, detail, remedy)
    select ${feedId}, ${now}, url, code, detail, remedy
    from jsonb_to_recordset(${storableJson(faults.slice(0, maxFaultsKept))}::jsonb) as f(url text, code text, detail text, remedy text)`.execute(
    scope.db,
  )
  await sql`delete from feed_faults where feed_id = ${feedId} and id not in (
    select id from feed_faults where feed_id = ${feedId} order by id desc limit ${maxFaultsKept})`.execute(
    scope.db,
  )
}

export async function documentsOfFeed(
  scope: EngineScope,
  feedId: number,
): Promise<ReadonlyMap<string, FeedDocument>> {
  const { rows } = await sql<FeedDocument>`
    select url, listed_at as "listedAt", fetched_at as "fetchedAt", etag, failures, next_attempt_at as "nextAttemptAt"
    from feed_documents where feed_id = ${feedId}`.execute(scope.db)
  return new Map(rows.map((row) => [row.url, row]))
}

export interface RecordedFeedFault extends FeedFault {
  readonly id: number
  readonly feedId: number
  readonly at: Date
}

/** The newest faults of each feed, newest first. */
export async function faultsOfFeeds(
  scope: FeedScope,
  limitOfFeed: number,
): Promise<readonly RecordedFeedFault[]> {
  const { rows } = await sql<RecordedFeedFault>`
    select f.id, f.feed_id as "feedId", f.at, f.url, f.code, f.detail, f.remedy
    from feeds cross join lateral (select * from feed_faults f where f.feed_id = feeds.id order by f.id desc limit ${limitOfFeed}) f
    order by f.feed_id, f.id desc`.execute(scope.db)
  return rows
}
