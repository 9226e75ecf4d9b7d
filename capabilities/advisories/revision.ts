// Decides what a document that arrived is to what is already stored: new, revised, known, or late.
// SPDX-License-Identifier: EUPL-1.2

/** One version of one advisory. */
export interface Edition {
  readonly version: string
  readonly sha256: string
  /** ISO 8601 in UTC. */
  readonly revisedAt: string | null
}

export type Decision = 'new' | 'revised' | 'known' | 'late' | 'kept-deleted'

/**
 * `late`: an older version than the current one; it is kept, but the newer one goes on counting. `kept-deleted`: people
 * deleted this version, and other bytes of it say nothing new; it is kept and does not count.
 */
export function decideRevision(
  arrived: Edition,
  current: (Edition & { readonly isDeleted?: boolean }) | null,
  earlier: readonly Pick<Edition, 'version' | 'sha256'>[],
): Decision {
  if (current === null) return 'new'
  const isSame = (other: Pick<Edition, 'version' | 'sha256'>) =>
    other.sha256 === arrived.sha256 && other.version === arrived.version
  if (isSame(current) || earlier.some(isSame)) return 'known'
  if (isOlder(arrived, current)) return 'late'
  return current.isDeleted && !isNewer(arrived, current) ? 'kept-deleted' : 'revised'
}

/**
 * A newer version may say something that who deleted the older one could not know. Where nothing tells which is newer,
 * silence would be the greater danger, so it counts as newer.
 */
function isNewer(arrived: Edition, current: Edition): boolean {
  const order = compareVersions(arrived.version, current.version)
  if (order !== null && order !== 0) return order > 0
  if (arrived.revisedAt !== null && current.revisedAt !== null) return arrived.revisedAt > current.revisedAt
  return order === null
}

/** Where versions can't be compared, or are the same for different contents, the instants decide; then arrival. */
function isOlder(arrived: Edition, current: Edition): boolean {
  const order = compareVersions(arrived.version, current.version)
  if (order !== null && order !== 0) return order < 0
  if (arrived.revisedAt === null || current.revisedAt === null) return false
  return arrived.revisedAt < current.revisedAt
}

/** CSAF 2.0, 3.1.11: integer or semantic versions; CVE and OSV records carry the instant of the change. */
export function compareVersions(left: string, right: string): number | null {
  if (instant.test(left) && instant.test(right)) return sign(left < right, left > right)
  const [a, b] = [readSemver(left), readSemver(right)]
  if (a === null || b === null) return null
  for (const part of [0, 1, 2] as const) {
    const [x, y] = [a.numbers[part], b.numbers[part]]
    if (x !== y) return sign(x < y, x > y)
  }
  return comparePrereleases(a.prerelease, b.prerelease)
}

/** CSAF 2.1, 3.1.11: a version is an integer or a semantic version; null for instants and everything else. */
export function versioningOf(version: string): 'integer' | 'semantic' | null {
  const [, major, minor] = semver.exec(version) ?? []
  if (major === undefined) return null
  return minor === undefined ? 'integer' : 'semantic'
}

/** Only where both are semantic versions: with integers every change counts, and all are matched again anyway. */
export function isMajorChange(before: string, after: string): boolean {
  if (versioningOf(before) !== 'semantic' || versioningOf(after) !== 'semantic') return false
  return readSemver(before)?.numbers[0] !== readSemver(after)?.numbers[0]
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const semver =
  /^(\d{1,18})(?:\.(\d{1,18})\.(\d{1,18})(?:-([\dA-Za-z.-]{1,100}))?(?:\+[\dA-Za-z.-]{1,100})?)?$/

/** An integer version counts as its major number. */
function readSemver(text: string) {
  const [, major, minor = '0', patch = '0', prerelease = ''] = semver.exec(text) ?? []
  if (major === undefined) return null
  return { numbers: [BigInt(major), BigInt(minor), BigInt(patch)] as const, prerelease }
}

/** Semantic Versioning 2.0.0, 11: a prerelease is older than its release; numbers are below words. */
function comparePrereleases(left: string, right: string): number {
  if (left === '' || right === '') return sign(left !== '' && right === '', left === '' && right !== '')
  const [a, b] = [left.split('.'), right.split('.')]
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const order = compareIdentifiers(a[at] ?? '', b[at] ?? '')
    if (order !== 0) return order
  }
  return Math.sign(a.length - b.length)
}

function compareIdentifiers(left: string, right: string): number {
  const [leftIsNumber, rightIsNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)]
  if (leftIsNumber && rightIsNumber) return sign(BigInt(left) < BigInt(right), BigInt(left) > BigInt(right))
  if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1
  return sign(left < right, left > right)
}

function sign(isLess: boolean, isMore: boolean): number {
  if (isLess) return -1
  return isMore ? 1 : 0
}
