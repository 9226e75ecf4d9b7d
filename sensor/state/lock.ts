// One writer of a state folder: a lock that tells who holds it, and that does not outlive its process.
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { asTrouble } from './durable.ts'

export interface Lock {
  release(): Promise<void>
}

/** Another sensor works in the folder. */
export class StateInUse extends Error {}

const holderSchema = z.object({
  pid: z.int().positive(),
  /** Ticks since the start of the machine, and which start that was; null where the system does not tell. */
  startedAt: z.string().max(100).nullable(),
  boot: z.string().max(100).nullable(),
})
type Holder = z.infer<typeof holderSchema>

const attempts = 3

export async function takeLock(path: string): Promise<Lock> {
  const own: Holder = { pid: process.pid, startedAt: startOf(process.pid), boot: bootId() }
  const text = JSON.stringify(own)
  const mine = `${path}.${process.pid}`
  try {
    await writeFile(mine, text, { mode: 0o600 })
  } catch (error) {
    throw asTrouble(path, error)
  }
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (await linked(mine, path)) return { release: () => release(path, text) }
      const found = await readFile(path, 'utf8').catch(() => null)
      if (found === null) continue
      const holder = holderOf(found)
      if (holder !== null && isAlive(holder))
        throw new StateInUse(
          `Another sensor (process ${holder.pid}) works in the state folder, as ${path} says. End it first, or name another folder with --state.${doubtAbout(holder)}`,
        )
      await removeStale(path, found)
    }
  } finally {
    await rm(mine, { force: true })
  }
  throw new StateInUse(`Several sensors start in the same state folder (${path}). Start one of them.`)
}

/** Where the system tells no starts, the number may be that of another program since the machine was started anew. */
function doubtAbout({ startedAt }: Holder): string {
  return startedAt === null ? ' If that process is no sensor, remove the file.' : ''
}

/** A hard link is made by one only, however many try. */
async function linked(mine: string, path: string): Promise<boolean> {
  try {
    await link(mine, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw asTrouble(path, error)
  }
}

/** Moved before it is removed: where another took the lock in between, his is put back. */
async function removeStale(path: string, seen: string): Promise<void> {
  const aside = `${path}.stale.${process.pid}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const moved = await readFile(aside, 'utf8').catch(() => seen)
  if (moved !== seen) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

async function release(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => null)) === text) await rm(path, { force: true })
}

/** Null: cut off when the machine lost its power; then nobody holds it. */
function holderOf(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** A number of a process is used again: only the start tells whether it is still the same. */
function isAlive({ pid, startedAt, boot }: Holder): boolean {
  if (boot !== null && boot !== bootId()) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
  }
  return startedAt === null || startedAt === startOf(pid)
}

/** The 22nd word of /proc/PID/stat, counted behind the name, which may hold blanks. */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return null
  }
}
