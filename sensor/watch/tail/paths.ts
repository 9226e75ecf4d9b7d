// Finds the files below the configured paths: a file, a folder with all below it, or a name with `*` in its last part.
// SPDX-License-Identifier: EUPL-1.2
import type { BigIntStats } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { tailLimits } from '../limits.ts'

export interface FoundLog {
  readonly path: string
  readonly device: string
  readonly inode: string
  readonly size: number
  readonly changedMs: number
}

export interface Found {
  readonly logs: readonly FoundLog[]
  /** Path → why it cannot be looked at; a path that is not there yet is none of them. */
  readonly faults: ReadonlyMap<string, string>
}

/** In the order of the paths and of the names below. `without`: the sensor's own folders. */
export async function findLogs(paths: readonly string[], without: readonly string[]): Promise<Found> {
  const logs: FoundLog[] = []
  const faults = new Map<string, string>()
  const seen = new Set<string>()
  const add = (path: string, found: BigIntStats): void => {
    if (seen.has(path)) return
    seen.add(path)
    if (logs.length >= tailLimits.maxFiles)
      faults.set(path, `more than ${tailLimits.maxFiles} files; this one is not read`)
    else logs.push(logOf(path, found))
  }
  const look = async (path: string, depth: number): Promise<void> => {
    if (without.some((own) => path === own || path.startsWith(own + sep))) return
    try {
      const found = await (depth === 0 ? stat : lstat)(path, { bigint: true })
      if (found.isFile()) return add(path, found)
      if (!found.isDirectory()) return
      if (depth > tailLimits.maxFolderDepth) {
        faults.set(path, `it is more than ${tailLimits.maxFolderDepth} folders deep`)
        return
      }
      for (const name of (await readdir(path)).sort()) await look(join(path, name), depth + 1)
    } catch (error) {
      if (!isMissing(error)) faults.set(path, error instanceof Error ? error.message : String(error))
    }
  }
  for (const path of paths) for (const one of await namesLike(path)) await look(one, 0)
  return { logs, faults: new Map([...faults].slice(0, 1_000)) }
}

export function logOf(path: string, { dev, ino, size, mtimeMs }: BigIntStats): FoundLog {
  return { path, device: String(dev), inode: String(ino), size: Number(size), changedMs: Number(mtimeMs) }
}

/** Left alone for a while, as far as its date tells: another program may still be writing. */
export function isLeftAlone({ changedMs }: Pick<FoundLog, 'changedMs'>, now: number): boolean {
  const ageMs = now - changedMs
  return ageMs >= tailLimits.settleMs || ageMs < -tailLimits.maxAheadMs
}

async function namesLike(given: string): Promise<readonly string[]> {
  const path = resolve(given)
  const name = basename(path)
  if (!name.includes('*')) return [path]
  const parts = name.split('*')
  const names = await readdir(dirname(path)).catch(() => [])
  return names
    .filter((one) => isLike(one, parts))
    .sort()
    .map((one) => join(dirname(path), one))
}

/** Each part is looked for behind the one before, so that no pattern takes long. */
function isLike(name: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
    return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return at <= name.length - last.length
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
