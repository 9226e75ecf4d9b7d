// Versions without an order key (Maven, Conan), held against stated bounds by the ecosystem's own comparison.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedVersion } from '@salus/standards/advisory'
import { compareVersions, type VersionScheme, versionKey } from '@salus/standards/versions'

/** Bounds as written; null is open. */
export interface WrittenBounds {
  readonly low: string | null
  readonly lowInclusive: boolean
  readonly high: string | null
  readonly highInclusive: boolean
}

/** Their orders are not total, so that some versions have no key; two versions can be compared all the same. */
const schemesOfPairs: ReadonlySet<VersionScheme> = new Set(['maven', 'conan'])

/** Null where the statement has no bounds in fields of their own. */
export function boundsOf(version: StatedVersion): WrittenBounds | null {
  if (version.kind === 'bounds') return version
  if (version.kind !== 'exact') return null
  return { low: version.text, lowInclusive: true, high: version.text, highInclusive: true }
}

/**
 * Whether the version lies between the bounds; null where keys can answer, or where the ecosystem's rules cannot
 * either. One pair at a time is how Maven and Conan themselves decide, so that the circles in their orders (see
 * standards/versions) do not matter here.
 */
export function liesBetween(
  scheme: VersionScheme,
  version: string,
  bounds: WrittenBounds | null,
): boolean | null {
  if (bounds === null || !schemesOfPairs.has(scheme)) return null
  const texts = [version, bounds.low, bounds.high].filter((text) => text !== null)
  if (texts.every((text) => versionKey(scheme, text) !== null)) return null
  const fromLow = bounds.low === null ? 1 : compareVersions(scheme, version, bounds.low)
  const toHigh = bounds.high === null ? -1 : compareVersions(scheme, version, bounds.high)
  if (fromLow === null || toHigh === null) return null
  return (
    (fromLow > 0 || (fromLow === 0 && bounds.lowInclusive)) &&
    (toHigh < 0 || (toHigh === 0 && bounds.highInclusive))
  )
}
