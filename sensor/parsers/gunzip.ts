// Unpacks gzip while it is read, up to a limit.
// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

export const gunzipLimits = {
  /** Bytes unpacked of one file; a larger log is to be split. */
  maxBytes: 16 * 1024 ** 3,
  /** Deflate reaches 1,032; a log reaches 5 to 40. Measured after the first MiB. */
  maxRatio: 400,
  ratioAfterBytes: 1024 * 1024,
} as const

/** Thrown where the bytes are no gzip, cut off, or unpack to more than is read. */
export class GunzipFault extends Error {}

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

export async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let unpacked = 0
  const source = Readable.from(chunks)
  const stream = createGunzip()
  source.on('error', (error) => stream.destroy(error))
  source.pipe(stream)
  try {
    for await (const chunk of stream) {
      unpacked += chunk.length
      if (unpacked > gunzipLimits.maxBytes) {
        throw new GunzipFault(`it unpacks to more than ${gunzipLimits.maxBytes} bytes`)
      }
      if (unpacked > gunzipLimits.ratioAfterBytes && unpacked > stream.bytesWritten * gunzipLimits.maxRatio) {
        throw new GunzipFault(`it unpacks to more than ${gunzipLimits.maxRatio} times its size`)
      }
      yield chunk
    }
  } catch (error) {
    if (error instanceof GunzipFault) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('Z_')) throw error
    throw new GunzipFault('it is no gzip, or it is cut off')
  } finally {
    source.destroy()
    stream.destroy()
  }
}
