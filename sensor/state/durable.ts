// Writes files so that after a loss of power either the old or the new content is there, and tells a full disk from a defect.
// SPDX-License-Identifier: EUPL-1.2
import { chmod, type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The state cannot be written now; the sensor waits and goes on when it can. */
export class StorageTrouble extends Error {}

const causes: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room; the sensor goes on by itself',
  EDQUOT: 'the quota of this account is used up. Make room; the sensor goes on by itself',
  EFBIG: 'a file may not become so large here. Raise the limit of the service; the sensor goes on by itself',
  EROFS: 'the file system is mounted read-only. Mount it for writing; the sensor goes on by itself',
  EACCES: 'this account may not write there. Give it the right; the sensor goes on by itself',
  EPERM: 'this account may not write there. Give it the right; the sensor goes on by itself',
  EIO: 'the disk reports a fault. Look at the disk',
  ENOENT: 'the folder is gone. Restore it; the sensor goes on by itself',
  EMFILE: 'too many files are open. Raise the limit of the service; the sensor goes on by itself',
}

/** What rises where it is no matter of storage is a defect. */
export function asTrouble(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const cause = Object.hasOwn(causes, code) ? causes[code] : undefined
  return cause === undefined ? error : new StorageTrouble(`${path} cannot be written: ${cause}.`)
}

/** Synced, then put in place of the old file in one step. */
export async function writeDurably(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const temporary = `${path}.new`
  try {
    const file = await open(temporary, 'w', 0o600)
    try {
      for (const piece of pieces) await file.writeFile(piece)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    // Half a file would take the room that is short.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw asTrouble(path, error)
  }
}

/** The same of what is no secret, and which other accounts read. */
export async function writePublic(path: string, bytes: Uint8Array): Promise<void> {
  await writeDurably(path, [bytes])
  await chmod(path, 0o644)
}

/** Makes a new name last; Windows has no such call and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  let folder: FileHandle | null = null
  try {
    folder = await open(path, 'r')
    await folder.sync()
  } finally {
    await folder?.close()
  }
}
