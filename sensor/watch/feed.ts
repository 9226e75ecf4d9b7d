// What every source of a running sensor is: it hands out batches, and remembers a batch as read when told that it is safe.
// SPDX-License-Identifier: EUPL-1.2
import type { Broken, LogEvent } from '../event/event.ts'
import type { Lane } from '../run/detection.ts'

export interface Batch {
  /** For the counts of the status. */
  readonly name: string
  readonly lane: Lane
  readonly items: AsyncIterable<LogEvent | Broken>
  /** Called once, when everything found in the batch is on disk. */
  commit(): Promise<void>
  /** More is there already: what has happened by now is not all known. */
  readonly more: boolean
  /** The items could not be read to their end; what was read of them was used. */
  fail?(error: unknown): Promise<void>
}

/** How a source stands; for the status and for the event time up to which everything has come. */
export interface FeedStatus {
  readonly name: string
  readonly kind: 'file' | 'event-log' | 'whole' | 'spool' | 'syslog'
  readonly lane: Lane
  /** Bytes that are there and were not read yet; null where that is not known. */
  readonly behindBytes: number | null
  readonly note: string | null
}

export interface Feed {
  /** Sources that have something, in their fixed order; each gives one batch a round. */
  batches(now: number): AsyncIterable<Batch>
  status(): readonly FeedStatus[]
  /** Plain data for the checkpoint: as of the last batch that was committed. */
  save(): unknown
  /** Called after a checkpoint is on disk. */
  saved(): Promise<void>
  close(): Promise<void>
}

/** Says something to the people who run the sensor. */
export type Note = (text: string) => void
