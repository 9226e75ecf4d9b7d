// Reads the records of one chunk: finds each, renders it, and passes over what is broken.
// SPDX-License-Identifier: EUPL-1.2
import { crc32 } from 'node:zlib'
import type { Fields } from '../event/event.ts'
import { ChunkBytes } from './chunk-bytes.ts'
import { chunkMark } from './frames.ts'
import { EvtxFault, evtxLayout } from './limits.ts'
import { RecordRenderer } from './render.ts'
import { fileTimeToMs } from './value-text.ts'

const recordMark = 0x00002a2a
const zeros = Buffer.alloc(evtxLayout.chunkBytes)

export interface ChunkRecord {
  readonly at: number
  readonly fields: Fields
}
/** Part of a chunk that could not be read, or that was read in spite of a fault (`bytes` 0). */
export interface ChunkFault {
  readonly fault: string
  readonly bytes: number
}

export class ChunkReader {
  readonly chunk = new ChunkBytes()
  private readonly renderer = new RecordRenderer(this.chunk)

  /** Reads what was put into `chunk.bytes`. */
  read(length: number): (ChunkRecord | ChunkFault)[] {
    const found: (ChunkRecord | ChunkFault)[] = []
    this.chunk.restart(length)
    this.renderer.forget()
    if (length < evtxLayout.chunkHeaderBytes || !this.hasMark()) {
      if (!this.hasContent(0, length)) return found
      return [{ fault: 'there is no chunk of an event log here', bytes: length }]
    }
    const freeAt = this.chunk.view.getUint32(48, true)
    const usedEnd = freeAt >= evtxLayout.chunkHeaderBytes && freeAt <= length ? freeAt : length
    found.push(...this.faultsOfHeader(freeAt))
    this.readRecords(usedEnd, found)
    return found
  }

  private hasMark(): boolean {
    return this.chunk.bytes.toString('latin1', 0, 8) === chunkMark
  }

  private faultsOfHeader(freeAt: number): ChunkFault[] {
    const { bytes, view, length } = this.chunk
    const faults: ChunkFault[] = []
    if (length < evtxLayout.chunkBytes) {
      faults.push({ fault: `the chunk ends after ${length} of ${evtxLayout.chunkBytes} bytes`, bytes: 0 })
    }
    const ofHeader = crc32(bytes.subarray(128, 512), crc32(bytes.subarray(0, 120)))
    if (ofHeader !== view.getUint32(124, true)) {
      faults.push({ fault: 'the checksum of the chunk header is wrong; the records were read', bytes: 0 })
    }
    if (freeAt < evtxLayout.chunkHeaderBytes || freeAt > length) return faults
    if (crc32(bytes.subarray(512, freeAt)) !== view.getUint32(52, true)) {
      faults.push({ fault: "the checksum of the chunk's records is wrong; they were read", bytes: 0 })
    }
    return faults
  }

  private readRecords(usedEnd: number, found: (ChunkRecord | ChunkFault)[]): void {
    const { view, length } = this.chunk
    let at: number = evtxLayout.chunkHeaderBytes
    let lastId = -1
    while (at + evtxLayout.minRecordBytes <= length) {
      const isUsed = at < usedEnd
      const size = this.recordSize(at)
      const id = view.getUint32(at + 8, true)
      // Behind the free space stand remains of older records, but in a log that was not closed also the newest ones.
      if (!isUsed && (size === null || id !== (lastId + 1) >>> 0)) return
      if (size === null) {
        const next = this.nextRecord(at + 4, usedEnd)
        if (this.hasContent(at, next)) {
          found.push({ fault: `at ${at} of the chunk there is no record`, bytes: next - at })
        }
        at = next
        continue
      }
      found.push(this.readRecord(at, size))
      lastId = id
      at += size
    }
    if (at < usedEnd && this.hasContent(at, usedEnd)) {
      found.push({ fault: `at ${at} of the chunk a record is cut off`, bytes: usedEnd - at })
    }
  }

  /** A record says its size in front and at its end. */
  private recordSize(at: number): number | null {
    const { view, length } = this.chunk
    if (view.getUint32(at, true) !== recordMark) return null
    const size = view.getUint32(at + 4, true)
    if (size < evtxLayout.minRecordBytes || at + size > length) return null
    if (view.getUint32(at + size - 4, true) === size) return size
    const followed = at + size + 4 <= length && view.getUint32(at + size, true) === recordMark
    return followed ? size : null
  }

  private nextRecord(start: number, end: number): number {
    for (let at = start; at + evtxLayout.minRecordBytes <= end; at += 4) {
      if (this.recordSize(at) !== null) return at
    }
    return end
  }

  /** Logs are made longer ahead of time: the rest is zeros. */
  private hasContent(start: number, end: number): boolean {
    return end > start && this.chunk.bytes.compare(zeros, 0, end - start, start, end) !== 0
  }

  private readRecord(at: number, size: number): ChunkRecord | ChunkFault {
    const { view } = this.chunk
    try {
      const fields = this.renderer.render(at + evtxLayout.recordHeaderBytes, at + size - 4)
      const writtenAt = fileTimeToMs(view.getUint32(at + 16, true), view.getUint32(at + 20, true))
      // A forwarded event was written at the collector, later than it was created.
      return { at: this.renderer.createdAt ?? writtenAt, fields }
    } catch (error) {
      if (!(error instanceof EvtxFault)) throw error
      return { fault: `the record at ${at} of its chunk cannot be read: ${error.message}`, bytes: size }
    }
  }
}
