// The publisher's side: roots, and the files that announce a set of targets.
// SPDX-License-Identifier: EUPL-1.2
import { type PackKey, type Signer, sha256Of } from './keys.ts'
import type { RoleName, Root, Snapshot, TargetFile, Targets, Timestamp } from './metadata.ts'
import { rootShape, targetsShape } from './metadata.ts'
import { rootName, snapshotName, targetsName, timestampName } from './names.ts'
import { readSigned, writeSigned } from './signed.ts'

const specVersion = '1.0.31'

export interface RoleChoice {
  readonly keys: readonly PackKeyOf[]
  readonly threshold: number
}
interface PackKeyOf {
  readonly keyId: string
  readonly key: PackKey
}

/** Days that a signature of each role stays valid: long where signing takes people together, short where it is a task. */
export const usualDays: Readonly<Record<RoleName, number>> = {
  root: 365,
  targets: 90,
  snapshot: 30,
  timestamp: 7,
}

/** Throws where the roles do not make a root, such as a threshold of one. */
export function rootOf(
  version: number,
  roles: Readonly<Record<RoleName, RoleChoice>>,
  expiresAt: number,
): Root {
  const keys: Record<string, PackKey> = {}
  for (const { keys: own } of Object.values(roles)) for (const { keyId, key } of own) keys[keyId] = key
  const choice = ({ keys: own, threshold }: RoleChoice) => ({
    keyids: own.map(({ keyId }) => keyId),
    threshold,
  })
  return rootShape.parse({
    ...commonOf('root', version, expiresAt),
    consistent_snapshot: true,
    keys,
    roles: {
      root: choice(roles.root),
      timestamp: choice(roles.timestamp),
      snapshot: choice(roles.snapshot),
      targets: choice(roles.targets),
    },
  })
}

/** `signers`: of the root before and of this one, each as often as its threshold asks. */
export function signRoot(root: Root, signers: readonly Signer[]): readonly [string, Uint8Array] {
  return [rootName(root.version), writeSigned<'root'>(root, signers)]
}

export function targetFileOf(bytes: Uint8Array): TargetFile {
  return { length: bytes.length, hashes: { sha256: sha256Of(bytes) } }
}

/** What is already published, as bytes of its files; null at the first time. */
export interface Published {
  readonly targets: Uint8Array | null
  readonly snapshot: Uint8Array | null
  readonly timestamp: Uint8Array | null
}

export interface Announcement {
  /** Names and hashes of a new pack; null announces the present one again, for longer. */
  readonly targets: ReadonlyMap<string, TargetFile> | null
  readonly signers: Readonly<Record<Exclude<RoleName, 'root'>, readonly Signer[]>>
  readonly days: Readonly<Record<RoleName, number>>
  /** ms UTC */
  readonly now: number
}

/** The sequence that the next announcement of new targets will have. */
export function nextSequence({ targets }: Pick<Published, 'targets'>): number {
  return (targets === null ? 0 : readSigned('targets', targets, 'targets').signed.version) + 1
}

/**
 * The files to add to a repository, the timestamp last: whoever reads meanwhile sees the old state or the new one.
 * Without new targets only snapshot and timestamp are signed again. Throws `PackRefusal` where published files cannot
 * be read, and an error where there is nothing to announce.
 */
export function announce(
  published: Published,
  announcement: Announcement,
): readonly (readonly [string, Uint8Array])[] {
  const { signers, days, now } = announcement
  const until = (role: RoleName) => now + days[role] * 86_400_000
  const old = {
    targets: published.targets && readSigned('targets', published.targets, 'targets').signed,
    snapshot: published.snapshot && readSigned('snapshot', published.snapshot, 'snapshot').signed,
    timestamp: published.timestamp && readSigned('timestamp', published.timestamp, 'timestamp').signed,
  }
  const files: (readonly [string, Uint8Array])[] = []
  let targetsVersion = old.targets?.version ?? 0
  let targetsBytes = published.targets
  if (announcement.targets !== null) {
    targetsVersion++
    const targets: Targets = targetsShape.parse({
      ...commonOf('targets', targetsVersion, until('targets')),
      targets: Object.fromEntries(announcement.targets),
    })
    targetsBytes = writeSigned<'targets'>(targets, signers.targets)
    files.push([targetsName(targetsVersion), targetsBytes])
  }
  if (targetsBytes === null) throw new Error('There are no targets to announce yet.')
  const snapshot: Snapshot = {
    ...commonOf('snapshot', (old.snapshot?.version ?? 0) + 1, until('snapshot')),
    meta: { 'targets.json': { version: targetsVersion, ...targetFileOf(targetsBytes) } },
  }
  const snapshotBytes = writeSigned<'snapshot'>(snapshot, signers.snapshot)
  const timestamp: Timestamp = {
    ...commonOf('timestamp', (old.timestamp?.version ?? 0) + 1, until('timestamp')),
    meta: { 'snapshot.json': { version: snapshot.version, ...targetFileOf(snapshotBytes) } },
  }
  files.push([snapshotName(snapshot.version), snapshotBytes])
  files.push([timestampName, writeSigned<'timestamp'>(timestamp, signers.timestamp)])
  return files
}

/** Only the timestamp anew, which is the daily renewal: the snapshot stays. */
export function renewTimestamp(
  published: Published,
  { signers, days, now }: Pick<Announcement, 'signers' | 'days' | 'now'>,
): readonly [string, Uint8Array] {
  if (published.timestamp === null) throw new Error('There is no timestamp to renew yet.')
  const old = readSigned('timestamp', published.timestamp, 'timestamp').signed
  const common = commonOf('timestamp', old.version + 1, now + days.timestamp * 86_400_000)
  return [timestampName, writeSigned<'timestamp'>({ ...common, meta: old.meta }, signers.timestamp)]
}

function commonOf<Role extends RoleName>(role: Role, version: number, expiresAt: number) {
  const expires = `${new Date(expiresAt).toISOString().slice(0, 19)}Z`
  return { _type: role, spec_version: specVersion, version, expires }
}
