// What a parser of a log format is: it recognises its format by the first bytes and turns bytes into events.
// SPDX-License-Identifier: EUPL-1.2
import type { Broken, LogEvent } from '../event/event.ts'

export interface LogParser {
  /** Short word for reports: `evtx`, `json-lines`, `syslog`. */
  readonly name: string
  /** Decides by the first `headBytes` bytes of the file (fewer if it is shorter), and by the path where bytes cannot. */
  accepts(head: Uint8Array, path: string): boolean
  /** Streams: never holds more than a bounded window of its input, never throws over broken input. */
  read(chunks: AsyncIterable<Uint8Array>, context: ReadingContext): AsyncIterable<LogEvent | Broken>
}

export interface ReadingContext {
  /** Path or listener, for `LogEvent.source`. */
  readonly source: string
  /** The instant of the reading, ms UTC: a syslog line without a year is dated by it. */
  readonly now: number
  /** IANA name of the zone of logs that tell local time without one; UTC where none is named. */
  readonly timeZone?: string
  /** Key of the hash by which patients are told apart; it never leaves the hospital. Without it they are left out. */
  readonly patientKey?: Uint8Array
}

/** What is read of a file before a parser is chosen. */
export const headBytes = 4_096

export const lineLimits = {
  /** A longer line is broken and passed over. */
  maxLineBytes: 1024 * 1024,
} as const
