// How much our extensions of Sigma may remember; what goes for want of room is counted with the groups forgotten.
// SPDX-License-Identifier: EUPL-1.2

export const extensionLimits = {
  /** Values that `first_seen` of one rule remembers; the one longest not seen goes first. */
  maxRemembered: 200_000,
  /** Groups of values with a learning period of their own. */
  maxLearners: 50_000,
  /** Histories of one `baseline`. */
  maxHistories: 10_000,
  /** Windows of one history, after which older ones weigh half. */
  maxWindows: 100_000,
} as const
