// How much one pack may hold and ask of the machine that installs it.
// SPDX-License-Identifier: EUPL-1.2

const mebibyte = 1024 * 1024

export const installLimits = {
  /** Of rules and filters each, unpacked; and of the compiled form. */
  maxTextBytes: 384 * mebibyte,
  maxLines: 50_000,
  /** A rule with its samples. */
  maxLineUnits: 24 * mebibyte,
  maxLineDepth: 24,
  maxSamplesOfRule: 100,
  maxEventsOfSample: 20_000,
  maxLogBytes: 8 * mebibyte,
  /** Of all samples of a pack: an installation takes minutes, not days. */
  maxSampleEvents: 1_000_000,
  /** Where more than this share of the rules fails its own samples, the pack as a whole is not to be believed. */
  maxFailedShare: 0.1,
  /** Packs kept beside the one in force. */
  oldPacksKept: 2,
  maxRecordBytes: 32 * mebibyte,
} as const

export const fetchLimits = {
  /** Until the answer begins. */
  answerMs: 30_000,
  /** One whole file. */
  fileMs: 20 * 60_000,
} as const
