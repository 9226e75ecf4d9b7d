// Cuts the bytes of an event log into its header and its chunks, with one chunk in memory.
// SPDX-License-Identifier: EUPL-1.2
import { crc32 } from 'node:zlib'
import { evtxLayout } from './limits.ts'

const { fileHeaderBytes, chunkBytes } = evtxLayout
export const fileMark = 'ElfFile\0'
export const chunkMark = 'ElfChnk\0'

/** Fills `chunk` anew for each frame; yields how many bytes of it are filled. */
export async function* chunkFrames(
  pieces: AsyncIterable<Uint8Array>,
  chunk: Buffer,
  onHeader: (header: Buffer) => void,
): AsyncGenerator<number> {
  const header = Buffer.alloc(fileHeaderBytes)
  let target: Buffer = header
  let filled = 0
  for await (const piece of pieces) {
    let from = 0
    while (from < piece.byteLength) {
      const count = Math.min(target.byteLength - filled, piece.byteLength - from)
      target.set(piece.subarray(from, from + count), filled)
      filled += count
      from += count
      if (filled < target.byteLength) continue
      if (target === header) filled = afterHeader(header, chunk, onHeader)
      else {
        yield chunkBytes
        filled = 0
      }
      target = chunk
    }
  }
  if (target === header) {
    filled = afterHeader(header.subarray(0, filled), chunk, onHeader)
    target = chunk
  }
  if (filled > 0) yield filled
}

/** A chunk cut out of a log has no header before it: what was taken for one is the start of the chunk. */
function afterHeader(header: Buffer, chunk: Buffer, onHeader: (header: Buffer) => void): number {
  if (header.toString('latin1', 0, 8) === chunkMark) {
    chunk.set(header, 0)
    return header.byteLength
  }
  onHeader(header)
  return 0
}

/** What is wrong with the header of a file; null if nothing. Its counts are not used: a log in use has old ones. */
export function faultOfHeader(header: Buffer): string | null {
  if (header.byteLength < fileHeaderBytes) {
    return `the file ends after ${header.byteLength} bytes, within its header`
  }
  if (header.toString('latin1', 0, 8) !== fileMark) {
    return 'the header of the file is not that of an event log; chunks behind it were looked for'
  }
  if (crc32(header.subarray(0, 120)) !== header.readUInt32LE(124)) {
    return 'the checksum of the file header is wrong; the chunks were read'
  }
  return null
}
