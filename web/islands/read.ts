// Reads the script once, with the hash for its address.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export function readScript(): { readonly script: string; readonly hash: string } {
  const script = readFileSync(new URL('./salus.js', import.meta.url), 'utf8')
  return { script, hash: createHash('sha256').update(script).digest('hex').slice(0, 16) }
}
