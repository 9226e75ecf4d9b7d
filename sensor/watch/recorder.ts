// Puts findings on disk, each once, and then tells them; where the disk is full it waits, and so does all reading.
// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../engine/finding.ts'
import { type Repeats, repeatsCounter } from '../run/repeats.ts'
import { StorageTrouble } from '../state/durable.ts'
import type { JournalRecord } from '../state/journal.ts'
import type { State } from '../state/state.ts'
import type { Note } from './feed.ts'
import { watchLimits } from './limits.ts'

/** The sensor is stopped while the disk is full: what was found is found again at the next start. */
export class StoppedWaiting extends Error {}

export interface Recorder {
  readonly repeats: Repeats
  readonly counts: { findings: number; repeats: number }
  /** What keeps the sensor from writing; null where nothing does. */
  readonly trouble: string | null
  /** On disk and told when it resolves. */
  record(findings: readonly Finding[]): Promise<void>
  /** How often what was told has come since. */
  recordRepeats(all: boolean): Promise<void>
}

export interface RecorderOptions {
  readonly state: State
  readonly tell: (finding: Finding) => Promise<void>
  readonly clock: () => number
  readonly pause: (ms: number) => Promise<void>
  readonly stop: AbortSignal
  readonly note: Note
}

export function recorderOn({ state, tell, clock, pause, stop, note }: RecorderOptions): Recorder {
  const repeats = repeatsCounter()
  const saved = state.sections?.get('repeats')
  if (saved !== undefined) repeats.load(saved)
  repeats.remember(state.toldSince)
  const counts = { findings: 0, repeats: 0 }
  let trouble: string | null = null

  const append = async (records: readonly JournalRecord[]): Promise<void> => {
    if (records.length === 0) return
    for (;;) {
      try {
        await state.append(records, clock())
        if (trouble !== null) note('The state folder can be written again; the sensor goes on.')
        trouble = null
        return
      } catch (error) {
        if (!(error instanceof StorageTrouble)) throw error
        if (trouble === null) note(error.message)
        trouble = error.message
      }
      if (stop.aborted) throw new StoppedWaiting(trouble)
      await pause(watchLimits.retryMs)
    }
  }
  return {
    repeats,
    counts,
    get trouble() {
      return trouble
    },
    async record(findings) {
      if (findings.length === 0) return
      const now = clock()
      const toldAt = new Date(now).toISOString()
      const records: { id: string; toldAt: string; finding: Finding }[] = []
      for (const finding of findings) {
        const { id, isNew } = repeats.see(finding, now)
        if (isNew) records.push({ id, toldAt, finding })
        else counts.repeats++
      }
      await append(records)
      counts.findings += records.length
      for (const { finding } of records) await tell(finding)
    },
    recordRepeats: (all) => append(repeats.grown(clock(), all)),
  }
}
