// How much one rule file and one rule may ask of the sensor; what asks for more is refused with its reason.
// SPDX-License-Identifier: EUPL-1.2

export const ruleLimits = {
  maxFileBytes: 2 * 1024 * 1024,
  maxDocumentsOfFile: 1_000,
  /** Nodes that aliases of one file may bring in; a YAML bomb needs millions. */
  maxAliasedNodes: 10_000,
  maxDepth: 32,
  /** Values of one rule, aliases and variants included. */
  maxValues: 20_000,
  /** UTF-16 units of all values of one rule, variants included. */
  maxUnitsOfRule: 4 * 1024 * 1024,
  maxValueUnits: 32 * 1024,
  /** Variants that `windash` or placeholders may make of one value: 5 to the power of 4. */
  maxVariants: 625,
  maxConditionTokens: 2_000,
  maxConditionDepth: 64,
  /** States of the automaton of one regular expression. */
  maxRegexStates: 8_000,
  maxRegexDepth: 64,
  /** Events that an `absence` may ask to have been seen before. */
  maxSeenOfAbsence: 1_000,
  maxFilesOfFolder: 200_000,
} as const
