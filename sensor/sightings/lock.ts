// One writer at a time: the running sensor and a person at the keyboard change the same file.
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from 'node:timers/promises'
import { printable } from '../engine/printable.ts'
import { type Lock, StateInUse, takeLock } from '../state/lock.ts'
import { SightingFault } from './fault.ts'

const pauseMs = 20
/** The lock tells processes apart, not the tasks of one. */
const turns = new Map<string, Promise<unknown>>()

/** Waits up to `waitMs` for another process. Throws SightingFault `sightings/busy`. */
export function withLock<T>(path: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const before = turns.get(path) ?? Promise.resolve()
  const turn = before.then(() => locked(path, waitMs, work))
  turns.set(
    path,
    turn.catch(() => undefined),
  )
  return turn
}

async function locked<T>(path: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const lock = await taken(path, waitMs)
  try {
    return await work()
  } finally {
    await lock.release()
  }
}

async function taken(path: string, waitMs: number): Promise<Lock> {
  for (let waited = 0; ; waited += pauseMs) {
    try {
      return await takeLock(path)
    } catch (error) {
      if (!(error instanceof StateInUse)) throw error
      if (waited >= waitMs)
        throw new SightingFault(
          'sightings/busy',
          `Another process of the sensor holds ${printable(path, 500)}.`,
          'Wait until it has ended, then try again.',
          { isPassing: true, cause: error },
        )
    }
    await pause(pauseMs)
  }
}
