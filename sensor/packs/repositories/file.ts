// A repository of packs as one `.salus-pack` file, as it comes on a stick.
// SPDX-License-Identifier: EUPL-1.2
import { type FileHandle, open } from 'node:fs/promises'
import { openContainer, PackRefusal, type PackRepository, type RandomAccess } from '@salus/standards/packs'
import { RepositoryOutage } from './outage.ts'

export interface FileRepository extends PackRepository {
  close(): Promise<void>
}

/** Throws `PackRefusal` where the file has another form, and what opening it throws. */
export async function fileRepository(path: string): Promise<FileRepository> {
  const file = await open(path, 'r')
  try {
    const opened = await openContainer(await accessTo(file, path))
    if (opened.outcome === 'refused') {
      const [{ code, place, detail, remedy }] = opened.faults
      throw new PackRefusal(code === 'packs/too-large' ? code : 'packs/format', place, detail, remedy)
    }
    return { read: opened.value.read, close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function accessTo(file: FileHandle, path: string): Promise<RandomAccess> {
  const { size } = await file.stat()
  return {
    size,
    async read(at, length) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)))
      let read = 0
      while (read < bytes.length) {
        const { bytesRead } = await file.read(bytes, read, bytes.length - read, at + read).catch((error) => {
          throw new RepositoryOutage(
            path,
            `${path} cannot be read on (${String(error.code)}).`,
            'Check the stick, or copy the file to the disk first.',
          )
        })
        if (bytesRead === 0) break
        read += bytesRead
      }
      return bytes.subarray(0, read)
    },
  }
}
