// Version keys: bytes whose order is the order of the versions.
// SPDX-License-Identifier: EUPL-1.2
import { branchOfDeb, readDeb } from './deb.ts'
import { branchOfGeneric, readGeneric, type VersionShape } from './generic.ts'
import { compareKeys, successor } from './key.ts'
import { branchOfPep440, readPep440 } from './pep440.ts'
import { branchOfRpm, readRpm } from './rpm.ts'
import { branchOfSemver, readSemver } from './semver.ts'
import type { KeySpan, VersionSpan } from './span.ts'

export const versionSchemes = ['semver', 'deb', 'rpm', 'pep440', 'generic'] as const
export type VersionScheme = (typeof versionSchemes)[number]

export { shapeOf } from './generic.ts'
export type { KeySpan, VersionShape, VersionSpan }
export { compareKeys, successor }

/** Longest version text that gets a key: an index entry may not exceed 2.7 kB, and no real version is longer. */
export const maxVersionLength = 256

interface Codec {
  readonly read: (text: string) => VersionSpan | null
  readonly branch: (text: string) => KeySpan | null
}

const codecs: Readonly<Record<VersionScheme, Codec>> = {
  semver: { read: readSemver, branch: branchOfSemver },
  deb: { read: readDeb, branch: branchOfDeb },
  rpm: { read: readRpm, branch: branchOfRpm },
  pep440: { read: readPep440, branch: branchOfPep440 },
  generic: { read: readGeneric, branch: branchOfGeneric },
}

/** The key of a version, or null when the text is no version of that scheme. Keys stay below 1,000 bytes. */
export function versionKey(scheme: VersionScheme, text: string): Uint8Array | null {
  return versionSpan(scheme, text)?.key ?? null
}

/** -1, 0 or 1; null when one of them is no version of that scheme. */
export function compareVersions(scheme: VersionScheme, a: string, b: string): -1 | 0 | 1 | null {
  const keyOfA = versionKey(scheme, a)
  const keyOfB = versionKey(scheme, b)
  return keyOfA && keyOfB ? compareKeys(keyOfA, keyOfB) : null
}

/** The key, and the stretches of keys that count as this very version (its builds, its minor versions). */
export function versionSpan(scheme: VersionScheme, text: string): VersionSpan | null {
  return text.length > maxVersionLength ? null : codecs[scheme].read(text.trim())
}

/** Every version that starts with these parts: `14.1` for "14.1.x". */
export function branchSpan(scheme: VersionScheme, text: string): KeySpan | null {
  return text.length > maxVersionLength ? null : codecs[scheme].branch(text.trim())
}
