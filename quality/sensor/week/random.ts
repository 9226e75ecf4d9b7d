// Chance with a seed: the same numbers on every machine, from whole-number arithmetic and division only.
// SPDX-License-Identifier: EUPL-1.2

export interface Random {
  /** From 0 up to 1, without 1. */
  unit(): number
  /** A whole number from 0 up to `limit`, without it. */
  below(limit: number): number
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number
  chance(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** 1 or more; `share` is how often one more follows. */
  run(share: number, most: number): number
}

/** Each label has numbers of its own, so that a new case does not move all that comes after it. */
export function randomOf(seed: number, label: string): Random {
  const unit = mulberry(hash(`${seed}/${label}`))
  const below = (limit: number) => Math.floor(unit() * limit)
  return {
    unit,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (share) => unit() < share,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error(`There is nothing to choose from for "${label}".`)
      return item
    },
    run(share, most) {
      let length = 1
      while (length < most && unit() < share) length++
      return length
    },
  }
}

/** The generator mulberry32; its multiplications are exact in 32 bits. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value
}

/** Draws ranks from 0 by Zipf's law (rank n as 1/(n + shift)), by the sums of the shares before it. */
export function zipf(ranks: number, shift: number): (random: Random) => number {
  const sums = new Float64Array(ranks)
  let sum = 0
  for (let rank = 0; rank < ranks; rank++) {
    sum += 1 / (rank + shift)
    sums[rank] = sum
  }
  return (random) => {
    const wanted = random.unit() * sum
    let low = 0
    let high = ranks - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? sum) > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}
