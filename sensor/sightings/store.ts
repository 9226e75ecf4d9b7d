// The sightings of a state folder: read, and changed by one at a time, whole or not at all.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { writeDurably } from '../state/durable.ts'
import { privateFolder, statePlaces } from '../state/places.ts'
import { readOwn } from './files.ts'
import { lockWaitMs, maxStateBytes } from './limits.ts'
import { withLock } from './lock.ts'
import { emptyState, type SightingState, stateShape } from './shapes.ts'

export interface SightingStore {
  /** The folder of its own inside of the state folder. */
  readonly folder: string
  read(): Promise<SightingState>
  /** Answers with the state that is now on the disk. */
  change(next: (state: SightingState) => SightingState): Promise<SightingState>
  /** Only one process sends; the file itself stays free for others meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

/** `stateFolder` is the sensor's; nothing is read or written until something is asked. */
export function sightingStore(stateFolder: string): SightingStore {
  const folder = statePlaces(stateFolder).sightings
  const file = join(folder, 'sightings.json')
  const read = async () => (await readOwn(file, stateShape, maxStateBytes)) ?? emptyState()
  return {
    folder,
    read,
    async change(next) {
      await privateFolder(folder)
      return withLock(join(folder, 'write.lock'), lockWaitMs, async () => {
        const before = await read()
        const after = next(before)
        if (after !== before) await writeDurably(file, [`${JSON.stringify(stateShape.parse(after))}\n`])
        return after
      })
    },
    async alone(work) {
      await privateFolder(folder)
      return withLock(join(folder, 'send.lock'), 0, work)
    },
  }
}
