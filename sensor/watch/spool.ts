// The source of files that are dropped into the spool folder: read whole, then moved to done/ or failed/.
// SPDX-License-Identifier: EUPL-1.2
import { lstat, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Broken, isBroken, type LogEvent } from '../event/event.ts'
import type { Batch, Feed, Note } from './feed.ts'
import { isLeftAlone, logOf } from './tail/paths.ts'
import { newPosition, type Position } from './tail/position.ts'
import { closed, opened, type TailContext, type Tracked, tracked } from './tail/tracked.ts'
import { wholeBatch } from './tail/whole-log.ts'

interface Dropped {
  readonly position: Position
  /** Read to its end; it is moved when a checkpoint says so. */
  outcome: 'reading' | 'done' | 'failed' | 'moved'
  because: string | null
}

export interface SpoolFeed extends Feed {
  /** Nothing waits in the folder. */
  isEmpty(): boolean
}

/** Names that programs give to files that they are still writing. */
const unfinished = /^\.|\.(?:part|tmp|crdownload|filepart|swp)$|~$/i

export async function spoolFeed(
  folder: string,
  context: () => TailContext,
  saved: readonly Dropped[] | null,
  note: Note,
): Promise<SpoolFeed> {
  for (const name of ['done', 'failed']) await mkdir(join(folder, name), { recursive: true, mode: 0o700 })
  const files = new Map<string, Dropped>()
  for (const one of saved ?? []) files.set(one.position.path, { ...one, position: { ...one.position } })
  const odd = new Set<string>()
  let reading: { readonly log: Tracked; readonly file: Dropped } | null = null
  let waiting = 0

  const list = async (): Promise<readonly string[]> => {
    const names = await readdir(folder).catch((error: unknown) => {
      noteOnce(odd, note, folder, `${folder} cannot be read: ${String(error)}`)
      return []
    })
    return names.filter((name) => name !== 'done' && name !== 'failed' && !unfinished.test(name)).sort()
  }
  /** Null: it is no file, or still being written, or read already and waits to be moved. */
  const begin = async (name: string, now: number): Promise<{ log: Tracked; file: Dropped } | null> => {
    const path = join(folder, name)
    const found = await lstat(path, { bigint: true }).catch(() => null)
    if (found === null) return null
    if (!found.isFile()) {
      noteOnce(odd, note, path, `${path} is no file, so it is not read.`)
      return null
    }
    const { size, changedMs, device, inode } = logOf(path, found)
    const known = files.get(path)
    const isSame = known?.position.inode === inode && known.position.device === device
    const file: Dropped =
      known && isSame
        ? known
        : { position: newPosition(path, path, device, inode), outcome: 'reading', because: null }
    if (file.outcome !== 'reading') return null
    waiting++
    if (!isLeftAlone({ changedMs }, now)) return null
    files.set(path, file)
    const log = tracked(file.position, now)
    Object.assign(log, { size, changedMs })
    return { log, file }
  }
  return {
    isEmpty: () => waiting === 0 && reading === null,
    async *batches(now) {
      if (reading === null) {
        waiting = 0
        for (const name of await list()) {
          reading = await begin(name, now)
          if (reading !== null) break
        }
      }
      if (reading === null) return
      const { log, file } = reading
      const fail = async (error: unknown) => {
        file.outcome = 'failed'
        file.because = error instanceof Error ? error.message : String(error)
        await closed(log)
        reading = null
      }
      const { name } = file.position
      try {
        const batch = await wholeBatch(log, await opened(log), context(), 'spool')
        const seen = { fault: null as string | null }
        yield {
          ...batch,
          items: watched(batch.items, seen),
          async commit() {
            await batch.commit()
            if (!batch.ended()) return
            const isRead = file.position.events > 0 || seen.fault === null
            file.outcome = isRead ? 'done' : 'failed'
            file.because = seen.fault
            await closed(log)
            reading = null
          },
          fail,
        } satisfies Batch
      } catch (error) {
        // Handed out all the same, so that a checkpoint follows and the file is moved.
        yield { name, lane: 'spool', items: failing(error), commit: async () => undefined, more: false, fail }
      }
    },
    status: () => [
      {
        name: folder,
        kind: 'spool',
        lane: 'spool',
        behindBytes: null,
        note: reading === null ? `${waiting} files wait` : `reads ${basename(reading.file.position.path)}`,
      },
    ],
    save: () => [...files.values()],
    async saved() {
      for (const [path, file] of files) {
        if (file.outcome === 'done' || file.outcome === 'failed')
          await moveAway(folder, path, file, note, (text) => noteOnce(odd, note, `stuck ${path}`, text))
        if (file.outcome === 'moved' || !(await isThere(path))) files.delete(path)
      }
    },
    async close() {
      if (reading !== null) await closed(reading.log)
    },
  }
}

async function* watched(
  items: AsyncIterable<LogEvent | Broken>,
  seen: { fault: string | null },
): AsyncGenerator<LogEvent | Broken> {
  for await (const item of items) {
    if (isBroken(item)) seen.fault ??= item.fault
    yield item
  }
}

async function* failing(error: unknown): AsyncGenerator<LogEvent | Broken> {
  yield* [] as LogEvent[]
  throw error
}

async function moveAway(folder: string, path: string, file: Dropped, note: Note, stuck: Note): Promise<void> {
  const { outcome, because } = file
  const target = await freeName(join(folder, outcome === 'failed' ? 'failed' : 'done', basename(path)))
  try {
    await rename(path, target)
    file.outcome = 'moved'
    if (outcome === 'failed')
      await writeFile(`${target}.because.txt`, `${because ?? 'no event was found in it'}\n`, { mode: 0o600 })
    if (outcome === 'failed') note(`${path} could not be read (${because}); it is now ${target}.`)
  } catch (error) {
    // It stays where it is, known as read, and is moved when that can be done.
    if (await isThere(path))
      stuck(
        `${path} was read and could not be moved: ${error instanceof Error ? error.message : String(error)}`,
      )
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null
}

async function freeName(path: string): Promise<string> {
  for (let number = 0; ; number++) {
    const name = number === 0 ? path : `${path}.${number}`
    if ((await stat(name).catch(() => null)) === null) return name
  }
}

function noteOnce(told: Set<string>, note: Note, key: string, text: string): void {
  if (told.has(key)) return
  told.add(key)
  note(text)
}
