// What the readers of formats give for one record, and how lines become events by them.
// SPDX-License-Identifier: EUPL-1.2
import type { Broken, Fields, LogEvent, LogSource } from '../event/event.ts'
import { linesOf } from './lines.ts'
import { type LogParser, lineLimits, type ReadingContext } from './parser.ts'

export interface RecordReading {
  readonly at: number | null
  readonly logSource: LogSource
  readonly fields: Fields
  /** The text for keyword rules; null where it may hold what must not be kept. */
  readonly raw: string | null
}

/** A record, or why it is none (never with words of the record), or null for what is no record: a head, a remark. */
export type LineReading = RecordReading | string | null

/** Reads the lines of one file; what it remembers of earlier lines is its own. */
export type LineReader = (line: string) => LineReading

export interface LineFormat {
  readonly name: string
  readonly accepts: (head: Uint8Array, path: string) => boolean
  readonly open: (context: ReadingContext) => LineReader
}

export function lineParser({ name, accepts, open }: LineFormat): LogParser {
  return { name, accepts, read: (chunks, context) => readLines(chunks, context, open(context)) }
}

export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  { source }: ReadingContext,
  read: LineReader,
): AsyncGenerator<LogEvent | Broken> {
  for await (const { text, number, bytes } of linesOf(chunks)) {
    const reading = text === null ? tooLong : read(text)
    if (reading === null) continue
    yield itemOf(reading, source, number, bytes, `line ${number}`)
  }
}

const tooLong = `it is longer than ${lineLimits.maxLineBytes} bytes`

export function itemOf(
  reading: RecordReading | string,
  source: string,
  record: number,
  bytes: number,
  place: string,
): LogEvent | Broken {
  if (typeof reading === 'string') return { source, record, fault: `${place}: ${reading}`, bytes }
  const { at, logSource, fields, raw } = reading
  return { source, record, at, logSource, fields, raw }
}
