// Looks at the first bytes of a stream and gives the whole of it all the same.
// SPDX-License-Identifier: EUPL-1.2
import { GunzipFault } from './gunzip.ts'
import { headBytes } from './parser.ts'

export interface Peeked {
  readonly head: Uint8Array
  readonly all: AsyncIterable<Uint8Array>
}

export async function peek(chunks: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  let fault: GunzipFault | null = null
  try {
    while (length < headBytes) {
      const { value, done } = await iterator.next()
      if (done === true) break
      // A copy, because the giver of a chunk may use its memory again.
      first.push(Uint8Array.from(value))
      length += value.byteLength
    }
  } catch (error) {
    // A file that cannot be unpacked is told when it is read.
    if (!(error instanceof GunzipFault)) throw error
    fault = error
  }
  return { head: Buffer.concat(first).subarray(0, headBytes), all: rest(first, iterator, fault) }
}

async function* rest(
  first: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
  fault: GunzipFault | null,
): AsyncGenerator<Uint8Array> {
  try {
    yield* first
    if (fault !== null) throw fault
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}
