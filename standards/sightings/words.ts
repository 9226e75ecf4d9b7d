// The closed words of sightings: counts, kinds of asset, outcomes; there is no other text in one.
// SPDX-License-Identifier: EUPL-1.2

export const sightingKinds = ['rule', 'indicator'] as const
export type SightingKind = (typeof sightingKinds)[number]

/** How often within the hour; an exact number would be a mark by which to recognise a hospital. */
export const countBuckets = ['1', '2-5', '6-20', '>20'] as const
export type CountBucket = (typeof countBuckets)[number]

export const assetClasses = [
  'server',
  'workstation',
  'medical-device',
  'pacs',
  'ehr',
  'network',
  'unknown',
] as const
export type AssetClass = (typeof assetClasses)[number]

export const sightingOutcomes = ['blocked', 'not-blocked', 'unknown', 'false-positive'] as const
export type SightingOutcome = (typeof sightingOutcomes)[number]

/** The bucket of a count; a count below one is a fault of the caller. */
export function countBucketOf(count: number): CountBucket {
  if (!(count >= 1)) throw new RangeError(`A sighting counts at least one finding, not ${count}.`)
  if (count === 1) return '1'
  if (count <= 5) return '2-5'
  return count <= 20 ? '6-20' : '>20'
}
