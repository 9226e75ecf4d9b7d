// What was usual: how often each count of a window came, coarse enough to stay small, and which count so many stay below.
// SPDX-License-Identifier: EUPL-1.2
import { extensionLimits } from './limits.ts'

export interface History {
  add(count: number): void
  /** Windows that were counted, after halving. */
  readonly windows: () => number
  percentile(): number
  save(): readonly (readonly [count: number, times: number])[]
}

export function historyOf(percentile: number, saved: readonly (readonly [number, number])[] = []): History {
  let times = new Map<number, number>(saved)
  let windows = saved.reduce((sum, [, count]) => sum + count, 0)
  let value = valueAt(times, windows, percentile)
  let valueFor = windows

  return {
    add(count) {
      const step = stepOf(count)
      times.set(step, (times.get(step) ?? 0) + 1)
      windows++
      if (windows < extensionLimits.maxWindows) return
      times = new Map([...times].flatMap(([one, many]) => (many > 1 ? [[one, many >> 1] as const] : [])))
      windows = [...times.values()].reduce((sum, many) => sum + many, 0)
      valueFor = 0
    },
    windows: () => windows,
    percentile() {
      // Sorting at every event would cost more than what it tells changes.
      if (windows > valueFor * 1.02) {
        value = valueAt(times, windows, percentile)
        valueFor = windows
      }
      return value
    },
    save: () => [...times].sort(([one], [two]) => one - two),
  }
}

/** Counts up to 64 as they are, above in steps of about three per cent, rounded up. */
function stepOf(count: number): number {
  if (count <= 64) return count
  const size = 2 ** (Math.floor(Math.log2(count)) - 5)
  return Math.ceil(count / size) * size
}

/** Nearest rank, as value_percentile does. */
function valueAt(times: ReadonlyMap<number, number>, windows: number, percentile: number): number {
  const rank = Math.max(1, Math.ceil((percentile / 100) * windows))
  let below = 0
  for (const [count, many] of [...times].sort(([one], [two]) => one - two)) {
    below += many
    if (below >= rank) return count
  }
  return 0
}
