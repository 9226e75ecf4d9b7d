// Builds the networks of a set: ranges that do not overlap, each with the narrowest network that covers it.
// SPDX-License-Identifier: EUPL-1.2
import { readNetwork } from '../../sigma/addresses.ts'
import type { NetworkHead } from './format.ts'
import type { GroupFacts } from './groups.ts'
import type { GrowingBytes } from './growing.ts'
import { addRecord } from './records.ts'

export interface NetworkInput {
  /** `192.0.2.0/24` */
  readonly value: string
  readonly group: number
  readonly uuid: Uint8Array | null
}

export interface WrittenNetworks {
  readonly head: NetworkHead
  readonly index: readonly Uint32Array[]
  readonly doubles: number
}

interface Range {
  readonly first: bigint
  readonly last: bigint
  readonly bits: number
  readonly bytes: Uint8Array
  readonly input: NetworkInput
}

interface Segment {
  readonly first: bigint
  readonly last: bigint
  /** Where the record of the narrowest network begins. */
  readonly record: number
}

export function writeNetworks(
  inputs: readonly NetworkInput[],
  wordsOfAddress: 1 | 4,
  groups: readonly GroupFacts[],
  values: GrowingBytes,
): WrittenNetworks {
  const { ranges, doubles } = withoutDoubles(sorted(inputs, wordsOfAddress), groups)
  const at = values.length()
  const segments = segmentsOf(ranges, values)
  const index = [
    addressWords(segments, wordsOfAddress, ({ first }) => first),
    addressWords(segments, wordsOfAddress, ({ last }) => last),
    Uint32Array.from(segments, ({ record }) => record),
  ]
  const head = { segments: segments.length, records: ranges.length, at, bytes: values.length() - at }
  return { head, index, doubles }
}

/** By first address, the wider network first: then each comes after all that contain it. */
function sorted(inputs: readonly NetworkInput[], wordsOfAddress: 1 | 4): Range[] {
  const width = BigInt(32 * wordsOfAddress)
  return inputs
    .flatMap((input): Range[] => {
      const network = readNetwork(input.value)
      if (network === null) return []
      const rest = width - BigInt(network.bits)
      const first = (BigInt(`0x${Buffer.from(network.bytes).toString('hex')}`) >> rest) << rest
      return [{ first, last: first + (1n << rest) - 1n, bits: network.bits, bytes: network.bytes, input }]
    })
    .sort((one, two) => (one.first === two.first ? one.bits - two.bits : one.first < two.first ? -1 : 1))
}

function withoutDoubles(ranges: readonly Range[], groups: readonly GroupFacts[]) {
  const until = ({ input }: Range) => groups[input.group]?.until ?? Number.MAX_SAFE_INTEGER
  const kept: Range[] = []
  let doubles = 0
  for (const range of ranges) {
    const before = kept.at(-1)
    if (before === undefined || before.first !== range.first || before.bits !== range.bits) kept.push(range)
    else {
      doubles++
      if (until(range) > until(before)) kept[kept.length - 1] = range
    }
  }
  return { ranges: kept, doubles }
}

function segmentsOf(ranges: readonly Range[], values: GrowingBytes): readonly Segment[] {
  const segments: Segment[] = []
  const open: { readonly range: Range; readonly record: number }[] = []
  let next = 0n
  const close = () => {
    const inner = open.pop()
    if (inner === undefined) return
    if (next <= inner.range.last) segments.push({ first: next, last: inner.range.last, record: inner.record })
    next = inner.range.last + 1n
  }
  for (const range of ranges) {
    while (open.length > 0 && (open.at(-1)?.range.last ?? 0n) < range.first) close()
    const outer = open.at(-1)
    if (outer !== undefined && next < range.first)
      segments.push({ first: next, last: range.first - 1n, record: outer.record })
    next = range.first
    open.push({ range, record: writeRange(range, outer?.record ?? null, values) })
  }
  while (open.length > 0) close()
  return segments
}

/** The record begins with the place of the next wider network and one, or zero. */
function writeRange({ bytes, bits, input }: Range, parent: number | null, values: GrowingBytes): number {
  const at = values.length()
  const link = new Uint8Array(4)
  new DataView(link.buffer).setUint32(0, parent === null ? 0 : parent + 1, true)
  values.add(link)
  addRecord(values, input.group, input.uuid, Uint8Array.of(bits, ...bytes), true)
  return at
}

function addressWords(
  segments: readonly Segment[],
  wordsOfAddress: number,
  address: (segment: Segment) => bigint,
): Uint32Array {
  const words = new Uint32Array(segments.length * wordsOfAddress)
  for (const [at, segment] of segments.entries())
    for (let word = 0; word < wordsOfAddress; word++)
      words[at * wordsOfAddress + word] = Number(
        (address(segment) >> BigInt(32 * (wordsOfAddress - 1 - word))) & 0xffffffffn,
      )
  return words
}
