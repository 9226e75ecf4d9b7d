// Recognises a log again under another name, also copied or packed, by its first bytes and the last ones that were read.
// SPDX-License-Identifier: EUPL-1.2
import { type FileHandle, open } from 'node:fs/promises'
import { gunzipped, isGzip } from '../../parsers/gunzip.ts'
import { tailLimits } from '../limits.ts'
import { bytesAt, markOf, type Position } from './position.ts'

/** What a file holds, unpacked; opened by `contentAt`. */
export interface Content {
  readonly isPacked: boolean
  /** Whether it goes on from where the reading of the other log stood. */
  continues(position: Position): Promise<boolean>
}

/** Null: it is empty, or cannot be read. */
export async function contentAt<Result>(
  path: string,
  use: (content: Content) => Promise<Result>,
): Promise<Result | null> {
  let file: FileHandle | null = null
  try {
    file = await open(path, 'r')
    const start = await bytesAt(file, 0, tailLimits.markBytes)
    return start.length === 0 ? null : await use(await contentOf(file, path, start))
  } catch {
    // A file that is cut off or gone in the meantime is not the one that is looked for.
    return null
  } finally {
    await file?.close()
  }
}

async function contentOf(file: FileHandle, path: string, start: Buffer): Promise<Content> {
  const isPacked = isGzip(start)
  const head = isPacked ? await unpackedAt(path, 0, tailLimits.markBytes) : start
  return {
    isPacked,
    async continues({ head: wanted, tail, offset }) {
      if (wanted.bytes === 0 || head.length < wanted.bytes) return false
      if (markOf(head.subarray(0, wanted.bytes)).hash !== wanted.hash) return false
      const from = offset - tail.bytes
      const end = isPacked ? await unpackedAt(path, from, tail.bytes) : await bytesAt(file, from, tail.bytes)
      return markOf(end).hash === tail.hash
    },
  }
}

async function unpackedAt(path: string, from: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r')
  const parts: Uint8Array[] = []
  let at = 0
  let found = 0
  try {
    for await (const chunk of gunzipped(file.createReadStream({ autoClose: false }))) {
      const start = Math.max(0, from - at)
      at += chunk.byteLength
      if (start >= chunk.byteLength) continue
      const part = chunk.subarray(start, start + length - found)
      parts.push(Uint8Array.from(part))
      found += part.byteLength
      if (found >= length) break
    }
  } finally {
    await file.close()
  }
  return Buffer.concat(parts)
}
