// How far a log was read, and the marks by which its content is known again under another name.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { tailLimits } from '../limits.ts'

export interface Mark {
  readonly bytes: number
  readonly hash: string
}

export interface Position {
  /** Where the log was first seen; findings name it so. */
  name: string
  path: string
  device: string
  inode: string
  kind: 'new' | 'text' | 'evtx' | 'whole' | 'unknown'
  parser: string | null
  /** Bytes of content read, unpacked where it is packed. */
  offset: number
  /** Records or lines before the offset. */
  record: number
  /** Of the first bytes, and of the last ones before the offset. */
  head: Mark
  tail: Mark
  /** Lines without which the middle of the log cannot be understood. */
  prelude: readonly string[]
  /** In the middle of a line that is too long. */
  skipping: boolean
  /** Of a file that is read whole: events taken, and how the file was when it was read to its end. */
  events: number
  done: { readonly size: number; readonly changedMs: number } | null
  /** Of an event log: the last record, and the chunk that had it. */
  lastId: number
  chunk: number
  chunkFirstId: number
}

export const emptyMark: Mark = { bytes: 0, hash: '' }

export function newPosition(name: string, path: string, device: string, inode: string): Position {
  return {
    name,
    path,
    device,
    inode,
    kind: 'new',
    parser: null,
    offset: 0,
    record: 0,
    head: emptyMark,
    tail: emptyMark,
    prelude: [],
    skipping: false,
    events: 0,
    done: null,
    lastId: 0,
    chunk: -1,
    chunkFirstId: 0,
  }
}

export function keyOf({ device, inode }: Pick<Position, 'device' | 'inode'>): string {
  return `${device}:${inode}`
}

export function markOf(bytes: Uint8Array): Mark {
  return { bytes: bytes.byteLength, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32) }
}

/** Up to `length` bytes; fewer where the file ends. */
export async function bytesAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

/** Whether the file still begins with what was read. */
export async function sameHead(file: FileHandle, { head }: Position): Promise<boolean> {
  if (head.bytes === 0) return true
  return markOf(await bytesAt(file, 0, head.bytes)).hash === head.hash
}

/** Marks of what was read up to the offset. */
export async function marksAt(file: FileHandle, offset: number): Promise<{ head: Mark; tail: Mark }> {
  const bytes = Math.min(offset, tailLimits.markBytes)
  return {
    head: markOf(await bytesAt(file, 0, bytes)),
    tail: markOf(await bytesAt(file, offset - bytes, bytes)),
  }
}
