// What a configuration may ask for, and what one run keeps in memory.
// SPDX-License-Identifier: EUPL-1.2

export const runLimits = {
  maxConfigBytes: 1024 * 1024,
  maxPaths: 1_000,
  maxListeners: 16,
  maxHouseNames: 10_000,
  /** Of one list of indicators, and of all lists that stand in files. */
  maxListBytes: 512 * 1024 * 1024,
  /** Events said to be later than this after now are taken as undated: a wrong clock must not outrun all others. */
  maxAheadMs: 86_400_000,
  /** Faults of records that are told one by one; all are counted. */
  maxNotes: 20,
} as const
