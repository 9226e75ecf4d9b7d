// How much a report takes in, keeps and shows; what goes beyond is counted and said.
// SPDX-License-Identifier: EUPL-1.2

export const reportLimits = {
  /** Groups kept in memory; beyond, the slightest and oldest are only counted. */
  maxGroups: 20_000,
  maxItemsOfGroup: 60,
  /** Findings of one rule in one group that are kept with their evidence. */
  maxExamples: 3,
  /** Rules that are told apart in counts; further ones count as rare. */
  maxRules: 20_000,
  /** Hours with findings of their own; older ones are counted together. */
  maxHours: 10_000,
  /** Groups of the page with everything, and after those as one line each. */
  shownGroups: 10,
  /** Of those, with their first evidence opened; and those that the beginning of the page names. */
  openGroups: 3,
  listedGroups: 40,
  shownItems: 8,
  shownNoisyRules: 10,
  shownFalsePositives: 6,
  shownEvents: 10,
  /** Bars of the chart. */
  maxBars: 31,
  maxTitleUnits: 160,
  maxValueUnits: 300,
  maxSourceUnits: 200,
  /** What a rule's author says, in UTF-16 units. */
  maxAdviceUnits: 600,
  /** Characters of one cell of a CSV file. */
  maxCellUnits: 1_000,
} as const
