// Writes what only its owner may read: findings tell where a hospital is weak, and maps what it cannot see.
// SPDX-License-Identifier: EUPL-1.2
import { open } from 'node:fs/promises'

/** Takes the right to read from others also where the file was there before. */
export async function writePrivate(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    if (process.platform !== 'win32' && (await file.stat()).isFile()) await file.chmod(0o600)
    for (const piece of pieces) await file.writeFile(piece)
  } finally {
    await file.close()
  }
}
