// Remembers when values were last told, within a bound: the older half goes at once, so that each look-up costs the same.
// SPDX-License-Identifier: EUPL-1.2

export interface Memory {
  get(key: string): number | undefined
  set(key: string, value: number): void
  /** Values that went for want of room. */
  readonly evicted: () => number
  save(): SavedMemory
  load(saved: SavedMemory): void
}

export interface SavedMemory {
  readonly newer: readonly (readonly [string, number])[]
  readonly older: readonly (readonly [string, number])[]
  readonly evicted: number
}

/** Keeps at least half of `max` values, and never more than `max`. */
export function memoryOf(max: number): Memory {
  let newer = new Map<string, number>()
  let older = new Map<string, number>()
  let evicted = 0
  return {
    get: (key) => newer.get(key) ?? older.get(key),
    set(key, value) {
      older.delete(key)
      newer.set(key, value)
      if (newer.size < max / 2) return
      evicted += older.size
      older = newer
      newer = new Map()
    },
    evicted: () => evicted,
    save: () => ({ newer: [...newer], older: [...older], evicted }),
    load(saved) {
      newer = new Map(saved.newer)
      older = new Map(saved.older)
      evicted = saved.evicted
    },
  }
}
