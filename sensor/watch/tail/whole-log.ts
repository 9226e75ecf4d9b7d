// Reads a file that must be read from its start (packed, XML, one JSON document), some events at a time, and goes on where it was.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHandle } from 'node:fs/promises'
import { type Broken, isBroken, type LogEvent } from '../../event/event.ts'
import { gunzipped, isGzip } from '../../parsers/gunzip.ts'
import { openLog } from '../../parsers/list.ts'
import { peek } from '../../parsers/peek.ts'
import type { Lane } from '../../run/detection.ts'
import type { Batch } from '../feed.ts'
import { tailLimits } from '../limits.ts'
import type { Position } from './position.ts'
import { itemsOf, withPrelude } from './text-log.ts'
import type { TailContext, Tracked } from './tracked.ts'

const chunkBytes = 256 * 1024

export interface WholeBatch extends Batch {
  /** The file's end was reached; known after `items` was taken. */
  ended(): boolean
}

export async function wholeBatch(
  log: Tracked,
  file: FileHandle,
  context: TailContext,
  lane: Lane,
): Promise<WholeBatch> {
  const { position } = log
  if (log.reading === null) {
    log.readSize = log.size
    log.readChangedMs = log.changedMs
  }
  const { readSize, readChangedMs } = log
  const reading =
    log.reading ?? remaining(position, contentOf(file, readSize), context)[Symbol.asyncIterator]()
  log.reading = reading
  let taken = 0
  let ended = false
  async function* items(): AsyncGenerator<LogEvent | Broken> {
    while (taken < tailLimits.batchEvents) {
      const next = await reading.next()
      if (next.done === true) {
        ended = true
        return
      }
      if (!isBroken(next.value)) taken++
      yield next.value
    }
  }
  return {
    name: position.name,
    lane,
    items: items(),
    more: true,
    ended: () => ended,
    async commit() {
      position.events += taken
      if (!ended) return
      position.done = { size: readSize, changedMs: readChangedMs }
      log.reading = null
    },
  }
}

/** What was taken before is passed over; faults among it were told then. */
async function* remaining(
  position: Position,
  chunks: AsyncIterable<Uint8Array>,
  context: TailContext,
): AsyncGenerator<LogEvent | Broken> {
  let passed = 0
  const { events, offset } = position
  const source = { ...context, source: position.name }
  const items = offset > 0 ? continued(position, chunks, context) : (await openLog(chunks, source)).items
  for await (const item of items) {
    if (passed >= events) yield item
    else if (!isBroken(item)) passed++
  }
}

/** The packed form of a log that was read in part when it was plain. */
async function* continued(
  position: Position,
  chunks: AsyncIterable<Uint8Array>,
  context: TailContext,
): AsyncGenerator<LogEvent | Broken> {
  const { head, all } = await peek(chunks)
  let skip = position.offset
  async function* rest(): AsyncGenerator<Uint8Array> {
    for await (const chunk of isGzip(head) ? gunzipped(all) : all) {
      const from = Math.min(skip, chunk.byteLength)
      skip -= from
      if (from < chunk.byteLength) yield chunk.subarray(from)
    }
  }
  yield* itemsOf(position, withPrelude(position.prelude, rest()), context)
}

async function* contentOf(file: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const buffer = Buffer.alloc(Math.min(chunkBytes, size - at))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}
