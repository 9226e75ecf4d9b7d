// The update of a client as The Update Framework 1.0 has it in section 5: root by root, then timestamp, snapshot, targets.
// SPDX-License-Identifier: EUPL-1.2
import type { Reading } from '../fault/index.ts'
import { packLimits } from './limits.ts'
import type { RoleKeys, RoleName, Root, TargetFile, Targets } from './metadata.ts'
import { rootName, snapshotName, targetsName, timestampName } from './names.ts'
import { askPublisher, PackRefusal } from './refusal.ts'
import { type PackRepository, readBounded, requireSame, type TrustedMetadata } from './repository.ts'
import { readSigned, requireSignatures, type SignedFile } from './signed.ts'

export interface VerifiedPack {
  readonly rootVersion: number
  /** The version of the targets, which is the pack's sequence. */
  readonly sequence: number
  readonly targets: ReadonlyMap<string, TargetFile>
  /** Earliest instant at which a role is no longer valid, ms UTC. */
  readonly validUntilAt: number
}

/**
 * Takes over what the repository has and the trusted keys have signed; what was good before the first fault stays
 * remembered, so that no later answer can lead back behind it. `now` in ms UTC is the time of the whole update (5.1).
 * What `read` throws for want of a connection or of disk space rises.
 */
export async function refreshPack(
  repository: PackRepository,
  trusted: TrustedMetadata,
  now: number,
): Promise<Reading<VerifiedPack>> {
  try {
    const root = await refreshRoot(repository, trusted, now)
    const timestamp = await refreshTimestamp(repository, trusted, root, now)
    const snapshot = await refreshSnapshot(repository, trusted, root, timestamp, now)
    const targets = await refreshTargets(repository, trusted, root, snapshot, now)
    const value = verified(root, targets.signed, [
      root.expires,
      timestamp.signed.expires,
      snapshot.signed.expires,
    ])
    return { outcome: 'read', value, warnings: [] }
  } catch (error) {
    if (error instanceof PackRefusal) return { outcome: 'refused', faults: [error.fault] }
    throw error
  }
}

function verified(root: Root, targets: Targets, expiries: readonly string[]): VerifiedPack {
  return {
    rootVersion: root.version,
    sequence: targets.version,
    targets: new Map(Object.entries(targets.targets)),
    validUntilAt: Math.min(...[...expiries, targets.expires].map((text) => Date.parse(text))),
  }
}

/** 5.3: each new root is signed by the keys of the one before and by its own; expiry counts for the last only. */
async function refreshRoot(repository: PackRepository, trusted: TrustedMetadata, now: number): Promise<Root> {
  const bytes = await trusted.load('root')
  if (bytes === null)
    throw new PackRefusal(
      'packs/no-trust',
      'root',
      'It is not known yet whose packs are to be trusted.',
      'Give the first root of the centre: its file, or its fingerprint as the centre tells it on paper or by telephone.',
    )
  const first = readSigned('root', bytes, 'the trusted root')
  requireSignatures(first, first.signed, 'the trusted root')
  let root = first.signed
  for (let count = 0; ; count++) {
    const name = rootName(root.version + 1)
    const next = await repository.read(name, packLimits.maxRootBytes)
    if (next === null) break
    if (count >= packLimits.maxRootsAtOnce)
      throw new PackRefusal(
        'packs/too-large',
        name,
        `More than ${packLimits.maxRootsAtOnce} new roots at once.`,
        'Run the installation again to go on from here; if it never ends, tell the centre.',
      )
    const file = readSigned('root', next, name)
    requireSignatures(file, root, name)
    requireSignatures(file, file.signed, name)
    if (file.signed.version !== root.version + 1)
      throw rollback(name, `${name} is version ${file.signed.version}; ${root.version + 1} was to follow.`)
    // 5.3.11, before the new root is remembered, so that an end in between leaves nothing of the old keys.
    if (rotated(root, file.signed)) {
      await trusted.remove('timestamp')
      await trusted.remove('snapshot')
    }
    await trusted.save('root', next)
    root = file.signed
  }
  requireCurrent(root.expires, 'The root', now)
  return root
}

/** Keys of another timestamp or snapshot: what was seen under the old ones may have been counted up by a thief (5.3.11). */
function rotated(before: Root, after: Root): boolean {
  const same = (one: RoleKeys, two: RoleKeys) =>
    one.threshold === two.threshold && [...one.keyids].sort().join() === [...two.keyids].sort().join()
  return (
    !same(before.roles.timestamp, after.roles.timestamp) || !same(before.roles.snapshot, after.roles.snapshot)
  )
}

