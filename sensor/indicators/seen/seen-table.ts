// What was seen, in memory: keyed hash to first and last day, twelve bytes an entry in open addressing.
// SPDX-License-Identifier: EUPL-1.2

/** 64 bits of the keyed hash; zero, which marks a free slot, is never one. */
export interface Tag {
  hi: number
  lo: number
}

/** Days since 1970, 1 to 65,535. */
export interface Days {
  readonly first: number
  readonly last: number
}

export interface SeenTable {
  size(): number
  get(tag: Tag): Days | null
  /** True where it was not known, or not on such a day. */
  add(tag: Tag, first: number, last: number): boolean
  /** Forgets all whose last day is before. */
  forgetBefore(day: number): number
  /** Forgets those seen longest ago until at most so many are left; of the last day of these any. */
  forgetOldest(most: number): number
  entries(): Generator<Tag & Days>
}

const leastSlots = 1_024
/** Beyond it the way to a free slot grows long. */
const fullness = 0.7

export function seenTable(): SeenTable {
  let slots = newSlots(leastSlots)
  let size = 0

  /** The slot of the tag, or the free one where it belongs. */
  function slotOf(tag: Tag): number {
    const { hi, lo, mask } = slots
    let at = tag.lo & mask
    while ((hi[at] !== 0 || lo[at] !== 0) && (hi[at] !== tag.hi || lo[at] !== tag.lo)) at = (at + 1) & mask
    return at
  }

  function put(tag: Tag, first: number, last: number): void {
    const at = slotOf(tag)
    slots.hi[at] = tag.hi
    slots.lo[at] = tag.lo
    slots.first[at] = first
    slots.last[at] = last
  }

  function* entries(): Generator<Tag & Days> {
    const { hi, lo, first, last } = slots
    for (let at = 0; at < hi.length; at++)
      if (hi[at] !== 0 || lo[at] !== 0)
        yield {
          hi: hi[at] as number,
          lo: lo[at] as number,
          first: first[at] as number,
          last: last[at] as number,
        }
  }

  /** Into fresh slots, leaving out what is not kept; gives how many that were. */
  function rebuild(capacity: number, keeps: (last: number) => boolean): number {
    const old = slots
    const before = size
    slots = newSlots(capacity)
    size = 0
    const tag = { hi: 0, lo: 0 }
    for (let at = 0; at < old.hi.length; at++) {
      const last = old.last[at] as number
      if (last === 0 || !keeps(last)) continue
      tag.hi = old.hi[at] as number
      tag.lo = old.lo[at] as number
      put(tag, old.first[at] as number, last)
      size++
    }
    return before - size
  }

  return {
    size: () => size,
    get(tag) {
      const at = slotOf(tag)
      const last = slots.last[at] as number
      return last === 0 ? null : { first: slots.first[at] as number, last }
    },
    add(tag, first, last) {
      const at = slotOf(tag)
      const knownLast = slots.last[at] as number
      if (knownLast === 0) {
        put(tag, first, last)
        size++
        if (size > fullness * slots.hi.length) rebuild(2 * slots.hi.length, () => true)
        return true
      }
      const knownFirst = slots.first[at] as number
      if (first >= knownFirst && last <= knownLast) return false
      slots.first[at] = Math.min(first, knownFirst)
      slots.last[at] = Math.max(last, knownLast)
      return true
    },
    forgetBefore: (day) => rebuild(slots.hi.length, (last) => last >= day),
    forgetOldest(most) {
      if (size <= most) return 0
      const { oldest, ofIt } = boundary(entries(), size - most)
      let left = ofIt
      return rebuild(slots.hi.length, (last) => last > oldest || (last === oldest && left-- <= 0))
    },
    entries,
  }
}

/** The day up to which must be forgotten, and how many of that day itself. */
function boundary(entries: Iterable<Days>, excess: number): { oldest: number; ofIt: number } {
  const perDay = new Map<number, number>()
  for (const { last } of entries) perDay.set(last, (perDay.get(last) ?? 0) + 1)
  let rest = excess
  for (const [day, count] of [...perDay].sort(([one], [two]) => one - two)) {
    if (rest <= count) return { oldest: day, ofIt: rest }
    rest -= count
  }
  return { oldest: 0, ofIt: 0 }
}

function newSlots(capacity: number) {
  return {
    mask: capacity - 1,
    hi: new Uint32Array(capacity),
    lo: new Uint32Array(capacity),
    first: new Uint16Array(capacity),
    last: new Uint16Array(capacity),
  }
}
