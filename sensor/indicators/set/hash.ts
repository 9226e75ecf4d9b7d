// The 64-bit fingerprint of a value, taken from its end, so that one pass over a name gives those of all its parents.
// SPDX-License-Identifier: EUPL-1.2

/** Unsigned: `hi` chooses the bucket and the block of the filter, `lo` is kept in the set. */
export interface Fingerprint {
  hi: number
  lo: number
}

export function start1(seed: number): number {
  return (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) | 0
}

export function start2(seed: number): number {
  return (0x2f0b4c47 + Math.imul(seed, 0x85ebca6b)) | 0
}

export function step1(state: number, byte: number): number {
  return Math.imul(state ^ byte, 0x01000193)
}

export function step2(state: number, byte: number): number {
  const mixed = Math.imul(state ^ byte, 0x5bd1e995)
  return mixed ^ (mixed >>> 15)
}

export function finish(state1: number, state2: number, into: Fingerprint): void {
  const low = avalanche(state2 ^ Math.imul(state1, 0xcc9e2d51))
  into.lo = low >>> 0
  into.hi = avalanche(state1 + low) >>> 0
}

export function fingerprint(
  bytes: Uint8Array,
  from: number,
  to: number,
  seed: number,
  into: Fingerprint,
): void {
  let state1 = start1(seed)
  let state2 = start2(seed)
  for (let at = to - 1; at >= from; at--) {
    const byte = bytes[at] as number
    state1 = step1(state1, byte)
    state2 = step2(state2, byte)
  }
  finish(state1, state2, into)
}

/** One of so many places, from 32 bits; the same order as the bits. */
export function placeOf(bits: number, places: number): number {
  return Math.floor((bits / 4_294_967_296) * places)
}

/** After Austin Appleby's MurmurHash3 (public domain): each bit of the input turns half of the output. */
function avalanche(bits: number): number {
  let mixed = bits ^ (bits >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
