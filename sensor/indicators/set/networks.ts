// Networks of an open set: which of them an address is in, the narrowest first, by binary search.
// SPDX-License-Identifier: EUPL-1.2
import { addressText } from '../address.ts'
import type { EntryMaker, SetEntry } from './entry.ts'
import { damaged } from './fault.ts'
import type { NetworkHead } from './format.ts'
import { type RecordView, readRecord } from './records.ts'
import type { ValueStore } from './store.ts'

export interface Networks {
  readonly count: number
  /** The address as words of 32 bits: one or four. */
  find(address: Uint32Array): readonly SetEntry[]
  entries(): Generator<SetEntry>
}

const linkBytes = 4
/** Link, number of the group, UUID. */
const mostBeforeValue = 4 + 5 + 16

export function wordsOfNetworks({ segments }: NetworkHead, wordsOfAddress: number): number {
  return segments * (2 * wordsOfAddress + 1)
}

export function openNetworks(
  { segments, records, at: recordsAt, bytes: recordsBytes }: NetworkHead,
  wordsOfAddress: 1 | 4,
  words: Uint32Array,
  values: ValueStore,
  entryOf: EntryMaker,
): Networks {
  const firsts = words.subarray(0, segments * wordsOfAddress)
  const lasts = words.subarray(segments * wordsOfAddress, 2 * segments * wordsOfAddress)
  const places = words.subarray(2 * segments * wordsOfAddress)
  const recordsEnd = recordsAt + recordsBytes
  if (recordsEnd > values.length) throw damaged('its networks lie beyond its end')
  checkSegments(firsts, lasts, places, wordsOfAddress, { from: recordsAt, to: recordsEnd })
  const valueLength = 1 + 4 * wordsOfAddress
  const view: RecordView = { group: 0, idAt: -1, valueAt: 0, end: 0 }

  /** The entry, the place of the next wider network or -1, and where the record ends. */
  function recordAt(place: number): { entry: SetEntry; wider: number; end: number } {
    const length = Math.min(mostBeforeValue + valueLength, recordsEnd - place)
    if (place < recordsAt || length < linkBytes) throw damaged('a network is not where it should be')
    const block = values.read(place, length).slice()
    const wider = new DataView(block.buffer).getUint32(0, true) - 1
    // Wider networks stand before: so no chain of them has a circle.
    if (wider >= place) throw damaged('a network is within itself')
    readRecord(block, linkBytes, valueLength, view)
    const bits = block[view.valueAt] as number
    const address = block.subarray(view.valueAt + 1, view.end)
    if (bits > 32 * wordsOfAddress) throw damaged('a network has too many bits')
    const entry = entryOf('cidr', `${addressText(address)}/${bits}`, view, block)
    return { entry, wider, end: place + view.end }
  }

  return {
    count: records,
    find(address) {
      const segment = segmentOf(firsts, lasts, wordsOfAddress, address)
      if (segment === -1) return []
      const found: SetEntry[] = []
      for (let place = places[segment] as number; place >= 0 && found.length <= 32 * wordsOfAddress; ) {
        const { entry, wider } = recordAt(place)
        found.push(entry)
        place = wider
      }
      return found
    },
    *entries() {
      let place = recordsAt
      for (let record = 0; record < records; record++) {
        const { entry, end } = recordAt(place)
        yield entry
        place = end
      }
    },
  }
}

/** The last range that begins at or before the address, if the address is not beyond it; else -1. */
function segmentOf(
  firsts: Uint32Array,
  lasts: Uint32Array,
  wordsOfAddress: number,
  address: Uint32Array,
): number {
  let low = 0
  let high = firsts.length / wordsOfAddress - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    if (compare(firsts, middle * wordsOfAddress, address, 0, wordsOfAddress) <= 0) low = middle + 1
    else high = middle - 1
  }
  const isWithin = high >= 0 && compare(address, 0, lasts, high * wordsOfAddress, wordsOfAddress) <= 0
  return isWithin ? high : -1
}

function compare(one: Uint32Array, at: number, two: Uint32Array, from: number, count: number): number {
  for (let word = 0; word < count; word++) {
    const difference = (one[at + word] as number) - (two[from + word] as number)
    if (difference !== 0) return difference
  }
  return 0
}

function checkSegments(
  firsts: Uint32Array,
  lasts: Uint32Array,
  places: Uint32Array,
  wordsOfAddress: number,
  records: { readonly from: number; readonly to: number },
): void {
  for (const [at, place] of places.entries()) {
    const here = at * wordsOfAddress
    if (compare(firsts, here, lasts, here, wordsOfAddress) > 0) throw damaged('a range ends before it begins')
    if (at > 0 && compare(lasts, here - wordsOfAddress, firsts, here, wordsOfAddress) >= 0)
      throw damaged('its ranges overlap')
    if (place < records.from || place >= records.to) throw damaged('a range has no network')
  }
}
