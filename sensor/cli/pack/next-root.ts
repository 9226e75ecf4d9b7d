// The next root: renewed for another year, or with other keys, signed by the old keys and the new ones.
// SPDX-License-Identifier: EUPL-1.2
import {
  packLimits,
  type RoleChoice,
  type RoleName,
  type Root,
  readSigned,
  requireSignatures,
  roleNames,
  rootOf,
  type Signer,
  signRoot,
  usualDays,
} from '@salus/standards/packs'
import type { Words } from '../command.ts'
import { type NamedSigner, readSigners } from './keys.ts'

/** Throws `PackRefusal` where the signers are too few for the old root or for the new one. */
export async function nextRoot(
  old: Root,
  signers: readonly Signer[],
  words: Words,
  now: number,
): Promise<readonly [string, Uint8Array]> {
  const folder = words.text('new-keys')
  const fresh = folder === null ? [] : await readSigners([folder], words.text('passphrase-file'))
  const roles = rolesWith(fresh, old)
  const root = rootOf(old.version + 1, roles, now + usualDays.root * 86_400_000)
  const named = new Set([...old.roles.root.keyids, ...root.roles.root.keyids])
  const [name, bytes] = signRoot(root, signersOnce([...signers, ...fresh], named))
  const file = readSigned('root', bytes, name)
  requireSignatures(file, old, `${name}, by the keys of root ${old.version},`)
  requireSignatures(file, root, `${name}, by its own keys,`)
  return [name, bytes]
}

/** A key may lie in two folders; it signs once. */
function signersOnce(all: readonly Signer[], named: ReadonlySet<string>): readonly Signer[] {
  const byId = new Map(all.map((signer) => [signer.keyId, signer]))
  return [...byId.values()].filter(({ keyId }) => named.has(keyId))
}

function rolesOf({ keys, roles }: Root): Readonly<Record<RoleName, RoleChoice>> {
  const choice = (role: RoleName): RoleChoice => ({
    threshold: roles[role].threshold,
    keys: roles[role].keyids.flatMap((keyId) => {
      const key = keys[keyId]
      return key ? [{ keyId, key }] : []
    }),
  })
  return {
    root: choice('root'),
    targets: choice('targets'),
    snapshot: choice('snapshot'),
    timestamp: choice('timestamp'),
  }
}

/** Keys in files named by a role (`targets.key.pem`, `root-2.key.pem`) take the place of all keys of that role. */
function rolesWith(fresh: readonly NamedSigner[], old: Root): Readonly<Record<RoleName, RoleChoice>> {
  const roles = { ...rolesOf(old) }
  for (const role of roleNames) {
    const keys = fresh.filter(({ name }) => name.replace(/-\d+$/, '') === role)
    if (role === 'root' && keys.length > 0 && keys.length < packLimits.minRootThreshold)
      throw new Error(
        `The new keys hold ${keys.length} key of the root; at least ${packLimits.minRootThreshold} are needed, because two people must agree. Make three.`,
      )
    if (keys.length > 0) roles[role] = { keys, threshold: Math.min(old.roles[role].threshold, keys.length) }
  }
  return roles
}
