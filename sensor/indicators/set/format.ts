// The file of an indicator set: a fixed start, a head in JSON, the index in words of four bytes, then the values.
// SPDX-License-Identifier: EUPL-1.2
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { setLimits } from '../limits.ts'
import { blocksFor, wordsOfBlock } from './bloom.ts'
import { damaged } from './fault.ts'

/**
 * All numbers are unsigned and little-endian. Start: magic (8 bytes), bytes of head, index and values, CRC-32 of head
 * with index and of the values, zero. For each section of the head, in its order, the index holds: where each bucket
 * begins among the fingerprints and one more, where it begins among the values and one more, the lower halves of the
 * fingerprints, the filter. Then the segments of networks, IPv4 and IPv6: their firsts, their lasts, their records.
 * Values: the records of the sections bucket by bucket, of the networks from wide to narrow, then the groups.
 */
export const magic = 'SALUSIS1'
export const startBytes = 32

const count = z.int().min(0).max(0xffffffff)
const section = z.strictObject({ count, buckets: count.min(1), seed: count })
const network = z.strictObject({ segments: count, records: count, at: count, bytes: count })
const word = z.string().max(1_000)

const headShape = z.strictObject({
  version: z.literal(1),
  lists: z
    .array(z.strictObject({ name: word, source: word.nullable(), licence: word.nullable() }))
    .max(2 * setLimits.maxLists + 1),
  ids: z.array(z.string().max(64)).max(setLimits.maxRegisteredIds),
  sections: z.strictObject({
    domain: section,
    ipv4: section,
    ipv6: section,
    md5: section,
    sha1: section,
    sha256: section,
    url: section,
    email: section,
  }),
  networks: z.strictObject({ v4: network, v6: network }),
  groups: z.strictObject({ count, at: count }),
})

export type SetHead = z.infer<typeof headShape>
export type SectionHead = z.infer<typeof section>
export type NetworkHead = z.infer<typeof network>

export interface SetStart {
  readonly headBytes: number
  readonly indexBytes: number
  readonly valuesBytes: number
  readonly indexCrc: number
  readonly valuesCrc: number
}

export function wordsOfSection({ count: values, buckets }: SectionHead): number {
  return 2 * (buckets + 1) + values + blocksFor(values) * wordsOfBlock
}

/** `total` is what there is, in bytes. */
export function readStart(bytes: Uint8Array, total: number): SetStart {
  if (bytes.length < startBytes || Buffer.from(bytes.subarray(0, 8)).toString('latin1') !== magic)
    throw damaged('it does not begin as one')
  const view = new DataView(bytes.buffer, bytes.byteOffset, startBytes)
  const [headBytes = 0, indexBytes = 0, valuesBytes = 0, indexCrc = 0, valuesCrc = 0] = [
    8, 12, 16, 20, 24,
  ].map((at) => view.getUint32(at, true))
  if (headBytes > setLimits.maxHeadBytes || headBytes % 4 !== 0 || indexBytes % 4 !== 0)
    throw damaged('its head says what cannot be')
  if (startBytes + headBytes + indexBytes + valuesBytes !== total)
    throw damaged('its length is not what it says')
  return { headBytes, indexBytes, valuesBytes, indexCrc, valuesCrc }
}

export function readHead(bytes: Uint8Array): SetHead {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'))
  } catch {
    throw damaged('its head is no JSON')
  }
  const head = headShape.safeParse(value)
  if (!head.success) throw damaged('its head has another shape')
  return head.data
}

/** The whole file; the head is filled with blanks to four bytes, so that the index stands straight. */
export function assembled(head: SetHead, index: readonly Uint32Array[], values: Uint8Array): Uint8Array {
  const plain = Buffer.from(JSON.stringify(head))
  const headBytes = Math.ceil(plain.length / 4) * 4
  const indexBytes = index.reduce((sum, words) => sum + words.byteLength, 0)
  const total = startBytes + headBytes + indexBytes + values.length
  if (headBytes > setLimits.maxHeadBytes || total > setLimits.maxBytes)
    throw damaged(`it would be larger than ${setLimits.maxBytes} bytes`)
  const bytes = new Uint8Array(total)
  bytes.fill(0x20, startBytes, startBytes + headBytes)
  bytes.set(plain, startBytes)
  let at = startBytes + headBytes
  for (const words of index) {
    bytes.set(new Uint8Array(words.buffer, words.byteOffset, words.byteLength), at)
    at += words.byteLength
  }
  bytes.set(values, at)
  return sealed(bytes, headBytes, indexBytes, values.length)
}

/** Writes the start with its sums; a test seals what it has spoilt. */
export function sealed(
  bytes: Uint8Array,
  headBytes: number,
  indexBytes: number,
  valuesBytes: number,
): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  bytes.set(Buffer.from(magic, 'latin1'))
  const valuesAt = startBytes + headBytes + indexBytes
  const numbers = [
    headBytes,
    indexBytes,
    valuesBytes,
    crc32(bytes.subarray(startBytes, valuesAt)),
    crc32(bytes.subarray(valuesAt)),
    0,
  ]
  for (const [at, number] of numbers.entries()) view.setUint32(8 + 4 * at, number, true)
  return bytes
}
