// Holds hits back until no earlier one can come, and hands them out in the order of event time.
// SPDX-License-Identifier: EUPL-1.2
import { byTime, correlationLimits, type Hit } from './hit.ts'

export interface Waiting {
  /** Gives those that are due, in order. */
  add(hit: Hit): readonly Hit[]
  /** Gives those before an instant that no earlier event can come after; later ones of before it are late. */
  advance(instant: number): readonly Hit[]
  /** From the instant on hits are in time again, whatever `advance` was told. */
  rewind(instant: number): void
  finish(): readonly Hit[]
  /** Hits that came after their time was over; they are counted and left out. */
  readonly late: () => number
  save(): unknown
  load(saved: unknown): void
}

/** Sorting only once so many have gathered: the order is the same, and each hit is moved a few times only. */
const batch = 256

export function waitingRoom(latenessMs: number, maxWaiting: number = correlationLimits.maxWaiting): Waiting {
  let hits: Hit[] = []
  let newest = Number.NEGATIVE_INFINITY
  /** What is older than this was worked off; an event exactly so old is still in time. */
  let done = Number.NEGATIVE_INFINITY
  let late = 0
  let sortedAt = 0

  const release = (before: number): readonly Hit[] => {
    hits.sort(byTime)
    let count = 0
    while (count < hits.length && (hits[count] as Hit).at < before) count++
    done = Math.max(done, before)
    return hits.splice(0, count)
  }
  return {
    add(hit) {
      if (hit.at < done || hit.at < newest - latenessMs) {
        late++
        return []
      }
      newest = Math.max(newest, hit.at)
      hits.push(hit)
      if (hits.length >= maxWaiting) {
        hits.sort(byTime)
        const middle = hits[hits.length >> 1]?.at ?? newest
        // All of one instant: they cannot be told apart by time, and are worked off together.
        return release(middle > (hits[0]?.at ?? 0) ? middle : middle + 1)
      }
      // Where nothing is due before the end there is nothing to sort for.
      if (newest - latenessMs <= done || hits.length - sortedAt < batch) return []
      const due = release(newest - latenessMs)
      sortedAt = hits.length
      return due
    },
    advance(instant) {
      if (instant <= done) return []
      const due = release(instant)
      sortedAt = hits.length
      return due
    },
    rewind(instant) {
      done = Math.min(done, instant)
    },
    finish() {
      sortedAt = 0
      return hits.sort(byTime).splice(0)
    },
    late: () => late,
    save: () => ({ hits, newest: finite(newest), done: finite(done), late }),
    load(saved) {
      const state = saved as { hits: Hit[]; newest: number | null; done: number | null; late: number }
      hits = [...state.hits]
      newest = state.newest ?? Number.NEGATIVE_INFINITY
      done = state.done ?? Number.NEGATIVE_INFINITY
      late = state.late
      sortedAt = 0
    },
  }
}

/** JSON has no infinity. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
