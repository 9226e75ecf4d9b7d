// The ids of indicators that a pack lets hospitals tell of: one signed file, asked without reading all of it.
// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto'
import type { RandomAccess } from './container.ts'
import { packLimits } from './limits.ts'
import { askPublisher, PackRefusal } from './refusal.ts'

/** Each set of indicators has its own beside it, so that a small delta does not change a large file. */
export function tellableIdsNameOf(setName: string): string {
  return setName.replace(/bin$/, 'ids.bin')
}

export function isTellableIdsName(name: string): boolean {
  return /^indicators\..*ids\.bin$/.test(name)
}

/**
 * All numbers are big-endian. Mark (8 bytes), number of ids, number of bits that choose a bucket; the first eight bytes of
 * the SHA-256 of each id, sorted; where each bucket begins among them, and one more. A hash and not the beginning of the
 * id itself: behind a known beginning anything could be said.
 */
const mark = 'SALUSID1'
const headBytes = 16
const hashBytes = 8
const averageOfBucket = 32
/** By chance none comes near it. */
const maxOfBucket = 4_096

/** The same ids give the same bytes, whatever their order. Throws an error in words where they are too many. */
export function writeTellableIds(ids: Iterable<string>): Uint8Array {
  const hashes = sortedHashes(ids)
  const bits = Math.max(0, Math.ceil(Math.log2(hashes.length / averageOfBucket)))
  const buckets = 2 ** bits
  const bytes = Buffer.alloc(headBytes + hashes.length * hashBytes + (buckets + 1) * 4)
  bytes.write(mark, 'latin1')
  bytes.writeUInt32BE(hashes.length, 8)
  bytes.writeUInt32BE(bits, 12)
  const startsAt = headBytes + hashes.length * hashBytes
  let bucket = 0
  for (const [at, one] of hashes.entries()) {
    bytes.writeBigUInt64BE(one, headBytes + at * hashBytes)
    for (const own = bucketOf(one, bits); bucket < own; ) bytes.writeUInt32BE(at, startsAt + 4 * ++bucket)
  }
  while (bucket < buckets) bytes.writeUInt32BE(hashes.length, startsAt + 4 * ++bucket)
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Which of the ids stand in the file. Throws `PackRefusal` where it is no such file. */
export async function tellableAmong(file: RandomAccess, ids: Iterable<string>): Promise<ReadonlySet<string>> {
  const { count, bits } = headOf(await file.read(0, headBytes), file.size)
  const startsAt = headBytes + count * hashBytes
  const found = new Set<string>()
  for (const id of new Set(ids)) {
    const wanted = hashOf(id)
    const [from, to] = wordsOf(await file.read(startsAt + 4 * bucketOf(wanted, bits), 8))
    if (from > to || to > count || to - from > maxOfBucket)
      throw damaged('a bucket is not where it should be')
    const bucket = bufferOf(await file.read(headBytes + from * hashBytes, (to - from) * hashBytes))
    for (let at = 0; at + hashBytes <= bucket.length; at += hashBytes)
      if (bucket.readBigUInt64BE(at) === wanted) found.add(id)
  }
  return found
}

/** The number of ids. Throws `PackRefusal` where the bytes are not what `writeTellableIds` writes. */
export function requireTellableIds(bytes: Uint8Array): number {
  const { count, bits } = headOf(bytes, bytes.length)
  const buffer = bufferOf(bytes)
  const startsAt = headBytes + count * hashBytes
  let before = -1n
  let bucket = 0
  const begins = (next: number) => buffer.readUInt32BE(startsAt + 4 * next)
  for (let at = 0; at < count; at++) {
    const one = buffer.readBigUInt64BE(headBytes + at * hashBytes)
    if (one <= before) throw damaged('its ids are not in order')
    before = one
    for (const own = bucketOf(one, bits); bucket < own; )
      if (begins(++bucket) !== at) throw damaged('a bucket is not where it should be')
    if (at - begins(bucket) >= maxOfBucket) throw damaged('too many ids are alike')
  }
  while (bucket < 2 ** bits)
    if (begins(++bucket) !== count) throw damaged('a bucket is not where it should be')
  if (begins(0) !== 0) throw damaged('its first bucket does not begin at its beginning')
  return count
}

function sortedHashes(ids: Iterable<string>): BigUint64Array {
  let hashes = new BigUint64Array(1_024)
  let count = 0
  for (const id of ids) {
    if (count === hashes.length) {
      const larger = new BigUint64Array(2 * count)
      larger.set(hashes)
      hashes = larger
    }
    hashes[count++] = hashOf(id)
  }
  const sorted = hashes.subarray(0, count).sort()
  let kept = 0
  for (const one of sorted) if (kept === 0 || sorted[kept - 1] !== one) sorted[kept++] = one
  if (kept > packLimits.maxTellableIds)
    throw new Error(
      `Sightings of ${kept} indicators may be sent; a pack has at most ${packLimits.maxTellableIds} of them. Allow fewer lists.`,
    )
  return sorted.subarray(0, kept)
}

function hashOf(id: string): bigint {
  return hash('sha256', id, 'buffer').readBigUInt64BE(0)
}

function bucketOf(of: bigint, bits: number): number {
  return bits === 0 ? 0 : Number(of >> BigInt(64 - bits))
}

function headOf(bytes: Uint8Array, size: number): { readonly count: number; readonly bits: number } {
  const head = bufferOf(bytes)
  if (head.length < headBytes || head.toString('latin1', 0, 8) !== mark)
    throw damaged('it does not begin as one')
  const [count, bits] = [head.readUInt32BE(8), head.readUInt32BE(12)]
  if (count > packLimits.maxTellableIds || bits > 24) throw damaged('its head says what cannot be')
  if (headBytes + count * hashBytes + (2 ** bits + 1) * 4 !== size)
    throw damaged('its length is not what it says')
  return { count, bits }
}

function wordsOf(bytes: Uint8Array): readonly [number, number] {
  if (bytes.length < 8) throw damaged('it is cut off')
  const buffer = bufferOf(bytes)
  return [buffer.readUInt32BE(0), buffer.readUInt32BE(4)]
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function damaged(because: string): PackRefusal {
  return new PackRefusal(
    'packs/format',
    'the ids of indicators',
    `The file of the ids of indicators cannot be read: ${because}.`,
    askPublisher,
  )
}
