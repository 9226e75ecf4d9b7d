// The key by which patients are told apart without their names; made at first use, and never sent anywhere.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { asTrouble } from './durable.ts'
import { stateLimits } from './limits.ts'

/** Two commands at once get the same key: the first to link it makes it. */
export async function patientKeyAt(path: string): Promise<Uint8Array> {
  const known = await readKey(path)
  if (known !== null) return known
  // Two calls of one process must not share it: the first would take it away from under the second.
  const mine = `${path}.${randomBytes(8).toString('hex')}`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(mine, randomBytes(stateLimits.patientKeyBytes).toString('hex'), { mode: 0o600 })
    await link(mine, path).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    })
  } catch (error) {
    throw asTrouble(path, error)
  } finally {
    await rm(mine, { force: true }).catch(() => undefined)
  }
  const made = await readKey(path)
  if (made === null) throw new Error(`The patient key ${path} was removed while it was made. Start again.`)
  return made
}

/** Null where there is none yet. A key that others can read is refused, because it tells patients from numbers. */
async function readKey(path: string): Promise<Uint8Array | null> {
  let text: string
  try {
    text = (await readFile(path, 'utf8')).trim()
    const { mode } = await stat(path)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new Error(`Others may read the patient key ${path}. Take the right from them: chmod 600 ${path}`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  if (!/^(?:[\da-f]{2}){32,128}$/i.test(text))
    throw new Error(
      `The patient key ${path} is not 64 to 256 hexadecimal digits. Restore it from a backup; with another key all patients become unknown ones.`,
    )
  return Buffer.from(text, 'hex')
}
