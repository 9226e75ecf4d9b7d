// Reads a small text file that a person or a configuration names: a file, and no larger than it may be.
// SPDX-License-Identifier: EUPL-1.2
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** Throws with the path and what to do; what the file system says rises. */
export async function readGivenFile(path: string, maxBytes: number): Promise<string> {
  // A pipe that nobody writes into would be waited for; Windows has neither the pipe nor the flag.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const found = await file.stat()
    // A device or a pipe never ends.
    if (!found.isFile()) throw new Error(`${path} is no file. Name the file itself.`)
    if (found.size > maxBytes)
      throw new Error(`${path} is larger than ${maxBytes} bytes. Look whether it is the right file.`)
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}
