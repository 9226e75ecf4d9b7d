// Version keys: bytes whose order is the order of the versions.
// SPDX-License-Identifier: EUPL-1.2
import { branchOfAlpm, readAlpm } from './alpm.ts'
import { branchOfApk, readApk } from './apk.ts'
import { branchOfComposer, readComposer } from './composer.ts'
import { branchOfConan, compareConan, readConan } from './conan.ts'
import { branchOfDeb, readDeb } from './deb.ts'
import { branchOfGem, readGem } from './gem.ts'
import { branchOfGeneric, readGeneric, type VersionShape } from './generic.ts'
import { branchOfGentoo, readGentoo } from './gentoo.ts'
import { compareKeys, successor } from './key.ts'
import { compareMaven } from './maven.ts'
import { branchOfMaven, readMaven } from './maven-key.ts'
import { branchOfNuget, readNuget } from './nuget.ts'
import { branchOfOpenssl, readOpenssl } from './openssl.ts'
import { branchOfPep440, readPep440 } from './pep440.ts'
import { rankBy } from './rank.ts'
import { branchOfRpm, readRpm } from './rpm.ts'
import { branchOfSemver, readSemver } from './semver.ts'
import type { KeySpan, VersionSpan } from './span.ts'
import { noBranch, readDatetime, readIntdot, readLexicographic } from './special.ts'

export const versionSchemes = [
  'semver',
  'deb',
  'rpm',
  'pep440',
  'generic',
  'apk',
  'gem',
  'nuget',
  'composer',
  'maven',
  'conan',
  'gentoo',
  'alpm',
  'openssl',
  'intdot',
  'datetime',
  'lexicographic',
] as const
export type VersionScheme = (typeof versionSchemes)[number]

export { shapeOf } from './generic.ts'
export type { KeySpan, VersionShape, VersionSpan }
export { compareKeys, successor }

/** Longest version text that gets a key: an index entry may not exceed 2.7 kB, and no real version is longer. */
export const maxVersionLength = 256

interface Codec {
  readonly read: (text: string) => VersionSpan | null
  readonly branch: (text: string) => KeySpan | null
  /** For an order that is not total: the answer for two versions of which one has no key. */
  readonly compare?: (a: string, b: string) => -1 | 0 | 1 | null
}

const codecs: Readonly<Record<VersionScheme, Codec>> = {
  semver: { read: readSemver, branch: branchOfSemver },
  deb: { read: readDeb, branch: branchOfDeb },
  rpm: { read: readRpm, branch: branchOfRpm },
  pep440: { read: readPep440, branch: branchOfPep440 },
  generic: { read: readGeneric, branch: branchOfGeneric },
  apk: { read: readApk, branch: branchOfApk },
  gem: { read: readGem, branch: branchOfGem },
  nuget: { read: readNuget, branch: branchOfNuget },
  composer: { read: readComposer, branch: branchOfComposer },
  maven: { read: readMaven, branch: branchOfMaven, compare: compareMaven },
  conan: { read: readConan, branch: branchOfConan, compare: compareConan },
  gentoo: { read: readGentoo, branch: branchOfGentoo },
  alpm: { read: readAlpm, branch: branchOfAlpm },
  openssl: { read: readOpenssl, branch: branchOfOpenssl },
  intdot: { read: readIntdot, branch: noBranch },
  datetime: { read: readDatetime, branch: noBranch },
  lexicographic: { read: readLexicographic, branch: noBranch },
}

/** The key of a version, or null when the text is no version of that scheme. Keys stay below 1,000 bytes. */
export function versionKey(scheme: VersionScheme, text: string): Uint8Array | null {
  return versionSpan(scheme, text)?.key ?? null
}

/**
 * -1, 0 or 1 by the bytes of the keys; null when one of them is no version of that scheme. Maven and Conan, whose
 * orders are not total, answer also for two versions of which one has no key, by their own comparison.
 */
export function compareVersions(scheme: VersionScheme, a: string, b: string): -1 | 0 | 1 | null {
  const keyOfA = versionKey(scheme, a)
  const keyOfB = versionKey(scheme, b)
  if (keyOfA && keyOfB) return compareKeys(keyOfA, keyOfB)
  if (a.length > maxVersionLength || b.length > maxVersionLength) return null
  return codecs[scheme].compare?.(a.trim(), b.trim()) ?? null
}

/**
 * Whether one text stands for the other: equal versions, or a version that the other covers (an RPM version without
 * release and one with it). Not transitive; null when one of them is no version of that scheme.
 */
export function sameVersion(scheme: VersionScheme, a: string, b: string): boolean | null {
  const [x, y] = [versionSpan(scheme, a), versionSpan(scheme, b)]
  if (!x || !y) {
    const answer = compareVersions(scheme, a, b)
    return answer === null ? null : answer === 0
  }
  const holds = ({ exact }: VersionSpan, key: Uint8Array) =>
    exact.some(({ low, high }) => compareKeys(low, key) <= 0 && compareKeys(key, high) < 0)
  return compareKeys(x.key, y.key) === 0 || holds(x, y.key) || holds(y, x.key)
}

/**
 * Integer ranks of the distinct versions of one product, for schemes whose versions do not all have a key.
 * @returns rank by text, null for a text that is no version; null altogether when these versions have no total order.
 */
export function rankVersions(
  scheme: VersionScheme,
  versions: readonly string[],
): ReadonlyMap<string, number | null> | null {
  return rankBy((a, b) => compareVersions(scheme, a, b), versions)
}

/** The key, and the stretches of keys that count as this very version (its builds, its minor versions). */
export function versionSpan(scheme: VersionScheme, text: string): VersionSpan | null {
  return text.length > maxVersionLength ? null : codecs[scheme].read(text.trim())
}

/** Every version that starts with these parts: `14.1` for "14.1.x". */
export function branchSpan(scheme: VersionScheme, text: string): KeySpan | null {
  return text.length > maxVersionLength ? null : codecs[scheme].branch(text.trim())
}
