// One log that is followed: its position, and its file while that is open.
// SPDX-License-Identifier: EUPL-1.2
import { type FileHandle, open } from 'node:fs/promises'
import type { Broken, LogEvent } from '../../event/event.ts'
import type { ReadingContext } from '../../parsers/parser.ts'
import type { Position } from './position.ts'

export interface Tracked {
  readonly position: Position
  file: FileHandle | null
  /** As listed last, and as it was when the reading in course began. */
  size: number
  changedMs: number
  readSize: number
  readChangedMs: number
  /** When the sensor saw it change for the last time, ms UTC. */
  seenChangeAt: number
  /** No longer where it was; it is read to its end and let go. */
  gone: boolean
  /** Looked at the content since it changed, so that nothing is done before it changes again. */
  idle: boolean
  /** Of a file that is read whole, between two batches. */
  reading: AsyncIterator<LogEvent | Broken> | null
  /** Why it is not read, for the status. */
  note: string | null
  lookedAt: number
  /** Of an event log: what is compared to see whether it grew. */
  pulse: string
}

export type TailContext = Omit<ReadingContext, 'source'>

export function tracked(position: Position, now: number): Tracked {
  return {
    position,
    file: null,
    size: 0,
    changedMs: 0,
    readSize: 0,
    readChangedMs: 0,
    seenChangeAt: now,
    gone: false,
    idle: false,
    reading: null,
    note: null,
    lookedAt: 0,
    pulse: '',
  }
}

export async function opened(log: Tracked): Promise<FileHandle> {
  log.file ??= await open(log.position.path, 'r')
  return log.file
}

export async function closed(log: Tracked): Promise<void> {
  await log.reading?.return?.()
  log.reading = null
  await log.file?.close().catch(() => undefined)
  log.file = null
}
