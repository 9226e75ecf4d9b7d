// The heartbeat file: how the running sensor stands, for `sensor status` and for whoever watches the watcher.
// SPDX-License-Identifier: EUPL-1.2
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import type { Untold } from '../indicators/untold.ts'
import { stateLimits } from '../state/limits.ts'

export interface SourceStatus {
  readonly name: string
  readonly kind: string
  readonly behindBytes: number | null
  readonly events: number
  readonly broken: number
  readonly lastEvent: string | null
  readonly note: string | null
}

export interface Heartbeat {
  readonly pid: number
  readonly startedAt: string
  readonly at: string
  readonly status: 'running' | 'waiting' | 'stopped'
  /** Why it waits: the disk is full. */
  readonly trouble: string | null
  readonly events: number
  readonly findings: number
  readonly repeats: number
  readonly brokenRecords: number
  readonly notices: number
  readonly futureEvents: number
  readonly memoryBytes: number
  readonly behindBytes: number
  readonly sources: readonly SourceStatus[]
  readonly moreSources: number
  readonly rules: {
    readonly loaded: number
    readonly unsupported: number
    readonly quarantined: readonly string[]
    readonly blind: number
    readonly blindSources: readonly { readonly logSource: string; readonly rules: number }[]
  }
  readonly pack: { readonly id: string; readonly sequence: number } | null
  /** Why what changed on the disk is not in use; absent in files of older sensors. */
  readonly notInUse?: string | null
  readonly correlation: { readonly late: number; readonly undated: number; readonly forgotten: number }
  /** What was met and not told one by one; absent in files of older sensors. */
  readonly indicators?: Untold
  readonly page: string | null
}

/** In one step, so that nobody reads half of it; it need not last over a loss of power. */
export async function writeHeartbeat(path: string, heartbeat: Heartbeat): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(heartbeat), { mode: 0o600 })
  await rename(`${path}.new`, path)
}

/** Null where no sensor ever ran in the state folder. */
export async function readHeartbeat(path: string): Promise<Heartbeat | null> {
  try {
    const { size } = await stat(path)
    if (size > stateLimits.maxSmallFileBytes) return null
    // The sensor itself wrote it, into a folder that is its own.
    return JSON.parse(await readFile(path, 'utf8')) as Heartbeat
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    if (error instanceof SyntaxError) return null
    throw error
  }
}
