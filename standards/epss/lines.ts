// Cuts the bytes of a file, plain or gzip, into bounded lines without ever holding the whole.
// SPDX-License-Identifier: EUPL-1.2
import { pipeline, Readable } from 'node:stream'
import { constants, createGunzip, gunzipSync } from 'node:zlib'

/** Longer lines are cut; what is left of them can't be read and is reported. */
export const maxLineCharacters = 300
const maxUnpackedBytes = 256 * 1024 * 1024
const chunkBytes = 64 * 1024
const newline = 0x0a

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

const startBytes = 4_096

/** What the first bytes unpack to; empty where they are damaged. */
export function unzippedStart(bytes: Uint8Array): Buffer {
  try {
    return gunzipSync(bytes.subarray(0, startBytes), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return Buffer.alloc(0)
  }
}

/** In batches, because a promise for each of 300,000 lines is slow. Throws what the unzipper throws, and RangeError. */
export async function* lineBatches(bytes: Uint8Array): AsyncGenerator<readonly string[]> {
  let unpacked = 0
  let rest = ''
  let isCut = false
  for await (const chunk of chunksOf(bytes)) {
    unpacked += chunk.length
    if (unpacked > maxUnpackedBytes)
      throw new RangeError(`It unpacks to more than ${maxUnpackedBytes / 1024 / 1024} MB.`)
    const lines: string[] = []
    let from = 0
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      const line = isCut ? rest : rest + textOf(chunk, from, at)
      lines.push(line.slice(0, maxLineCharacters).trimEnd())
      rest = ''
      isCut = false
      from = at + 1
    }
    if (!isCut) rest += textOf(chunk, from, chunk.length)
    isCut = rest.length > maxLineCharacters
    rest = rest.slice(0, maxLineCharacters + 1)
    if (lines.length > 0) yield lines
  }
  if (rest !== '') yield [rest.slice(0, maxLineCharacters).trimEnd()]
}

/** Nothing in the format is outside of ASCII, and no byte may make two lines of one. */
function textOf(chunk: Buffer, from: number, to: number): string {
  return chunk.toString('latin1', from, Math.min(to, from + maxLineCharacters + 1))
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Buffer> {
  const plain = Readable.from(slices(bytes), { objectMode: true })
  // An error of the first stream reaches whoever reads the second.
  const content: Readable = isGzip(bytes) ? pipeline(plain, createGunzip(), () => undefined) : plain
  // Both streams give buffers; their type says anything.
  for await (const chunk of content) yield chunk as Buffer
}

function* slices(bytes: Uint8Array): Generator<Buffer> {
  for (let from = 0; from < bytes.byteLength; from += chunkBytes)
    yield Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(chunkBytes, bytes.byteLength - from))
}
