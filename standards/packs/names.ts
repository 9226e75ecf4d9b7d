// The only file names that a repository of packs has: a closed list, without folders, so that none can lead elsewhere.
// SPDX-License-Identifier: EUPL-1.2
import { packLimits, targetLimits } from './limits.ts'

/** Bytes that a target of this name may have; null where no target has such a name. */
export function maxBytesOfTarget(name: string): number | null {
  return targetLimits.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

const metadataName = /^(?:timestamp|[1-9][0-9]{0,9}\.(?:root|snapshot|targets))\.json$/

/** `7.root.json`, `timestamp.json`, `3.snapshot.json`, `3.targets.json`, or the SHA-256 and the name of a target. */
export function isRepositoryName(name: string): boolean {
  if (name.length > 140) return false
  if (metadataName.test(name)) return true
  const [, target] = /^[0-9a-f]{64}\.(.+)$/.exec(name) ?? []
  return target !== undefined && maxBytesOfTarget(target) !== null
}

export function rootName(version: number): string {
  return `${version}.root.json`
}

export function snapshotName(version: number): string {
  return `${version}.snapshot.json`
}

export function targetsName(version: number): string {
  return `${version}.targets.json`
}

export const timestampName = 'timestamp.json'

/** Targets are addressed by their hash (TUF, consistent snapshots): what did not change is not fetched again. */
export function targetFileName(name: string, sha256: string): string {
  return `${sha256}.${name}`
}

/** Bytes that a file of a repository may have, whatever it is. */
export function maxBytesOfFile(name: string): number {
  if (name === timestampName) return packLimits.maxTimestampBytes
  if (name.endsWith('.root.json')) return packLimits.maxRootBytes
  if (name.endsWith('.snapshot.json')) return packLimits.maxSnapshotBytes
  if (name.endsWith('.targets.json')) return packLimits.maxTargetsBytes
  return maxBytesOfTarget(name.slice(65)) ?? 0
}
