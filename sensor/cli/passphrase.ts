// Reads a passphrase from its file: words on the command line are seen by everybody on the machine.
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'

/** Without the end of its line; null where no file is named. */
export async function passphraseIn(path: string | null): Promise<string | null> {
  return path === null ? null : (await readFile(path, 'utf8')).replace(/\r?\n$/, '')
}
