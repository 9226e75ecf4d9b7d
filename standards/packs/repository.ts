// Where packs are read from and what must be remembered of them, whatever they lie on.
// SPDX-License-Identifier: EUPL-1.2

import { sha256Of } from './keys.ts'
import type { RoleName, TargetFile } from './metadata.ts'
import { targetFileName } from './names.ts'
import { askPublisher, PackRefusal, tooLarge } from './refusal.ts'

export interface PackRepository {
  /**
   * The bytes of a file, or null where there is none. Throws `PackRefusal` where it is longer than `maxBytes`, and
   * anything else where it cannot be reached now.
   */
  read(name: string, maxBytes: number): Promise<Uint8Array | null>
}

/** The last metadata that was found good, by role. `save` must be whole or not at all. */
export interface TrustedMetadata {
  load(role: RoleName): Promise<Uint8Array | null>
  save(role: RoleName, bytes: Uint8Array): Promise<void>
  remove(role: RoleName): Promise<void>
}

/** Remembers in `files`; for a check without memory they hold nothing but a root. */
export function trustedInMemory(files: Map<RoleName, Uint8Array>): TrustedMetadata {
  return {
    load: async (role) => files.get(role) ?? null,
    async save(role, bytes) {
      files.set(role, bytes)
    },
    async remove(role) {
      files.delete(role)
    },
  }
}

export function repositoryInMemory(files: ReadonlyMap<string, Uint8Array>): PackRepository {
  return {
    async read(name, maxBytes) {
      const bytes = files.get(name) ?? null
      if (bytes !== null && bytes.length > maxBytes) throw tooLarge(name, maxBytes)
      return bytes
    },
  }
}

/** Throws `PackRefusal` where the file is absent or larger than allowed. */
export async function readBounded(
  repository: PackRepository,
  name: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const bytes = await repository.read(name, maxBytes)
  if (bytes === null)
    throw new PackRefusal('packs/missing', name, `The repository has no ${name}.`, askPublisher)
  if (bytes.length > maxBytes) throw tooLarge(name, maxBytes)
  return bytes
}

/** The bytes of a target, with the length and hash that the signed metadata say. Throws `PackRefusal`. */
export async function readTarget(
  repository: PackRepository,
  name: string,
  expected: TargetFile,
): Promise<Uint8Array> {
  const file = targetFileName(name, expected.hashes.sha256)
  const bytes = await readBounded(repository, file, expected.length)
  requireSame(bytes, expected, name)
  return bytes
}

export function requireSame(
  bytes: Uint8Array,
  { length, hashes }: Pick<TargetFile, 'length' | 'hashes'>,
  place: string,
): void {
  if (bytes.length === length && sha256Of(bytes) === hashes.sha256) return
  throw new PackRefusal(
    'packs/mismatch',
    place,
    bytes.length < length
      ? `${place} has ${bytes.length} of ${length} bytes: it was not copied to its end.`
      : `${place} is not the file that was signed: its SHA-256 is another.`,
    'Fetch it again. If it stays so, the copy is mixed or was changed: tell the centre.',
  )
}
