// Cuts a stream of bytes into documents: the whole as one, or one for each line.
// SPDX-License-Identifier: EUPL-1.2
import { defaultJsonLimits } from '@salus/standards/json'
import type { Chunks } from './unpacking.ts'

/** One byte more than the reader takes, so that it refuses what was cut and says why. */
const maxDocumentBytes = defaultJsonLimits.maxBytes + 1
const newline = 0x0a

export async function wholeDocument(chunks: Chunks): Promise<Buffer> {
  const kept = new Bounded()
  for await (const chunk of chunks) kept.add(chunk)
  return kept.take()
}

/** JSON Lines; blank lines don't count, but keep their number. */
export async function* lineDocuments(chunks: Chunks): AsyncGenerator<{ line: number; bytes: Buffer }> {
  const kept = new Bounded()
  let line = 1
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      kept.add(chunk.subarray(from, at))
      const bytes = kept.take()
      if (!isBlank(bytes)) yield { line, bytes }
      line += 1
      from = at + 1
    }
    kept.add(chunk.subarray(from))
  }
  const bytes = kept.take()
  if (!isBlank(bytes)) yield { line, bytes }
}

/** Holds no more than a document may have; the rest of an endless line is let go. */
class Bounded {
  #parts: Uint8Array[] = []
  #bytes = 0

  add(chunk: Uint8Array): void {
    const part = chunk.subarray(0, maxDocumentBytes - this.#bytes)
    if (part.byteLength === 0) return
    this.#parts.push(part)
    this.#bytes += part.byteLength
  }

  take(): Buffer {
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    this.#bytes = 0
    return bytes
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.length < 1000 && bytes.toString('latin1').trim() === ''
}
