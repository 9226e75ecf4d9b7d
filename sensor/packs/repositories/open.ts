// Opens a repository by what its place looks like: an address, a folder, or a `.salus-pack` file.
// SPDX-License-Identifier: EUPL-1.2
import { stat } from 'node:fs/promises'
import { type FileRepository, fileRepository } from './file.ts'
import { folderRepository } from './folder.ts'
import { type HttpsOptions, httpsRepository } from './https.ts'

/** Throws `PackRefusal` for a file of another form, and an error in words where there is nothing to open. */
export async function openRepository(
  place: string,
  access: Pick<HttpsOptions, 'token' | 'authorities'>,
): Promise<FileRepository> {
  const nothing = async () => undefined
  if (/^https?:\/\//i.test(place)) return { ...httpsRepository(place, access), close: nothing }
  const found = await stat(place).catch(() => null)
  if (found === null)
    throw new Error(`There is no ${place}. Name an address, a folder or a .salus-pack file.`)
  return found.isDirectory() ? { ...folderRepository(place), close: nothing } : fileRepository(place)
}
