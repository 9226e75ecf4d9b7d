// Finds the files to scan and turns each into events by the parser that recognises it.
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenedLog, openLog } from '../parsers/list.ts'

const chunkBytes = 256 * 1024
const maxDepth = 64

/** Every file below the paths, in the order of their names; links inside of folders are not followed. */
export async function* filesBelow(path: string, depth = 0): AsyncGenerator<string> {
  const found = depth === 0 ? await stat(path) : await lstat(path)
  if (found.isFile()) yield path
  if (!found.isDirectory() || depth > maxDepth) return
  for (const name of (await readdir(path)).sort()) yield* filesBelow(join(path, name), depth + 1)
}

export interface LogFile extends OpenedLog {
  readonly bytesRead: () => number
}

/** Reads on only as fast as its events are taken. */
export async function openLogFile(path: string, now: number): Promise<LogFile> {
  let bytes = 0
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
      // A file opened without an encoding gives bytes.
      const part = chunk as Buffer
      bytes += part.length
      yield part
    }
  }
  return { ...(await openLog(chunks(), { source: path, now })), bytesRead: () => bytes }
}
