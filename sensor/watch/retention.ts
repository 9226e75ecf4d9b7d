// Removes findings that are older than they are kept: a day of them an hour, so that a clock far ahead does not take all.
// SPDX-License-Identifier: EUPL-1.2
import { StorageTrouble } from '../state/durable.ts'
import type { State } from '../state/state.ts'
import type { Note } from './feed.ts'
import { watchLimits } from './limits.ts'
import { hasPassed } from './passed.ts'

export interface Retention {
  removeIfDue(): Promise<void>
  /** For the checkpoint: a restart must not take the clock at its word either. */
  save(): unknown
}

export interface RetentionOptions {
  readonly state: Pick<State, 'forgetBefore'>
  /** How long findings are kept, in ms. */
  readonly keptMs: number
  /** As `save` gave it before a restart. */
  readonly saved: unknown
  readonly note: Note
  readonly clock: () => number
}

export function retentionOf({ state, keptMs, saved, note, clock }: RetentionOptions): Retention {
  let lookedAt = Number.NEGATIVE_INFINITY
  /** The instant by which was removed last; it follows the clock, and forwards only in steps. */
  let reached = typeof saved === 'number' ? saved : clock()
  return {
    async removeIfDue() {
      const now = clock()
      if (!hasPassed(lookedAt, watchLimits.retentionEveryMs, now)) return
      lookedAt = now
      reached = Math.min(now, reached + watchLimits.retentionStepMs)
      try {
        const days = await state.forgetBefore(reached - keptMs)
        if (days > 0)
          note(
            `Findings of ${days} ${days === 1 ? 'day' : 'days'} are older than the configuration keeps them and were removed.`,
          )
      } catch (error) {
        if (!(error instanceof StorageTrouble)) throw error
        note(`Findings that are older than the configuration keeps them are still there: ${error.message}`)
      }
    },
    save: () => reached,
  }
}
