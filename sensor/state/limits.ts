// What the sensor keeps in its state folder, and how much of it.
// SPDX-License-Identifier: EUPL-1.2

export const stateLimits = {
  /** A finding as one line of JSON; a longer one loses its evidence first, then its reason. */
  maxFindingBytes: 64 * 1024,
  /** Findings whose repeats are counted; beyond, the one that repeated longest ago is forgotten. */
  maxRepeats: 100_000,
  /** A checkpoint; correlations with more waiting events than this are not kept over a restart. */
  maxCheckpointBytes: 1024 ** 3,
  /** One section of it: a text of JavaScript has at most 512 MiB. */
  maxSectionUnits: 400 * 1024 * 1024,
  /** Files of findings that are read, newest first: ten years. */
  maxDays: 3_660,
  patientKeyBytes: 32,
  /** A text file that the sensor itself wrote: lock, heartbeat. */
  maxSmallFileBytes: 4 * 1024 * 1024,
} as const
