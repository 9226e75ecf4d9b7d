// One section of an open set: is a value in it, and where is its record.
// SPDX-License-Identifier: EUPL-1.2
import { setLimits } from '../limits.ts'
import { blocksFor, mayHold, wordsOfBlock } from './bloom.ts'
import type { EntryMaker, SetEntry } from './entry.ts'
import { damaged } from './fault.ts'
import type { SectionHead } from './format.ts'
import { fingerprint, placeOf } from './hash.ts'
import { type HashedType, type RecordView, readRecord, textOfValue, valueBytes } from './records.ts'
import type { ValueStore } from './store.ts'

export interface Section {
  readonly count: number
  readonly seed: number
  /** With the fingerprint already taken; `bytes` from `from` to `to` confirm it. */
  findBy(hi: number, lo: number, bytes: Uint8Array, from: number, to: number): SetEntry | null
  find(bytes: Uint8Array, from: number, to: number): SetEntry | null
  entries(): Generator<SetEntry>
}

/** Checks all of the index once, so that no look-up can leave it. */
export function openSection(
  type: HashedType,
  { count, buckets, seed }: SectionHead,
  words: Uint32Array,
  values: ValueStore,
  entryOf: EntryMaker,
): Section {
  const starts = words.subarray(0, buckets + 1)
  const offsets = words.subarray(buckets + 1, 2 * (buckets + 1))
  const lows = words.subarray(2 * (buckets + 1), 2 * (buckets + 1) + count)
  const filter = words.subarray(2 * (buckets + 1) + count)
  if (filter.length !== blocksFor(count) * wordsOfBlock) throw damaged('a filter has the wrong size')
  checkIndex(starts, offsets, count, values.length)
  const fixed = valueBytes[type]
  const record: RecordView = { group: 0, idAt: -1, valueAt: 0, end: 0 }
  const into = { hi: 0, lo: 0 }
  const blockOf = (bucket: number): Uint8Array => {
    const at = offsets[bucket] as number
    return values.read(at, (offsets[bucket + 1] as number) - at)
  }

  function findBy(hi: number, lo: number, bytes: Uint8Array, from: number, to: number): SetEntry | null {
    if (count === 0 || !mayHold(filter, hi, lo)) return null
    const bucket = placeOf(hi, buckets)
    const first = starts[bucket] as number
    const last = starts[bucket + 1] as number
    for (let at = first; at < last; at++) {
      if (lows[at] !== lo) continue
      const block = blockOf(bucket)
      skipTo(block, at - first)
      if (isSame(block, bytes, from, to))
        return entryOf(type, textOfValue(type, bytes.subarray(from, to)), record, block)
    }
    return null
  }

  /** Leaves the record of this place of the block in `record`. */
  function skipTo(block: Uint8Array, place: number): void {
    let at = 0
    for (let next = 0; next <= place; next++) {
      readRecord(block, at, fixed, record)
      at = record.end
    }
  }

  function isSame(block: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
    if (record.end - record.valueAt !== to - from) return false
    for (let at = from; at < to; at++) if (block[record.valueAt + at - from] !== bytes[at]) return false
    return true
  }

  return {
    count,
    seed,
    findBy,
    find(bytes, from, to) {
      if (count === 0) return null
      fingerprint(bytes, from, to, seed, into)
      return findBy(into.hi, into.lo, bytes, from, to)
    },
    *entries() {
      for (let bucket = 0; bucket < buckets; bucket++) {
        // A copy, because whoever takes an entry may look up others before the next.
        const block = blockOf(bucket).slice()
        const members = (starts[bucket + 1] as number) - (starts[bucket] as number)
        for (let place = 0; place < members; place++) {
          skipTo(block, place)
          const value = textOfValue(type, block.subarray(record.valueAt, record.end))
          yield entryOf(type, value, record, block)
        }
      }
    },
  }
}

function checkIndex(starts: Uint32Array, offsets: Uint32Array, count: number, valuesBytes: number): void {
  if (starts[0] !== 0 || starts.at(-1) !== count) throw damaged('its buckets do not add up')
  if ((offsets.at(-1) ?? 0) > valuesBytes) throw damaged('a bucket lies beyond its end')
  for (let at = 1; at < starts.length; at++) {
    const members = (starts[at] as number) - (starts[at - 1] as number)
    const bytes = (offsets[at] as number) - (offsets[at - 1] as number)
    if (members < 0 || members > setLimits.maxOfBucket) throw damaged('a bucket has too many values')
    if (bytes < members || bytes > setLimits.maxBlockBytes) throw damaged('a bucket has the wrong size')
  }
}
