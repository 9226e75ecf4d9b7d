// Makes publishers and repositories of packs for tests.
// SPDX-License-Identifier: EUPL-1.2

import { canonicalJson } from './canonical.ts'
import {
  announce,
  newSigner,
  type PackRepository,
  type Published,
  type RoleName,
  type Root,
  refreshPack,
  renewTimestamp,
  repositoryInMemory,
  rootName,
  rootOf,
  type Signer,
  signRoot,
  snapshotName,
  type TrustedMetadata,
  targetFileName,
  targetFileOf,
  targetsName,
  timestampName,
  trustedInMemory,
  usualDays,
} from './index.ts'
import { signBytes } from './keys.ts'
import { readSigned } from './signed.ts'

export const dayMs = 86_400_000

type Keys = Record<RoleName, readonly Signer[]>

export const packStart = Date.UTC(2026, 10, 27)

export interface Publisher {
  /** What lies in the repository; a test may change it. */
  readonly files: Map<string, Uint8Array>
  readonly keys: Keys
  readonly root: () => Root
  firstRoot(): Uint8Array
  /** Announces targets by name. */
  publish(
    targets: Readonly<Record<string, Uint8Array>>,
    now: number,
    days?: Partial<Record<RoleName, number>>,
  ): void
  /** Changes the newest file of a role, signs it, and what announces it, anew: all signatures are good. */
  alter(role: Exclude<RoleName, 'root'>, change: (signed: Record<string, unknown>) => void): void
  renew(now: number): void
  /** A next root with new keys for these roles; all else is signed again by `publish`. */
  rotate(roles: readonly RoleName[], now: number): void
  /** The files as they are now, for offering them again later. */
  copy(): Map<string, Uint8Array>
}

export function publisherOf(now: number): Publisher {
  const files = new Map<string, Uint8Array>()
  const make = (count: number) => Array.from({ length: count }, newSigner)
  const keys: Keys = { root: make(3), targets: make(1), snapshot: make(1), timestamp: make(1) }
  let root = makeRoot(1, keys, now)
  files.set(...signRoot(root, keys.root))
  const published = (): Published => {
    const timestamp = files.get(timestampName) ?? null
    const snapshotVersion =
      timestamp && readSigned('timestamp', timestamp, '').signed.meta['snapshot.json'].version
    const snapshot = (snapshotVersion && files.get(snapshotName(snapshotVersion))) || null
    const targetsVersion =
      snapshot && readSigned('snapshot', snapshot, '').signed.meta['targets.json'].version
    return {
      timestamp,
      snapshot,
      targets: (targetsVersion && files.get(targetsName(targetsVersion))) || null,
    }
  }
  return {
    files,
    keys,
    root: () => root,
    firstRoot: () => files.get(rootName(1)) ?? new Uint8Array(),
    publish(targets, at, days = {}) {
      const listed = new Map(Object.entries(targets).map(([name, bytes]) => [name, targetFileOf(bytes)]))
      for (const [name, bytes] of Object.entries(targets))
        files.set(targetFileName(name, targetFileOf(bytes).hashes.sha256), bytes)
      const announcement = { targets: listed, signers: keys, days: { ...usualDays, ...days }, now: at }
      for (const [name, bytes] of announce(published(), announcement)) files.set(name, bytes)
    },
    alter(role, change) {
      const resign = (of: 'targets' | 'snapshot' | 'timestamp', name: string, edit: typeof change) => {
        const { signed } = JSON.parse(Buffer.from(files.get(name) ?? '').toString('utf8'))
        edit(signed)
        const bytes = signedAnyway(signed, keys[of])
        files.set(name, bytes)
        return bytes
      }
      const [timestamp, snapshot] = [published().timestamp, published().snapshot]
      if (!timestamp || !snapshot) throw new Error('nothing is published')
      const snapshotFile = snapshotName(
        readSigned('timestamp', timestamp, '').signed.meta['snapshot.json'].version,
      )
      const targetsVersion = readSigned('snapshot', snapshot, '').signed.meta['targets.json'].version
      const announced =
        (below: Uint8Array, name: string, version: number) => (signed: Record<string, unknown>) => {
          signed.meta = { [name]: { version, ...targetFileOf(below) } }
        }
      let edit = change
      if (role === 'targets')
        edit = announced(resign('targets', targetsName(targetsVersion), edit), 'targets.json', targetsVersion)
      if (role !== 'timestamp')
        edit = announced(
          resign('snapshot', snapshotFile, edit),
          'snapshot.json',
          Number.parseInt(snapshotFile, 10),
        )
      resign('timestamp', timestampName, edit)
    },
    renew(at) {
      files.set(...renewTimestamp(published(), { signers: keys, days: usualDays, now: at }))
    },
    rotate(roles, at) {
      const before = keys.root
      for (const role of roles) keys[role] = make(keys[role].length)
      root = makeRoot(root.version + 1, keys, at)
      files.set(...signRoot(root, [...new Set([...before, ...keys.root])]))
    },
    copy: () => new Map(files),
  }
}

function makeRoot(version: number, keys: Keys, now: number): Root {
  const choice = (role: RoleName, threshold: number) => ({ keys: keys[role], threshold })
  return rootOf(
    version,
    {
      root: choice('root', 2),
      targets: choice('targets', 1),
      snapshot: choice('snapshot', 1),
      timestamp: choice('timestamp', 1),
    },
    now + usualDays.root * dayMs,
  )
}

/** Also what `writeSigned` would not take: a publisher may be careless or hostile. */
export function signedAnyway(signed: unknown, signers: readonly Signer[]): Uint8Array {
  const canonical = canonicalJson(signed)
  const signatures = signers.map((signer) => ({ keyid: signer.keyId, sig: signBytes(canonical, signer) }))
  return new TextEncoder().encode(JSON.stringify({ signed, signatures }))
}

/** A publisher with one pack announced, and a client that knows its first root only. */
export function publishedWorld(): { publisher: Publisher; trusted: TrustedMetadata } {
  const publisher = publisherOf(packStart)
  publisher.publish({ 'manifest.json': new TextEncoder().encode('one') }, packStart)
  return { publisher, trusted: trustedInMemory(new Map([['root', publisher.firstRoot()]])) }
}

/** The sequence, or the code and the place of the fault. */
export async function refreshed(
  files: Map<string, Uint8Array> | PackRepository,
  trusted: TrustedMetadata,
  now = packStart,
): Promise<number | string> {
  const repository = files instanceof Map ? repositoryInMemory(files) : files
  const found = await refreshPack(repository, trusted, now)
  return found.outcome === 'read' ? found.value.sequence : `${found.faults[0].code} ${found.faults[0].place}`
}
