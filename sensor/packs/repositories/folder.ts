// A repository of packs as a folder, such as a copy on a share.
// SPDX-License-Identifier: EUPL-1.2
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { isRepositoryName, type PackRepository, tooLarge } from '@salus/standards/packs'
import { RepositoryOutage } from './outage.ts'

export function folderRepository(folder: string): PackRepository {
  return {
    async read(name, maxBytes) {
      if (!isRepositoryName(name)) return null
      try {
        return await readFileOf(join(folder, name), name, maxBytes)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error
        if (error.code === 'ENOENT') return null
        throw new RepositoryOutage(
          folder,
          `${name} in ${folder} cannot be read (${String(error.code)}).`,
          'Check the folder, its rights, and that none of its files is a link or a folder.',
        )
      }
    },
  }
}

async function readFileOf(path: string, name: string, maxBytes: number): Promise<Uint8Array> {
  // A link could lead anywhere; Windows knows no such flag.
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const { size } = await file.stat()
    if (size > maxBytes) throw tooLarge(name, maxBytes)
    const bytes = Buffer.alloc(size)
    let length = 0
    while (length < size) {
      const { bytesRead } = await file.read(bytes, length, size - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await file.close()
  }
}
