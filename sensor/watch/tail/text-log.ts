// Follows a log in lines: one piece at a time, each read by the parser as a small log of its own.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHandle } from 'node:fs/promises'
import type { Broken, LogEvent } from '../../event/event.ts'
import { logParsers } from '../../parsers/list.ts'
import { lineLimits } from '../../parsers/parser.ts'
import type { Batch } from '../feed.ts'
import { marksAt, type Position } from './position.ts'
import { nextSegment, preludeAfter, type Segment } from './segment.ts'
import type { TailContext, Tracked } from './tracked.ts'

/** The last line of a log that is written just now. */
const segmentSlack = 64 * 1024

export async function textBatch(
  log: Tracked,
  file: FileHandle,
  context: TailContext,
  final: boolean,
): Promise<Batch | null> {
  const { position } = log
  const segment = await nextSegment(file, position, final)
  if (segment === null) return null
  return {
    name: position.name,
    lane: 'live',
    more: position.offset + segment.length + segmentSlack < log.size,
    items: segment.passedOver
      ? passedOver(position, segment)
      : itemsOf(position, withPrelude(position.prelude, [segment.bytes]), context),
    async commit() {
      const offset = position.offset + segment.length
      const prelude = segment.passedOver
        ? position.prelude
        : preludeAfter(position.prelude, segment.bytes, position.parser)
      const marks = await marksAt(file, offset)
      const { skipping } = segment
      Object.assign(position, {
        offset,
        record: position.record + segment.lines,
        prelude,
        skipping,
        ...marks,
      })
    },
  }
}

/** `chunks` begins with the lines of the prelude, without which the rest cannot be read; what they give is left out. */
export async function* itemsOf(
  { name, parser, prelude, record: before }: Position,
  chunks: AsyncIterable<Uint8Array>,
  context: TailContext,
): AsyncGenerator<LogEvent | Broken> {
  const reader = logParsers.find((one) => one.name === parser)
  if (!reader) return
  for await (const item of reader.read(chunks, { ...context, source: name })) {
    if (item.record > prelude.length || item.record === 0)
      yield { ...item, record: item.record === 0 ? 0 : item.record - prelude.length + before }
  }
}

export async function* withPrelude(
  prelude: readonly string[],
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (prelude.length > 0) yield Buffer.from(`${prelude.join('\n')}\n`)
  yield* chunks
}

/** A line that is too long is told once, with its first part. */
async function* passedOver(
  { name, record, skipping }: Position,
  { length }: Segment,
): AsyncGenerator<LogEvent | Broken> {
  if (skipping) return
  const fault = `line ${record + 1}: it is longer than ${lineLimits.maxLineBytes} bytes`
  yield { source: name, record: record + 1, fault, bytes: length }
}
