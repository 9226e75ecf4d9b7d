// `badge verify`, `badge keys`, `badge new-key`: certificates checked without a network, and the keys that sign them.
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { holderNameOf, readJwks, type Verified, verifyBadge } from '@salus/standards/open-badges'
import { publicKeys, replaceKey } from '../capabilities/training/index.ts'
import { openInstallation } from '../installation.ts'
import { type Command, type Output, requireValue, UsageError } from './command.ts'

/** Exit code 0: genuine, and it counts now. */
export const badgeVerify: Command = {
  name: 'badge verify',
  usage: 'badge verify FILE --keys FILE',
  purpose:
    'Check a certificate against public keys in a file (`badge keys`, or /learn/keys.json), without network or database.',
  async run(words, output) {
    const [path] = words
    if (path === undefined || path.startsWith('--'))
      throw new UsageError('Name the file with the certificate.')
    const keys = readJwks(jsonOf(await readFile(requireValue(words, '--keys'), 'utf8')))
    if (!keys) throw new UsageError('The file of keys holds no Ed25519 keys (JSON: {"keys": [...]}).')
    return sayVerified(verifyBadge((await readFile(path, 'utf8')).trim(), keys, new Date()), output)
  },
}

export const badgeKeys: Command = {
  name: 'badge keys',
  usage: 'badge keys > keys.json',
  purpose: 'Print the public keys of this centre, with which anybody checks its certificates offline.',
  async run(_words, output) {
    const installation = await openInstallation('command', output.say)
    try {
      output.print(JSON.stringify(await publicKeys(installation), null, 2))
      return 0
    } finally {
      await installation.close()
    }
  },
}

export const badgeNewKey: Command = {
  name: 'badge new-key',
  usage: 'badge new-key',
  purpose: 'Sign from now on with a new key. Certificates of the old ones still count.',
  async run(_words, output) {
    const installation = await openInstallation('command', output.say)
    try {
      const { config, database, secret } = installation
      const origin = config.publicUrl ?? `http://${config.host}:${config.port}`
      const kid = await replaceKey({ database, secret, origin: () => origin }, new Date())
      output.print(`New key: ${kid}`)
      return 0
    } finally {
      await installation.close()
    }
  },
}

function sayVerified(verified: Verified, output: Output): number {
  const { credential } = verified
  if (credential) {
    const { achievement } = credential.credentialSubject
    output.print(`Holder: ${holderNameOf(credential) ?? 'no name'}`)
    output.print(`Course: ${achievement.name}, version ${achievement.version ?? 'unknown'}`)
    output.print(`Issued by: ${credential.issuer.name} (${credential.issuer.id})`)
    output.print(`Counts from ${credential.validFrom} until ${credential.validUntil ?? 'further notice'}`)
  }
  output.print(verified.isValid ? 'Genuine, and it counts today.' : `Does not count: ${verified.fault}.`)
  if (!verified.isValid) output.say(verified.detail)
  return verified.isValid ? 0 : 1
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
