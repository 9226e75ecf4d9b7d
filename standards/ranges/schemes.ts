// Which version scheme the versions of an ecosystem follow.
// SPDX-License-Identifier: EUPL-1.2
import type { VersionScheme } from '../versions/index.ts'

const schemeOfName: ReadonlyMap<string, VersionScheme> = new Map<string, VersionScheme>([
  ['semver', 'semver'],
  ['npm', 'semver'],
  ['cargo', 'semver'],
  ['crates.io', 'semver'],
  ['go', 'semver'],
  ['golang', 'semver'],
  ['hex', 'semver'],
  ['pub', 'semver'],
  ['swift', 'semver'],
  ['swifturl', 'semver'],
  ['pypi', 'pep440'],
  ['python', 'pep440'],
  ['deb', 'deb'],
  ['debian', 'deb'],
  ['ubuntu', 'deb'],
  ['rpm', 'rpm'],
  ['red hat', 'rpm'],
  ['rocky linux', 'rpm'],
  ['almalinux', 'rpm'],
  ['suse', 'rpm'],
  ['opensuse', 'rpm'],
  ['mageia', 'rpm'],
  ['apk', 'apk'],
  ['alpine', 'apk'],
  ['wolfi', 'apk'],
  ['chainguard', 'apk'],
  ['gem', 'gem'],
  ['rubygems', 'gem'],
  ['nuget', 'nuget'],
  ['composer', 'composer'],
  ['packagist', 'composer'],
  ['maven', 'maven'],
  ['conan', 'conan'],
  ['conancenter', 'conan'],
  ['ebuild', 'gentoo'],
  ['gentoo', 'gentoo'],
  ['alpm', 'alpm'],
])

export interface SchemeHints {
  readonly purlType?: string
  readonly ecosystem?: string
  /** OSV range type, CVE versionType or vers type. */
  readonly type?: string
}

/** OSV adds a release to an ecosystem ("Debian:12"); what no list names is generic. */
export function schemeFor({ purlType, ecosystem, type }: SchemeHints): VersionScheme {
  for (const hint of [purlType, ecosystem?.split(':')[0], type]) {
    const scheme = hint === undefined ? undefined : schemeOfName.get(hint.toLowerCase())
    if (scheme) return scheme
  }
  return 'generic'
}
