// Finds the files to scan and turns each into events by the parser that recognises it.
// SPDX-License-Identifier: EUPL-1.2
import { lstat, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenedLog, openLog } from '../parsers/list.ts'
import type { ReadingContext } from '../parsers/parser.ts'

const chunkBytes = 256 * 1024
const maxDepth = 64

export type FoundFile =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: number }
  /** Could not be looked at (failed), or is not looked at on purpose (leftOut). */
  | { readonly kind: 'failed' | 'leftOut'; readonly path: string; readonly because: string }

/** Every file below the path, in the order of the names, and whatever stands there and is not looked at. */
export async function* filesBelow(path: string, depth = 0): AsyncGenerator<FoundFile> {
  try {
    const found = depth === 0 ? await stat(path) : await lstat(path)
    if (found.isFile()) yield { kind: 'file', path, bytes: found.size }
    else if (!found.isDirectory()) yield notLooked(path, depth, found.isSymbolicLink())
    else if (depth > maxDepth)
      yield { kind: 'failed', path, because: `is a folder more than ${maxDepth} deep` }
    else for (const name of (await readdir(path)).sort()) yield* filesBelow(join(path, name), depth + 1)
  } catch (error) {
    // A folder that may not be read, a file that is gone since: all the others are scanned.
    yield { kind: 'failed', path, because: whyUnread(error) }
  }
}

/** A device or a pipe never ends, and a link may lead anywhere, also back; but what was named was asked for. */
function notLooked(path: string, depth: number, isLink: boolean): FoundFile {
  const because = isLink ? 'is a link, which is not followed' : 'is neither a file nor a folder'
  return { kind: depth === 0 ? 'failed' : 'leftOut', path, because }
}

/** In words that follow the path: "… does not exist." */
export function whyUnread(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'does not exist. Look at the path and run the command again.'
  if (code === 'EACCES' || code === 'EPERM')
    return 'may not be read by this account. Run the sensor with an account that may.'
  return `could not be read: ${error instanceof Error ? error.message : String(error)}`
}

export interface LogFile extends OpenedLog {
  readonly bytesRead: () => number
}

/** Part of a file, behind a header that each part is read with. */
export interface FileRange {
  readonly headerBytes: number
  readonly start: number
  /** The first byte that no longer belongs to it. */
  readonly end: number
}

/** Reads on only as fast as its events are taken. */
export async function openLogFile(
  path: string,
  context: Omit<ReadingContext, 'source'>,
  range: FileRange | null = null,
): Promise<LogFile> {
  let bytes = 0
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const file = await open(path)
    try {
      if (range !== null && range.headerBytes > 0) yield await firstBytes(file, range.headerBytes)
      // To where it ends now: a file that grows, perhaps by the findings of this scan, might never end.
      const { start, end } = range ?? { start: 0, end: (await file.stat()).size }
      if (end <= start) return
      for await (const chunk of file.createReadStream({ start, end: end - 1, highWaterMark: chunkBytes })) {
        // A file opened without an encoding gives bytes.
        const part = chunk as Buffer
        bytes += part.length
        yield part
      }
    } finally {
      await file.close()
    }
  }
  return { ...(await openLog(chunks(), { ...context, source: path })), bytesRead: () => bytes }
}

async function firstBytes(file: Awaited<ReturnType<typeof open>>, count: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(count)
  const { bytesRead } = await file.read(bytes, 0, count, 0)
  return bytes.subarray(0, bytesRead)
}