/** 5.4 */
async function refreshTimestamp(
  repository: PackRepository,
  trusted: TrustedMetadata,
  root: Root,
  now: number,
): Promise<SignedFile<'timestamp'>> {
  const before = await remembered('timestamp', trusted, root)
  const bytes = await readBounded(repository, timestampName, packLimits.maxTimestampBytes)
  const file = readSigned('timestamp', bytes, timestampName)
  requireSignatures(file, root, timestampName)
  if (before) {
    const [old, next] = [before.signed, file.signed]
    requireNotOlder(timestampName, old.version, next.version)
    requireNotOlder('snapshot.json', old.meta['snapshot.json'].version, next.meta['snapshot.json'].version)
    if (old.version === next.version) {
      requireCurrent(old.expires, 'The timestamp', now)
      return before
    }
  }
  requireCurrent(file.signed.expires, 'The timestamp', now)
  await trusted.save('timestamp', bytes)
  return file
}

/** 5.5 */
async function refreshSnapshot(
  repository: PackRepository,
  trusted: TrustedMetadata,
  root: Root,
  timestamp: SignedFile<'timestamp'>,
  now: number,
): Promise<SignedFile<'snapshot'>> {
  const expected = timestamp.signed.meta['snapshot.json']
  const before = await remembered('snapshot', trusted, root)
  const name = snapshotName(expected.version)
  const bytes = isSame(before?.bytes, expected) ?? (await readBounded(repository, name, expected.length))
  requireSame(bytes, expected, name)
  const file = readSigned('snapshot', bytes, name)
  requireSignatures(file, root, name)
  requireVersion(name, expected.version, file.signed.version)
  if (before)
    requireNotOlder(
      'targets.json',
      before.signed.meta['targets.json'].version,
      file.signed.meta['targets.json'].version,
    )
  requireCurrent(file.signed.expires, 'The snapshot', now)
  await trusted.save('snapshot', bytes)
  return file
}

/** 5.6; a pack has no delegations. */
async function refreshTargets(
  repository: PackRepository,
  trusted: TrustedMetadata,
  root: Root,
  snapshot: SignedFile<'snapshot'>,
  now: number,
): Promise<SignedFile<'targets'>> {
  const expected = snapshot.signed.meta['targets.json']
  const name = targetsName(expected.version)
  const before = await trusted.load('targets')
  const bytes = isSame(before, expected) ?? (await readBounded(repository, name, expected.length))
  requireSame(bytes, expected, name)
  const file = readSigned('targets', bytes, name)
  requireSignatures(file, root, name)
  requireVersion(name, expected.version, file.signed.version)
  requireCurrent(file.signed.expires, 'The list of targets', now)
  await trusted.save('targets', bytes)
  return file
}

/** What was kept is only believed if the keys of today's root have signed it; else it is as if it were not there. */
async function remembered<Role extends RoleName>(
  role: Role,
  trusted: TrustedMetadata,
  root: Root,
): Promise<SignedFile<Role> | null> {
  const bytes = await trusted.load(role)
  if (bytes === null) return null
  try {
    const file = readSigned(role, bytes, `the kept ${role}`)
    requireSignatures(file, root, `the kept ${role}`)
    return file
  } catch (error) {
    if (error instanceof PackRefusal) return null
    throw error
  }
}

function isSame(bytes: Uint8Array | null | undefined, expected: TargetFile): Uint8Array | null {
  if (!bytes) return null
  try {
    requireSame(bytes, expected, '')
    return bytes
  } catch {
    // Another version than the one expected; it is fetched.
    return null
  }
}

function requireNotOlder(name: string, before: number, now: number): void {
  if (now >= before) return
  throw rollback(name, `${name} is version ${now}, but version ${before} was already seen.`)
}

function requireVersion(name: string, expected: number, found: number): void {
  if (found === expected) return
  throw new PackRefusal(
    'packs/mismatch',
    name,
    `${name} says of itself version ${found}; version ${expected} was announced.`,
    askPublisher,
  )
}

function rollback(place: string, detail: string): PackRefusal {
  return new PackRefusal(
    'packs/rollback',
    place,
    detail,
    'Somebody offers an old state. Fetch the pack from the centre itself; if it stays so, tell the centre.',
  )
}

function requireCurrent(expires: string, what: string, now: number): void {
  const at = Date.parse(expires)
  if (now < at) return
  const days = Math.floor((now - at) / 86_400_000)
  throw new PackRefusal(
    'packs/expired',
    what,
    `${what} was valid until ${expires}, which is ${days === 1 ? '1 day' : `${days} days`} ago.`,
    'Check the clock of this machine. If it is right, no newer state arrives: ask the centre whether it still publishes, and what keeps its files from arriving.',
  )
}
