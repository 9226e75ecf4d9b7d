// Takes into use what changed on the disk, without a restart: looks now and then, builds the new beside the old, swaps between events.
// SPDX-License-Identifier: EUPL-1.2
import type { Note } from './feed.ts'
import type { InUse, Outfit } from './in-use.ts'
import { renewalLimits } from './limits.ts'
import { lostBy } from './lost.ts'
import { hasPassed } from './passed.ts'

export interface Renewal {
  /** Called between two events. True: something newer is in use from now on. */
  step(): boolean
  /** Why what changed is not in use; null where nothing is wrong. */
  readonly trouble: string | null
  /** Resolves when the look that is under way has ended. */
  readonly underWay: Promise<void>
  stop(): Promise<void>
}

export interface RenewalOptions {
  readonly inUse: InUse
  /** The same text as long as nothing changed on the disk. */
  readonly mark: () => Promise<string>
  /** As `mark` gave it before that was loaded which is in use. */
  readonly known: string
  readonly build: () => Promise<Outfit>
  readonly note: Note
  readonly clock: () => number
  /** Between two looks, in ms. */
  readonly everyMs: number
}

export function renewalOf(options: RenewalOptions): Renewal {
  const { inUse, note, clock, everyMs } = options
  let { known } = options
  let lookedAt = clock()
  let waitMs = everyMs
  let underWay: Promise<void> | null = null
  let ready: { readonly mark: string; readonly outfit: Outfit } | null = null
  /** What was there at the last look: it is taken when it stays, because somebody may still be copying. */
  let seen = known
  let failed: { readonly mark: string; readonly at: number } | null = null
  let trouble: string | null = null

  const fail = (mark: string, error: unknown): void => {
    const because = error instanceof Error ? error.message : String(error)
    if (trouble !== because) note(`What changed is not in use, and the old goes on: ${because}`)
    trouble = because
    failed = { mark, at: clock() }
  }
  const look = async (): Promise<void> => {
    const mark = await options.mark()
    const isSettled = mark === seen
    seen = mark
    if (mark === known) {
      if (trouble !== null) note('What was in use before is there again.')
      trouble = null
      failed = null
      return
    }
    if (!isSettled) {
      waitMs = Math.min(everyMs, renewalLimits.settleMs)
      return
    }
    if (failed?.mark === mark && !hasPassed(failed.at, renewalLimits.retryMs, clock())) return
    try {
      ready = { mark, outfit: await options.build() }
    } catch (error) {
      fail(mark, error)
    }
  }
  const take = ({ mark, outfit }: NonNullable<typeof ready>): boolean => {
    const before = inUse.equipment
    const { equipment } = outfit
    try {
      const lost = lostBy(before, equipment)
      if (lost !== null) throw new Error(lost)
      inUse.take(outfit)
    } catch (error) {
      equipment.indicators?.close()
      fail(mark, error)
      return false
    }
    known = mark
    trouble = null
    failed = null
    note(
      `What changed is in use: ${equipment.rules.length} rules (before: ${before.rules.length}) and ${equipment.indicators?.size ?? 0} indicators (${before.indicators?.size ?? 0})${packText(outfit)}; ${equipment.faults.length} rules cannot be used.`,
    )
    for (const text of equipment.notes) if (!before.notes.includes(text)) note(text)
    return true
  }
  return {
    get trouble() {
      return trouble
    },
    get underWay() {
      return underWay ?? Promise.resolve()
    },
    step() {
      if (ready !== null) {
        const found = ready
        ready = null
        return take(found)
      }
      if (underWay !== null || !hasPassed(lookedAt, waitMs, clock())) return false
      lookedAt = clock()
      waitMs = everyMs
      underWay = look()
        .catch((error: unknown) => fail(seen, error))
        .finally(() => {
          underWay = null
        })
      return false
    },
    async stop() {
      await underWay
      ready?.outfit.equipment.indicators?.close()
      ready = null
    },
  }
}

function packText({ equipment: { pack } }: Outfit): string {
  return pack === null ? '' : `, pack ${pack.id}, sequence ${pack.sequence}`
}
