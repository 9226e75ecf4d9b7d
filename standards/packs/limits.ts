// How large and how many the parts of a pack may be, and how long what signs it may stay valid.
// SPDX-License-Identifier: EUPL-1.2

const kibibyte = 1024
const mebibyte = 1024 * kibibyte

export const packLimits = {
  maxRootBytes: 64 * kibibyte,
  maxTimestampBytes: 16 * kibibyte,
  maxSnapshotBytes: 64 * kibibyte,
  maxTargetsBytes: mebibyte,
  /** New root files that one update follows; a repository with an endless chain is left. */
  maxRootsAtOnce: 64,
  maxVersion: 2_147_483_647,
  maxKeys: 32,
  maxSignatures: 64,
  maxTargets: 500,
  /** Levels of metadata: root → keys → key → keyval is the deepest. */
  maxMetadataDepth: 12,
  /** Two people must agree before the keys that everything hangs on can change. */
  minRootThreshold: 2,
  maxManifestBytes: 16 * mebibyte,
  maxManifestRules: 50_000,
  /** Lists of indicators that a manifest names. */
  maxManifestLists: 1_000,
  /** Indicators whose sightings may be sent; eight bytes each. */
  maxTellableIds: 16_000_000,
  /** Files of a `.salus-pack`, and its size. */
  maxContainerFiles: 1_000,
  maxContainerBytes: 4 * 1024 * mebibyte,
} as const

/** Bytes of one target, by its name; what is not listed is no target of a pack. */
export const targetLimits: readonly (readonly [RegExp, number])[] = [
  [/^manifest\.json$/, packLimits.maxManifestBytes],
  [/^health\.json$/, mebibyte],
  [/^rules\.ndjson\.gz$/, 128 * mebibyte],
  [/^compiled\.json\.gz$/, 128 * mebibyte],
  [/^filters\.ndjson\.gz$/, 16 * mebibyte],
  [/^pipelines\.[a-z0-9-]{1,40}\.json$/, 4 * mebibyte],
  [/^indicators\.bin$/, 1024 * mebibyte],
  [/^indicators\.[1-9][0-9]{0,5}\.delta\.bin$/, 64 * mebibyte],
  [/^indicators\.(?:[1-9][0-9]{0,5}\.delta\.)?ids\.bin$/, 136 * mebibyte],
]
