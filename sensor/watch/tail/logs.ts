// Keeps the list of logs that are followed: new ones, renamed ones, ended ones, and copies of what was read already.
// SPDX-License-Identifier: EUPL-1.2
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { tailLimits } from '../limits.ts'
import { type FoundLog, findLogs, isLeftAlone, logOf } from './paths.ts'
import { emptyMark, keyOf, newPosition, type Position } from './position.ts'
import { contentAt } from './same-content.ts'
import { closed, type Tracked, tracked } from './tracked.ts'

interface Ended {
  readonly position: Position
  readonly at: number
  /** Something of it may stand under a name that is not followed. */
  sought: boolean
}

export interface SavedLogs {
  readonly positions: readonly Position[]
  readonly ended: readonly Ended[]
}

export interface Logs {
  readonly all: ReadonlyMap<string, Tracked>
  readonly faults: ReadonlyMap<string, string>
  /** Packed files that are still being written, by path, with their bytes. */
  readonly unfinished: ReadonlyMap<string, number>
  look(now: number): Promise<void>
  /** The log was cut off or holds something else; what it is now shows at the next look, and a copy is looked for. */
  replaced(log: Tracked, now: number): Promise<void>
  /** Read to its end and gone. */
  retire(log: Tracked, now: number): Promise<void>
  save(): SavedLogs
}

const seekForMs = 3_600_000

export function logsBelow(
  paths: readonly string[],
  without: readonly string[],
  saved: SavedLogs | null,
): Logs {
  const all = new Map<string, Tracked>()
  let ended: Ended[] = [...(saved?.ended ?? [])].map((one) => ({ ...one, position: { ...one.position } }))
  /** Copies of logs that are still followed under their own name. */
  const copies = new Map<string, { readonly of: Position; readonly hash: string; readonly size: number }>()
  let faults: ReadonlyMap<string, string> = new Map()
  const unfinished = new Map<string, number>()
  for (const position of saved?.positions ?? []) all.set(keyOf(position), tracked({ ...position }, 0))

  const end = (position: Position, now: number, sought: boolean): void => {
    ended.push({ position: { ...position }, at: now, sought: sought && position.offset > 0 })
    ended = ended.slice(-tailLimits.maxEnded)
  }
  const update = (log: Tracked, { path, size, changedMs }: FoundLog, now: number): void => {
    log.position.path = path
    if (log.size !== size || log.changedMs !== changedMs || log.gone) {
      log.idle = false
      log.seenChangeAt = now
    }
    Object.assign(log, { size, changedMs, gone: false })
  }
  const isStillCopy = (found: FoundLog): boolean => {
    const copy = copies.get(keyOf(found))
    if (!copy) return false
    const original = all.get(keyOf(copy.of))
    if (original && !original.gone && original.position.head.hash === copy.hash && copy.size === found.size)
      return true
    copies.delete(keyOf(found))
    return false
  }
  /** Where to begin in a file that was not seen before; null: it is a copy of one that is followed. */
  const begin = async (found: FoundLog): Promise<Position | null> => {
    const fresh = newPosition(found.path, found.path, found.device, found.inode)
    const known = await contentAt(found.path, async (content) => {
      for (const one of [...ended].reverse())
        if (await content.continues(one.position))
          return { one, position: continued(one.position, found, content.isPacked) }
      // Also of one that is gone and not read to its end yet: the copy goes on from there.
      for (const { position } of all.values())
        if (position.offset > 0 && (await content.continues(position))) return { one: null, position }
      return null
    })
    if (known === null) return fresh
    if (known.one !== null) {
      ended = ended.filter((one) => one !== known.one)
      return known.position
    }
    copies.set(keyOf(found), { of: known.position, hash: known.position.head.hash, size: found.size })
    return null
  }
  const add = (position: Position, found: FoundLog, now: number, gone: boolean): void => {
    const log = tracked(position, now)
    Object.assign(log, { size: found.size, changedMs: found.changedMs, gone })
    all.set(keyOf(found), log)
  }
  /** The rest of a log that was renamed, copied or packed under a name that is not followed. */
  const seek = async (one: Ended, now: number): Promise<void> => {
    const { position } = one
    for (const found of await siblingsOf(position)) {
      if (all.has(keyOf(found)) || !isLeftAlone(found, now)) continue
      const rest = await contentAt(found.path, async (content) =>
        (await content.continues(position)) ? continued(position, found, content.isPacked) : null,
      )
      if (rest === null) continue
      one.sought = false
      add(rest, found, now, true)
      return
    }
  }
  return {
    all,
    get faults() {
      return faults
    },
    unfinished,
    async look(now) {
      const found = await findLogs(paths, without)
      faults = found.faults
      const listed = new Set(found.logs.map(keyOf))
      for (const [key, log] of all) {
        if (listed.has(key) || log.gone) continue
        log.gone = true
        log.idle = false
        if (log.file !== null) continue
        // Not open, and no longer where it was: its rest can only be found by its content.
        all.delete(key)
        end(log.position, now, true)
      }
      unfinished.clear()
      for (const one of found.logs) {
        const known = all.get(keyOf(one))
        if (known) update(known, one, now)
        else if (one.size === 0 || isStillCopy(one)) continue
        else if (isPackedName(one.path) && !isLeftAlone(one, now)) unfinished.set(one.path, one.size)
        else {
          const position = await begin(one)
          if (position !== null) add(position, one, now, false)
        }
      }
      for (const one of ended) {
        if (one.sought && now - one.at < seekForMs) await seek(one, now)
        else one.sought = false
      }
    },
    async replaced(log, now) {
      await closed(log)
      all.delete(keyOf(log.position))
      end(log.position, now, true)
    },
    async retire(log, now) {
      await closed(log)
      all.delete(keyOf(log.position))
      end(log.position, now, false)
    },
    save: () => ({ positions: [...all.values()].map(({ position }) => position), ended }),
  }
}

/** Another program may still be packing. */
function isPackedName(path: string): boolean {
  return /\.gz$/i.test(path)
}

/** The marks are of what is in the packed file, and cannot be compared with its own bytes. */
function continued(position: Position, { path, device, inode }: FoundLog, isPacked: boolean): Position {
  const kind = isPacked ? 'whole' : position.kind
  return {
    ...position,
    path,
    device,
    inode,
    kind,
    ...(isPacked ? { events: 0, done: null, head: emptyMark } : {}),
  }
}

/** Files beside it whose names begin as its own. */
async function siblingsOf({ path }: Position): Promise<readonly FoundLog[]> {
  const stem = basename(path).replace(/\.[^.]*$/, '')
  const names = await readdir(dirname(path)).catch(() => [])
  const found: FoundLog[] = []
  for (const name of names.sort().slice(0, tailLimits.maxFiles)) {
    if (!name.startsWith(stem)) continue
    const sibling = join(dirname(path), name)
    const stats = await stat(sibling, { bigint: true }).catch(() => null)
    if (stats?.isFile()) found.push(logOf(sibling, stats))
  }
  return found
}
