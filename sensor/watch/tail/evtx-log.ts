// Follows an event log that Windows is writing: chunk by chunk, by the numbers of its records.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHandle } from 'node:fs/promises'
import { type Broken, isBroken, type LogEvent } from '../../event/event.ts'
import { chunkMark } from '../../evtx/frames.ts'
import { evtxLayout } from '../../evtx/limits.ts'
import { evtxParser } from '../../evtx/reader.ts'
import type { Batch } from '../feed.ts'
import { tailLimits } from '../limits.ts'
import { bytesAt, markOf, type Position } from './position.ts'
import type { TailContext, Tracked } from './tracked.ts'

interface Chunk {
  readonly index: number
  readonly firstId: number
  /** As its header says; a log in use may hold later ones. */
  readonly lastId: number
}

const { fileHeaderBytes, chunkBytes } = evtxLayout

/** The next chunk that has something new; null where none has. */
export async function evtxBatch(log: Tracked, file: FileHandle, context: TailContext): Promise<Batch | null> {
  const { position } = log
  const chunks = await chunksOf(file, log.size)
  const newest = chunks.reduce((most, { firstId, lastId }) => Math.max(most, firstId, lastId), 0)
  if (wasCleared(position, chunks, newest)) Object.assign(position, { lastId: 0, chunk: -1, chunkFirstId: 0 })
  const active = chunks.at(-1)
  for (const chunk of chunks) {
    // The header of the chunk that was read last may lag behind its records.
    if (chunk.index !== position.chunk && Math.max(chunk.firstId, chunk.lastId) <= position.lastId) continue
    const bytes = await bytesAt(file, fileHeaderBytes + chunk.index * chunkBytes, chunkBytes)
    const items = await newItems(position, bytes, context, chunk !== active)
    if (items.length === 0) continue
    return batchOf(position, chunk, items, chunk !== active)
  }
  return null
}

function batchOf(
  position: Position,
  { index, firstId }: Chunk,
  items: readonly (LogEvent | Broken)[],
  more: boolean,
): Batch {
  const events = items.filter((item): item is LogEvent => !isBroken(item))
  const lastId = events.reduce((most, event) => Math.max(most, idOf(event)), position.lastId)
  async function* all(): AsyncGenerator<LogEvent | Broken> {
    yield* items
  }
  return {
    name: position.name,
    lane: 'live',
    items: all(),
    more,
    async commit() {
      const record = position.record + events.length
      Object.assign(position, { record, lastId, chunk: index, chunkFirstId: firstId })
    },
  }
}

/** Faults are told when the chunk is full: one that is being written looks broken for a moment. */
async function newItems(
  position: Position,
  bytes: Buffer,
  context: TailContext,
  isFull: boolean,
): Promise<readonly (LogEvent | Broken)[]> {
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  const found: (LogEvent | Broken)[] = []
  let record = position.record
  let isNew = false
  for await (const item of evtxParser.read(whole(), { ...context, source: position.name })) {
    if (isBroken(item)) {
      if (isFull) found.push({ ...item, record: record + 1 })
    } else if (idOf(item) > position.lastId) {
      isNew = true
      record++
      found.push({ ...item, record })
    }
  }
  return isNew ? found : []
}

function idOf({ fields }: LogEvent): number {
  const id = Number(fields.EventRecordID)
  return Number.isSafeInteger(id) ? id : 0
}

/** In the order of their records: a full log begins again in its first chunk. */
async function chunksOf(file: FileHandle, size: number): Promise<readonly Chunk[]> {
  const count = Math.min(Math.floor((size - fileHeaderBytes) / chunkBytes), tailLimits.maxEvtxChunks)
  const chunks: Chunk[] = []
  for (let index = 0; index < count; index++) {
    const header = await bytesAt(file, fileHeaderBytes + index * chunkBytes, 64)
    if (header.length < 64 || header.toString('latin1', 0, 8) !== chunkMark) continue
    chunks.push({
      index,
      firstId: numberAt(header, 24),
      lastId: numberAt(header, 32),
    })
  }
  return chunks.sort((one, two) => one.firstId - two.firstId)
}

/** An empty chunk says -1, which is no number of a record. */
function numberAt(header: Buffer, at: number): number {
  const number = Number(header.readBigUInt64LE(at))
  return Number.isSafeInteger(number) ? number : 0
}

/** The numbers began anew: the chunk that had the last record read holds earlier ones now, and no chunk later ones. */
function wasCleared(
  { lastId, chunk, chunkFirstId }: Position,
  chunks: readonly Chunk[],
  newest: number,
): boolean {
  if (lastId === 0 || newest >= lastId || chunks.length === 0) return false
  return chunks.find(({ index }) => index === chunk)?.firstId !== chunkFirstId
}

/** What changes when a record is written although the size of the file does not: its header, and the last chunk's. */
export async function evtxPulse(file: FileHandle, { chunk }: Position): Promise<string> {
  const parts = [await bytesAt(file, 0, 128)]
  for (const index of chunk < 0 ? [0] : [chunk, chunk + 1])
    parts.push(await bytesAt(file, fileHeaderBytes + index * chunkBytes, chunkBytes))
  return markOf(Buffer.concat(parts)).hash
}
