// Reads a whole text by the parser that accepts it, for tests.
// SPDX-License-Identifier: EUPL-1.2
import { type Broken, isBroken, type LogEvent } from '../event/event.ts'
import { openLog } from './list.ts'
import type { ReadingContext } from './parser.ts'

export const readAt = Date.UTC(2026, 10, 27, 12)

export interface WholeReading {
  readonly parser: string | null
  readonly events: readonly LogEvent[]
  readonly broken: readonly Broken[]
}

export async function readWhole(
  content: string | Uint8Array,
  given: Partial<ReadingContext> = {},
  pieceBytes = 10_000,
): Promise<WholeReading> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
  }
  const { parser, items } = await openLog(pieces(), { source: 'sample.log', now: readAt, ...given })
  const events: LogEvent[] = []
  const broken: Broken[] = []
  for await (const item of items) {
    if (isBroken(item)) broken.push(item)
    else events.push(item)
  }
  return { parser, events, broken }
}
