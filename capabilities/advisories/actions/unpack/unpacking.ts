// What unpacking needs from its caller: where documents come from, how much is taken, and who hears of faults.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'

export interface Unpacking {
  readonly source: string
  /** After decompression, of one file; a few kilobytes can unpack to terabytes. */
  readonly maxUnpackedBytes: number
  /** A part that can't be unpacked; the rest goes on. */
  readonly report: (name: string, fault: Fault) => void
  /** A file that is no advisory by its name, such as a signature. */
  readonly ignore: (name: string) => void
}

export type Chunks = AsyncIterable<Uint8Array>

/** Thrown inside, reported outside. */
export class TooMuch extends Error {
  readonly limit: number

  constructor(limit: number) {
    super(`more than ${limit} bytes`)
    this.limit = limit
  }
}

export async function* limit(chunks: Chunks, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new TooMuch(maxBytes)
    yield chunk
  }
}
