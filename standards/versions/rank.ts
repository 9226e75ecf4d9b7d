// Ranks the versions of one product where single keys do not exist: the fallback for orders that are not total.
// SPDX-License-Identifier: EUPL-1.2

/** Every pair is looked at; a product with more versions gets no ranks. */
export const maxRankedVersions = 2_000

/**
 * Integer ranks from 0 for distinct version texts, equal versions sharing one; they may stand in the place of keys as
 * long as all versions of the product are ranked anew when one is added. A text that is no version has rank null.
 * @returns null when the order runs in a circle among these versions, or there are more than `maxRankedVersions`.
 */
export function rankBy(
  compare: (a: string, b: string) => -1 | 0 | 1 | null,
  versions: readonly string[],
): ReadonlyMap<string, number | null> | null {
  const distinct = [...new Set(versions)]
  if (distinct.length > maxRankedVersions) return null
  const ranks = new Map<string, number | null>(distinct.map((version) => [version, null]))
  const sorted = distinct
    .filter((version) => compare(version, version) !== null)
    .sort((a, b) => compare(a, b) ?? 0)
  let rank = 0
  for (const [i, version] of sorted.entries()) {
    const before = sorted[i - 1]
    if (before !== undefined && compare(before, version) !== 0) rank++
    ranks.set(version, rank)
  }
  return sorted.every((a, i) =>
    sorted.slice(i + 1).every((b) => compare(a, b) === Math.sign((ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))),
  )
    ? ranks
    : null
}
