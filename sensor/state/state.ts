// The state folder of a running sensor: one writer, findings that last, and a checkpoint to go on from.
// SPDX-License-Identifier: EUPL-1.2
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chainOf } from '../engine/chain.ts'
import { readCheckpoint, type Sections, writeCheckpoint } from './checkpoint.ts'
import { asTrouble, syncFolder } from './durable.ts'
import { daysIn, type JournalMark, type JournalRecord, openJournal } from './journal.ts'
import { stateLimits } from './limits.ts'
import { takeLock } from './lock.ts'
import { privateFolder, type StatePlaces, statePlaces } from './places.ts'
import { recordsSince } from './read-findings.ts'

export interface State {
  readonly places: StatePlaces
  /** As the last checkpoint left it; null at first, or where the checkpoint was damaged. */
  readonly sections: Sections | null
  /** Why a checkpoint that was there is not used, for people. */
  readonly fault: string | null
  /** What was told after the checkpoint, by an earlier process that ended in the middle. */
  readonly toldSince: readonly JournalRecord[]
  append(records: readonly JournalRecord[], now: number): Promise<void>
  /** In one step; what it says was read must be on disk before. */
  checkpoint(sections: Sections): Promise<void>
  /** Removes findings of days before the instant (ms UTC); gives the number of days removed. StorageTrouble: not all. */
  forgetBefore(instant: number): Promise<number>
  close(): Promise<void>
}

/** Throws StateInUse where another sensor works there, StorageTrouble where it cannot write there. */
export async function openState(folder: string): Promise<State> {
  const places = statePlaces(folder)
  try {
    await privateFolder(places.folder)
  } catch (error) {
    throw asTrouble(places.folder, error)
  }
  const lock = await takeLock(places.lock)
  try {
    return await openLocked(places, () => lock.release())
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openLocked(places: StatePlaces, unlock: () => Promise<void>): Promise<State> {
  const { sections, because } = await readCheckpoint(places.checkpoint)
  const journal = await openJournal(places.findings)
  const mark = (sections?.get('journal') ?? null) as JournalMark | null
  return {
    places,
    sections,
    fault:
      because === null
        ? null
        : `The checkpoint in ${places.folder} is not used, because ${because}; it was kept as checkpoint.ndjson.damaged. All logs are read from where they begin; what was told before is not told again.`,
    toldSince: await idsSince(places.findings, mark),
    append: (records, now) => journal.append(records, now),
    checkpoint: (own) => writeCheckpoint(places.checkpoint, new Map([...own, ['journal', journal.mark()]])),
    async forgetBefore(instant) {
      const day = new Date(instant).toISOString().slice(0, 10)
      const old = (await daysIn(places.findings)).filter((one) => one < day)
      try {
        for (const one of old) await rm(join(places.findings, `${one}.ndjson`), { force: true })
        if (old.length > 0) await syncFolder(places.findings)
      } catch (error) {
        throw asTrouble(places.findings, error)
      }
      return old.length
    },
    async close() {
      await journal.close()
      await unlock()
    },
  }
}

/** Without the findings themselves: after a damaged checkpoint it may be those of years. The latest as many as are kept. */
async function idsSince(folder: string, mark: JournalMark | null): Promise<readonly JournalRecord[]> {
  const told = chainOf<JournalRecord>()
  for await (const record of recordsSince(folder, mark)) {
    const { id, toldAt } = record
    const isFinding = 'finding' in record
    // Those told or counted last go last.
    told.put(id, isFinding ? { id, toldAt, count: 1, lastTime: record.finding.time } : record)
    const oldest = told.size() > stateLimits.maxRepeats ? told.oldest() : null
    if (oldest !== null) told.delete(oldest.key)
  }
  return told.entries().map(([, record]) => record)
}
