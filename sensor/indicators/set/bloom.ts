// A Bloom filter in blocks of 32 bytes: one look into memory says of nearly all values that they are not in the set.
// SPDX-License-Identifier: EUPL-1.2
import { placeOf } from './hash.ts'

export const wordsOfBlock = 8
/** 10.7 bits for each value: of values that are not in the set about one in eighty passes. */
const valuesOfBlock = 24

/** Odd multipliers, one for each word of a block; each chooses one bit of its word. */
const salts = Uint32Array.of(
  0x47b6137b,
  0x44974d91,
  0x8824ad5b,
  0xa2b7289d,
  0x705495c7,
  0x2df1424b,
  0x9efc4947,
  0x5c6bfb31,
)

export function blocksFor(values: number): number {
  return Math.max(1, Math.ceil(values / valuesOfBlock))
}

export function addTo(filter: Uint32Array, hi: number, lo: number): void {
  const block = placeOf(hi, filter.length / wordsOfBlock) * wordsOfBlock
  for (let word = 0; word < wordsOfBlock; word++) {
    const at = block + word
    filter[at] = (filter[at] as number) | (1 << (Math.imul(lo, salts[word] as number) >>> 27))
  }
}

export function mayHold(filter: Uint32Array, hi: number, lo: number): boolean {
  const block = placeOf(hi, filter.length / wordsOfBlock) * wordsOfBlock
  for (let word = 0; word < wordsOfBlock; word++) {
    const bit = 1 << (Math.imul(lo, salts[word] as number) >>> 27)
    if (((filter[block + word] as number) & bit) === 0) return false
  }
  return true
}
