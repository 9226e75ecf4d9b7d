// Builds one section of a set: buckets by fingerprint, doubles dropped, the filter, the records in the same order.
// SPDX-License-Identifier: EUPL-1.2
import { setLimits } from '../limits.ts'
import { addTo, blocksFor, wordsOfBlock } from './bloom.ts'
import type { SectionHead } from './format.ts'
import type { GroupFacts } from './groups.ts'
import type { GrowingBytes, GrowingWords } from './growing.ts'
import { fingerprint, placeOf } from './hash.ts'
import { type RecordView, readRecord } from './records.ts'

/** Values of one type as they came: records one after the other, and where each begins. */
export interface Column {
  readonly records: GrowingBytes
  readonly starts: GrowingWords
  /** Bytes of each value, 0 where they differ. */
  readonly fixed: number
}

export interface WrittenSection {
  readonly head: SectionHead
  readonly index: readonly Uint32Array[]
  readonly doubles: number
  /** Left out because too many fingerprints were alike, which does not happen by chance. */
  readonly crowded: number
}

const averageOfBucket = 12
/** Another beginning of the hash, where somebody chose values that collide under the first. */
const seeds = 4

interface Sorted {
  readonly seed: number
  /** Values by bucket, within a bucket by fingerprint. */
  readonly order: Uint32Array
  readonly starts: Uint32Array
  readonly hi: Uint32Array
  readonly lo: Uint32Array
  readonly doubles: number
  readonly crowded: number
}

export function writeSection(
  column: Column,
  groups: readonly GroupFacts[],
  values: GrowingBytes,
): WrittenSection {
  const buckets = Math.max(1, Math.ceil(column.starts.length() / averageOfBucket))
  let best: Sorted | null = null
  for (let seed = 0; seed < seeds && (best === null || best.crowded > 0); seed++) {
    const sorted = sortedBy(seed, buckets, column, groups)
    if (best === null || sorted.crowded < best.crowded) best = sorted
  }
  // `seeds` is not zero.
  const { seed, order, starts, hi, lo, doubles, crowded } = best as Sorted
  const offsets = new Uint32Array(buckets + 1)
  const lows = new Uint32Array(order.length)
  const filter = new Uint32Array(blocksFor(order.length) * wordsOfBlock)
  const records = column.records.view()
  const view = emptyView()
  const places = column.starts.view()
  for (let bucket = 0; bucket < buckets; bucket++) {
    offsets[bucket] = values.length()
    for (let at = starts[bucket] as number; at < (starts[bucket + 1] as number); at++) {
      const value = order[at] as number
      const place = places[value] as number
      readRecord(records, place, column.fixed, view)
      values.add(records.subarray(place, view.end))
      lows[at] = lo[value] as number
      addTo(filter, hi[value] as number, lo[value] as number)
    }
  }
  offsets[buckets] = values.length()
  return {
    head: { count: order.length, buckets, seed },
    index: [starts, offsets, lows, filter],
    doubles,
    crowded,
  }
}

function sortedBy(seed: number, buckets: number, column: Column, groups: readonly GroupFacts[]): Sorted {
  const { hi, lo } = fingerprintsOf(column, seed)
  const { order, starts } = byBucket(hi, buckets)
  const compare = comparison(column, hi, lo, groups)
  const kept = new Uint32Array(buckets + 1)
  let length = 0
  let doubles = 0
  let crowded = 0
  for (let bucket = 0; bucket < buckets; bucket++) {
    kept[bucket] = length
    const members = order.subarray(starts[bucket], starts[bucket + 1])
    if (members.length > 1) members.sort(compare.all)
    let before = -1
    for (const value of members) {
      if (before !== -1 && compare.values(before, value) === 0) doubles++
      else if (length - (kept[bucket] as number) >= setLimits.maxOfBucket) crowded++
      else order[length++] = value
      before = value
    }
  }
  kept[buckets] = length
  return { seed, order: order.subarray(0, length), starts: kept, hi, lo, doubles, crowded }
}

function fingerprintsOf({ records, starts, fixed }: Column, seed: number) {
  const places = starts.view()
  const bytes = records.view()
  const hi = new Uint32Array(places.length)
  const lo = new Uint32Array(places.length)
  const view = emptyView()
  const into = { hi: 0, lo: 0 }
  for (let value = 0; value < places.length; value++) {
    readRecord(bytes, places[value] as number, fixed, view)
    fingerprint(bytes, view.valueAt, view.end, seed, into)
    hi[value] = into.hi
    lo[value] = into.lo
  }
  return { hi, lo }
}

/** A sort by counting: two passes, whatever the number of values. */
function byBucket(hi: Uint32Array, buckets: number): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(buckets + 1)
  for (const bits of hi) {
    const next = placeOf(bits, buckets) + 1
    starts[next] = (starts[next] as number) + 1
  }
  for (let bucket = 0; bucket < buckets; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] as number) + (starts[bucket] as number)
  const next = starts.slice()
  const order = new Uint32Array(hi.length)
  for (let value = 0; value < hi.length; value++) {
    const bucket = placeOf(hi[value] as number, buckets)
    const at = next[bucket] as number
    order[at] = value
    next[bucket] = at + 1
  }
  return { order, starts }
}

/** By fingerprint, then value; of the same value first what holds longest, then what is surest. */
function comparison(
  { records, starts, fixed }: Column,
  hi: Uint32Array,
  lo: Uint32Array,
  groups: readonly GroupFacts[],
) {
  const bytes = records.view()
  const places = starts.view()
  const one = emptyView()
  const two = emptyView()
  const values = (first: number, second: number): number => {
    const high = (hi[first] as number) - (hi[second] as number)
    const low = (lo[first] as number) - (lo[second] as number)
    if (high !== 0 || low !== 0) return high === 0 ? low : high
    readRecord(bytes, places[first] as number, fixed, one)
    readRecord(bytes, places[second] as number, fixed, two)
    return Buffer.compare(bytes.subarray(one.valueAt, one.end), bytes.subarray(two.valueAt, two.end))
  }
  const all = (first: number, second: number): number => {
    const order = values(first, second)
    if (order !== 0) return order
    // The views are those of the two values: they were read because nothing else told them apart.
    const mine = groups[one.group]
    const other = groups[two.group]
    const until = (other?.until ?? Number.MAX_SAFE_INTEGER) - (mine?.until ?? Number.MAX_SAFE_INTEGER)
    return until || (other?.confidence ?? 0) - (mine?.confidence ?? 0) || first - second
  }
  return { values, all }
}

function emptyView(): RecordView {
  return { group: 0, idAt: -1, valueAt: 0, end: 0 }
}
