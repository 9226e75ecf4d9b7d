// Reads back the files that the sensor keeps of its sightings, and trusts none that has another form.
// SPDX-License-Identifier: EUPL-1.2
import { open, readFile, rm, stat } from 'node:fs/promises'
import type { z } from 'zod'
import { printable } from '../engine/printable.ts'
import { SightingFault } from './fault.ts'

/** Null where the file is not there. Throws SightingFault where it is not what this sensor wrote. */
export async function readOwn<T>(path: string, shape: z.ZodType<T>, maxBytes: number): Promise<T | null> {
  let text: string
  try {
    if ((await stat(path)).size > maxBytes) throw damaged(path, `is larger than ${maxBytes} bytes`)
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null
    throw error
  }
  const parsed = shape.safeParse(jsonOf(path, text))
  if (!parsed.success) throw damaged(path, 'does not have the form that this sensor writes')
  return parsed.data
}

/** Never over a file that is there: it may be a message that nobody has carried yet. Whole, or not at all. */
export async function writeNew(path: string, text: string): Promise<void> {
  let isOurs = false
  try {
    const file = await open(path, 'wx', 0o600)
    isOurs = true
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isOurs) await rm(path, { force: true }).catch(() => undefined)
    if (!isErrno(error, 'EEXIST')) throw error
    throw new SightingFault(
      'sightings/file',
      `${printable(path, 500)} is there already.`,
      'Name a file that is not there.',
    )
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged(path, 'is not JSON')
  }
}

function damaged(path: string, what: string): SightingFault {
  return new SightingFault(
    'sightings/state',
    `${printable(path, 500)} ${what}.`,
    'Nothing is sent. Restore it from a backup, or move it away: then every consent has to be given anew.',
  )
}
