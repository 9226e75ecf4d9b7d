// What a configuration may ask for, and what one run keeps in memory.
// SPDX-License-Identifier: EUPL-1.2

export const runLimits = {
  maxConfigBytes: 1024 * 1024,
  maxPlaceholderBytes: 4 * 1024 * 1024,
  maxPaths: 1_000,
  maxListeners: 16,
  maxHouseNames: 10_000,
  /** Of one list of indicators, and of all lists that stand in files. */
  maxListBytes: 512 * 1024 * 1024,
  /** Events said to be later than this after now are taken as undated: a wrong clock must not outrun all others. */
  maxAheadMs: 86_400_000,
  /** Faults of records that are told one by one; all are counted. */
  maxNotes: 20,
  /** Small files are read together up to this size, and event logs cut at it; a whole number of their chunks. */
  pieceBytes: 16 * 1024 * 1024,
  maxPieceFiles: 500,
  /** Looked at before the number of threads is chosen. */
  maxPeekedPieces: 128,
  /** Threads of one scan, each with the rules in its memory; and of one that nobody has set. */
  maxWorkers: 16,
  maxUsualWorkers: 8,
  /** Another thread takes seconds to get ready, so each must have this much to read. */
  bytesOfWorker: 256 * 1024 * 1024,
  /** What a thread found and nobody has taken yet, in UTF-16 units; then it waits. */
  maxUntakenUnits: 32 * 1024 * 1024,
  /** Threads that may die, one after the other, before the rest of their files is given up. */
  maxLostWorkers: 4,
  /** After so many events or outcomes they are handed on. */
  batchEvents: 2_000,
  batchOutcomes: 64,
} as const
