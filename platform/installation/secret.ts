// The installation's own secret: 32 random bytes in the data folder, readable by its user only.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const bytes = 32

export function readOrCreateSecret(directory: string): Buffer {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'secret')
  if (!existsSync(path) && existsSync(join(directory, 'postgres'))) {
    throw new Error(
      `${path} is missing, but there is a database beside it. Put the file back from your backup; with a new secret, two-factor secrets and links of this database could not be read.`,
    )
  }
  if (!existsSync(path)) writeFileSync(path, randomBytes(bytes).toString('hex'), { mode: 0o600, flag: 'wx' })
  const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
  if (secret.length !== bytes)
    throw new Error(
      `${path} does not hold the installation's secret (${bytes} bytes in hexadecimal). Put the file back from your backup; without it two-factor secrets and links cannot be read.`,
    )
  return secret
}
