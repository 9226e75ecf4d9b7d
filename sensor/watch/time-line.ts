// How far time has come in each lane: correlations wait for events that may still come, and not for ever.
// SPDX-License-Identifier: EUPL-1.2
import type { Lane } from '../run/detection.ts'
import { watchLimits } from './limits.ts'
import { hasPassed } from './passed.ts'

export interface TimeLine {
  /** A batch of a source was read; `newestAt` is the latest time in it, ms UTC. */
  read(lane: Lane, source: string, newestAt: number | null, more: boolean): void
  /**
   * At the end of a round that began at `startedAt`: the instant before which nothing is to come, or null. A source that
   * has more to read than it had a turn for holds the others back.
   */
  live(startedAt: number): number | null
  /** All files of the spool were read, and no new one came for a while. */
  spool(isEmpty: boolean, now: number): number | null
  save(): unknown
}

interface Saved {
  readonly spoolNewest: number | null
}

export function timeLine(latenessMs: number, saved: unknown): TimeLine {
  const behind = new Map<string, number>()
  // Written by `save`; of another version nothing is needed.
  let spoolNewest = (saved as Saved | null | undefined)?.spoolNewest ?? null
  let emptySince: number | null = null
  return {
    read(lane, source, newestAt, more) {
      if (lane === 'spool') {
        emptySince = null
        if (newestAt !== null) spoolNewest = Math.max(spoolNewest ?? newestAt, newestAt)
      } else if (more && newestAt !== null)
        behind.set(source, Math.max(behind.get(source) ?? newestAt, newestAt))
    },
    live(startedAt) {
      const instant = Math.min(startedAt, ...behind.values())
      behind.clear()
      return instant - latenessMs
    },
    spool(isEmpty, now) {
      if (!isEmpty) emptySince = null
      else emptySince ??= now
      if (emptySince === null || spoolNewest === null) return null
      if (!hasPassed(emptySince, watchLimits.spoolQuietMs, now)) return null
      const instant = spoolNewest + 1
      spoolNewest = null
      return instant
    },
    save: () => ({ spoolNewest }) satisfies Saved,
  }
}
