// Runs the feeds that are due: network outside transactions, one bad document never stops the rest.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import { type Feed, FeedError, type FeedFault, type FeedState } from '../feeds/feed.ts'
import type { Fetcher } from '../feeds/fetch.ts'
import { feedReaders } from '../feeds/list.ts'
import type { FeedDocument, FeedRun, FetchedDocument } from '../feeds/reader.ts'
import { nextAttemptAt } from '../feeds/schedule.ts'
import type { DocumentOutcome, Outcome } from '../recorded.ts'
import { documentsOfFeed, saveFeedRun, selectDueFeeds } from '../store/feeds.ts'
import { type RecordingContext, recordDocuments } from './record.ts'

/** Well below the time after which the queue takes a job for dead. */
const maxRunMs = 8 * 60_000
const maxFaultsOfRun = 200

export interface Running {
  readonly fetcher: Fetcher
  /** From 0 up to 1, for the jitter. */
  readonly random: () => number
}

export type FeedSummary = Readonly<Record<Outcome, number>> & {
  readonly feedId: number
  readonly succeeded: boolean
  readonly faults: number
}

export async function runDueFeeds(
  context: RecordingContext,
  running: Running,
  now: Date,
): Promise<readonly FeedSummary[]> {
  const due = await context.database.asEngine((scope) => selectDueFeeds(scope, now))
  const deadlineMs = performance.now() + maxRunMs
  const summaries: FeedSummary[] = []
  for (const feed of due) summaries.push(await runFeed(context, running, feed, deadlineMs, now))
  return summaries
}

async function runFeed(
  context: RecordingContext,
  { fetcher, random }: Running,
  feed: Feed,
  deadlineMs: number,
  now: Date,
): Promise<FeedSummary> {
  const notes = new RunNotes()
  const known = await context.database.asEngine((scope) => documentsOfFeed(scope, feed.id))
  const run: FeedRun = {
    feed,
    fetcher,
    now,
    known,
    mayGoOn: () => performance.now() < deadlineMs,
    report: (fault) => notes.report(fault),
    remember: (state) => {
      notes.state = state
    },
    note: (document) => notes.documents.set(document.url, document),
    continueSoon: () => {
      notes.isUnfinished = true
    },
  }
  const succeeded = await recordAll(context, run, notes)
  const failures = succeeded ? 0 : feed.failures + 1
  const next = notes.isUnfinished && succeeded ? now : nextAttemptAt({ ...feed, failures }, now, random())
  const { state, documents, faults, tally } = notes
  const toSave = { feedId: feed.id, succeeded, state: succeeded ? state : null, nextAttemptAt: next, faults }
  await context.database.asEngine((scope) =>
    saveFeedRun(scope, { ...toSave, documents: [...documents.values()] }, now),
  )
  return { feedId: feed.id, succeeded, faults: faults.length, ...tally }
}

/** What a run gathers before it is saved. */
class RunNotes {
  readonly documents = new Map<string, FeedDocument>()
  readonly faults: FeedFault[] = []
  readonly tally: Record<Outcome, number> = { new: 0, revised: 0, known: 0, quarantined: 0, kev: 0, epss: 0 }
  state: FeedState | null = null
  isUnfinished = false

  report(fault: FeedFault): void {
    if (this.faults.length < maxFaultsOfRun) this.faults.push(fault)
  }
}

/** False if the feed as a whole could not be read; a defect of ours rises after the others had their turn. */
async function recordAll(context: RecordingContext, run: FeedRun, notes: RunNotes): Promise<boolean> {
  const waiting = new Map<string, FeedDocument>()
  const actor = `feed:${run.feed.id}`
  try {
    const documents = remembering(feedReaders[run.feed.kind](run), waiting)
    for await (const outcome of recordDocuments(context, documents, { now: run.now, actor }))
      take(outcome, waiting, run, notes)
    return true
  } catch (error) {
    if (!(error instanceof FeedError))
      context.log.error({ error, feedId: run.feed.id }, 'a feed could not be read')
    run.report(error instanceof FeedError ? error.fault : defect(run.feed))
    return false
  }
}

async function* remembering(
  documents: AsyncGenerator<FetchedDocument>,
  waiting: Map<string, FeedDocument>,
): AsyncGenerator<FetchedDocument> {
  for await (const fetched of documents) {
    waiting.set(fetched.name, fetched.document)
    yield fetched
  }
}

/** Only now, after its commit, a document counts as fetched; a killed run fetches it again. */
function take(
  { name, outcome, faults }: DocumentOutcome,
  waiting: Map<string, FeedDocument>,
  run: FeedRun,
  notes: RunNotes,
): void {
  notes.tally[outcome] += 1
  const document = waiting.get(name)
  if (document !== undefined) notes.documents.set(name, document)
  waiting.delete(name)
  if (outcome === 'quarantined') run.report(unreadable(name, faults))
}

function unreadable(url: string, faults: readonly Fault[]): FeedFault {
  const [first] = faults
  const detail = `The document could not be read: ${first?.detail ?? 'nothing in it is an advisory.'}`
  return {
    url,
    code: 'feed/unreadable',
    detail,
    remedy: 'It is in quarantine with all its faults. Tell the publisher.',
  }
}

function defect(feed: Feed): FeedFault {
  return {
    url: feed.url,
    code: 'feed/defect',
    detail: 'The feed could not be read because of a problem on our side; the log holds the reason.',
    remedy: 'It is tried again by itself. If it stays so, report it to those who operate the centre.',
  }
}
