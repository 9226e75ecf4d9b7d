// `sensors publish`: publishes a signed pack for sensors, from its folder or as one file.
// SPDX-License-Identifier: EUPL-1.2
import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isRepositoryName, openContainer, type PackRepository, tooLarge } from '@salus/standards/packs'
import { publishPack } from '../capabilities/sensors/index.ts'
import { openInstallation } from '../installation.ts'
import { type Command, UsageError } from './command.ts'

export const sensorsPublish: Command = {
  name: 'sensors publish',
  usage: 'sensors publish PATH',
  purpose: 'Publish a signed pack (folder or .salus-pack) for the sensors of all members.',
  async run([path], output) {
    if (!path) throw new UsageError('Give the path of a folder or of a .salus-pack.')
    const { repository, close } = await repositoryAt(path)
    const installation = await openInstallation('command', output.say)
    try {
      const by = { actor: 'operator', name: 'operator' }
      const { pack, outcome } = await publishPack(installation, by, repository, new Date())
      output.print(JSON.stringify({ outcome, ...pack }))
      output.say(
        `Sensors fetch it with their next update. It is signed until ${pack.expiresAt.toISOString()}; sign it anew before.`,
      )
      return 0
    } finally {
      await installation.close()
      await close()
    }
  },
}

interface OpenRepository {
  readonly repository: PackRepository
  readonly close: () => Promise<void>
}

async function repositoryAt(path: string): Promise<OpenRepository> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new UsageError(`There is nothing at ${path}.`)
  if (found.isDirectory()) return { repository: folderAt(path), close: async () => undefined }
  if (!found.isFile()) throw new UsageError(`${path} is neither a folder nor a file.`)
  const file = await open(path)
  const opened = await openContainer({
    size: found.size,
    read: (at, length) => readAt(file, at, length),
  })
  if (opened.outcome === 'read') return { repository: opened.value, close: () => file.close() }
  await file.close()
  const [fault] = opened.faults
  throw new UsageError(`${fault.detail} ${fault.remedy}`)
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

function folderAt(folder: string): PackRepository {
  return {
    async read(name, maxBytes) {
      if (!isRepositoryName(name)) return null
      const path = join(folder, name)
      const found = await stat(path).catch(() => null)
      // A device has no size and never ends.
      if (!found?.isFile()) return null
      if (found.size > maxBytes) throw tooLarge(name, maxBytes)
      return readFile(path)
    },
  }
}
