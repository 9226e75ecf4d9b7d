// Waits in a test until something holds.
// SPDX-License-Identifier: EUPL-1.2
import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

/** A minute, because machines that run tests are busy; what is wrong never comes, however long one waits. */
const patienceMs = 60_000
const pauseMs = 10

interface Waiting {
  /** Whoever would make it hold; once it has ended nothing is waited for. */
  readonly child?: ChildProcess
  /** What is told beside the failure. */
  readonly said?: () => string | Promise<string>
}

/** Throws when it does not hold within a minute. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  { child, said }: Waiting = {},
): Promise<void> {
  for (const end = performance.now() + patienceMs; !(await holds()); await pause(pauseMs))
    if (performance.now() > end || (child && child.exitCode !== null))
      throw new Error(`waited in vain for ${what}. ${(await said?.()) ?? ''}`)
}
