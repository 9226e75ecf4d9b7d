// Reads back the files that the sensor keeps of its sightings, and trusts none that has another form.
// SPDX-License-Identifier: EUPL-1.2
import { readFile, stat } from 'node:fs/promises'
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

export function isErrno(error: unknown, code: string): boolean {
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
