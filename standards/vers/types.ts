// Which version scheme each vers type follows.
// SPDX-License-Identifier: EUPL-1.2
import type { VersionScheme } from '../versions/index.ts'

const schemeOfType: ReadonlyMap<string, VersionScheme> = new Map<string, VersionScheme>([
  ['alpine', 'apk'],
  ['alpm', 'alpm'],
  ['apk', 'apk'],
  ['arch', 'alpm'],
  ['cargo', 'semver'],
  ['composer', 'composer'],
  ['conan', 'conan'],
  ['dart', 'semver'],
  ['datetime', 'datetime'],
  ['deb', 'deb'],
  ['ebuild', 'gentoo'],
  ['gem', 'gem'],
  ['generic', 'generic'],
  ['gentoo', 'gentoo'],
  ['golang', 'semver'],
  ['hackage', 'intdot'],
  ['hex', 'semver'],
  ['intdot', 'intdot'],
  ['lexicographic', 'lexicographic'],
  ['maven', 'maven'],
  ['nginx', 'semver'],
  ['npm', 'semver'],
  ['nuget', 'nuget'],
  ['openssl', 'openssl'],
  ['pub', 'semver'],
  ['pypi', 'pep440'],
  ['rpm', 'rpm'],
  ['semver', 'semver'],
  ['swift', 'semver'],
])

/** The types of the specification whose only form is `vers:<type>/*`. */
export const fixedTypes: readonly string[] = ['all', 'none']

/** Every type that can be read, in alphabetical order. */
export const versTypes: readonly string[] = [...schemeOfType.keys(), ...fixedTypes].sort()

/** Null for a type that nobody knows here (`cpan`): its versions cannot be compared. */
export function schemeOfVersType(type: string): VersionScheme | null {
  return schemeOfType.get(type.toLowerCase()) ?? null
}
