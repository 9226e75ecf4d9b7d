// Columns of numbers that grow, and a table from the key of a patient to a number: small, whatever the hospital's size.
// SPDX-License-Identifier: EUPL-1.2

export interface Column {
  push(value: number): void
  get(at: number): number
  readonly length: () => number
  readonly bytes: () => number
}

export function int32Column(): Column {
  let values = new Int32Array(1_024)
  let length = 0
  return {
    push(value) {
      if (length === values.length) {
        const longer = new Int32Array(length * 2)
        longer.set(values)
        values = longer
      }
      values[length++] = value
    },
    get: (at) => values[at] as number,
    length: () => length,
    bytes: () => values.byteLength,
  }
}

/** First 52 bits of a hexadecimal key: among five million patients two share them with a chance of 1 to 360. */
export function numberOfKey(key: string): number | null {
  return /^[0-9a-f]{13,64}$/i.test(key) ? Number.parseInt(key.slice(0, 13), 16) + 1 : null
}

/** Open addressing; numbers from 1. */
export interface NumberTable {
  /** The place of the number, or -1. */
  find(number: number): number
  /** The place of the number, a new one if need be: places count from 0. */
  place(number: number): number
  readonly size: () => number
  readonly bytes: () => number
}

export function numberTable(): NumberTable {
  let keys = new Float64Array(4_096)
  let places = new Int32Array(4_096)
  let size = 0
  const slotOf = (number: number): number => {
    const mask = keys.length - 1
    // Keys are hashes already; the multiplication keeps numbers that were chosen to collide apart.
    let slot = (Math.imul(number % 0x7fffffff, 0x9e3779b1) ^ Math.floor(number / 0x7fffffff)) & mask
    while (keys[slot] !== 0 && keys[slot] !== number) slot = (slot + 1) & mask
    return slot
  }
  const grow = (): void => {
    const [oldKeys, oldPlaces] = [keys, places]
    keys = new Float64Array(oldKeys.length * 2)
    places = new Int32Array(oldKeys.length * 2)
    for (let at = 0; at < oldKeys.length; at++) {
      const key = oldKeys[at] as number
      if (key === 0) continue
      const slot = slotOf(key)
      keys[slot] = key
      places[slot] = oldPlaces[at] as number
    }
  }
  return {
    find(number) {
      const slot = slotOf(number)
      return keys[slot] === 0 ? -1 : (places[slot] as number)
    },
    place(number) {
      let slot = slotOf(number)
      if (keys[slot] !== 0) return places[slot] as number
      if (size * 2 >= keys.length) {
        grow()
        slot = slotOf(number)
      }
      keys[slot] = number
      places[slot] = size
      return size++
    },
    size: () => size,
    bytes: () => keys.byteLength + places.byteLength,
  }
}
