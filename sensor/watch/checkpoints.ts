// Makes checkpoints as often as their cost allows, and goes on from one at the start.
// SPDX-License-Identifier: EUPL-1.2
import type { SeenKinds } from '../coverage/seen.ts'
import type { Detection } from '../run/detection.ts'
import { asTrouble, StorageTrouble } from '../state/durable.ts'
import type { State } from '../state/state.ts'
import type { Feed, Note } from './feed.ts'
import type { Hunting } from './hunting.ts'
import type { InUse } from './in-use.ts'
import { watchLimits } from './limits.ts'
import { hasPassed } from './passed.ts'
import type { Recorder } from './recorder.ts'
import type { Retention } from './retention.ts'
import type { TimeLine } from './time-line.ts'

export interface Checkpoints {
  readonly trouble: string | null
  /** Something was read since the last one. */
  changed(): void
  makeIfDue(): Promise<void>
  /** False: it could not be written. */
  make(all: boolean): Promise<boolean>
}

export interface CheckpointParts {
  readonly state: State
  readonly inUse: InUse
  readonly kinds: SeenKinds
  readonly hunting: Hunting
  readonly flush: () => void
  readonly recorder: Recorder
  readonly retention: Retention
  readonly time: TimeLine
  readonly feeds: ReadonlyMap<string, Feed>
  readonly clock: () => number
  readonly note: Note
}

export function checkpointsOf(parts: CheckpointParts): Checkpoints {
  const { state, inUse, kinds, recorder, time, feeds, clock, note } = parts
  let lastAt = clock()
  let tookMs = 0
  let isChanged = false
  let trouble: string | null = null
  let withLanes = true

  const sections = (): Map<string, unknown> => {
    const all = new Map<string, unknown>([
      // First, so that whoever only wants to know the kinds need not read the rest.
      ['kinds', kinds.save(clock())],
      ['repeats', recorder.repeats.save()],
      ['time', time.save()],
      ['hunted', parts.hunting.save()],
      ['retention', parts.retention.save()],
    ])
    for (const [name, feed] of feeds) all.set(`feed/${name}`, feed.save())
    if (withLanes)
      for (const [lane, detector] of inUse.detection.detectors) all.set(`lane/${lane}`, detector.save())
    return all
  }
  const flush = (): void => {
    try {
      parts.flush()
    } catch (error) {
      throw asTrouble(state.places.seen, error)
    }
  }
  const write = async (): Promise<void> => {
    try {
      await state.checkpoint(sections())
    } catch (error) {
      if (!(error instanceof RangeError) || !withLanes) throw error
      // More than a text of JavaScript can hold; the positions matter more.
      withLanes = false
      note('The correlations hold too much to be kept over a restart; the positions of the logs are.')
      await state.checkpoint(sections())
    }
  }
  const make = async (all: boolean): Promise<boolean> => {
    const started = performance.now()
    try {
      await recorder.recordRepeats(all)
      flush()
      await write()
      if (trouble !== null) note('Checkpoints can be written again.')
      trouble = null
      isChanged = false
      for (const feed of feeds.values()) await feed.saved()
    } catch (error) {
      if (!(error instanceof StorageTrouble)) throw error
      if (trouble === null) note(error.message)
      trouble = error.message
    }
    lastAt = clock()
    tookMs = performance.now() - started
    return trouble === null
  }
  return {
    get trouble() {
      return trouble
    },
    changed() {
      isChanged = true
    },
    async makeIfDue() {
      const pauseMs = Math.max(
        trouble === null ? watchLimits.checkpointEveryMs : watchLimits.retryMs,
        tookMs * watchLimits.checkpointShare,
      )
      const now = clock()
      const dueAt = recorder.repeats.dueAt()
      if ((isChanged || (dueAt !== null && dueAt <= now)) && hasPassed(lastAt, pauseMs, now))
        await make(false)
    },
    make,
  }
}

/** What the correlations knew; rules that changed since begin anew. */
export function restoreLanes(detection: Detection, state: State, note: Note): void {
  for (const [lane, detector] of detection.detectors) {
    const saved = state.sections?.get(`lane/${lane}`)
    if (saved === undefined) continue
    try {
      detector.load(saved)
    } catch (error) {
      note(
        `What correlations had counted is lost (${error instanceof Error ? error.message : String(error)}); they begin anew.`,
      )
    }
  }
}
