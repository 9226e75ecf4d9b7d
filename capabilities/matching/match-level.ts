// How sure a match is, from the grades of identity and range: by this a person broadens or narrows what a list shows.
// SPDX-License-Identifier: EUPL-1.2

/**
 * From narrow to broad. `certain`: affected, by an identifier or a confirmed name, and a range that needs no reading.
 * `likely`: affected by a name alone, or by a range read from prose. `possible`: we cannot tell. `ignored`: compared and
 * left out. What raises alerts are the first three, whatever a list shows.
 */
export const matchLevels = ['certain', 'likely', 'possible', 'ignored'] as const
export type MatchLevel = (typeof matchLevels)[number]

export const certainIdentities = ['exact-identifier', 'confirmed-alias'] as const
export const certainRange = 'exact'

/** Everything at least as sure. */
export function levelsUpTo(show: MatchLevel): readonly MatchLevel[] {
  return matchLevels.slice(0, matchLevels.indexOf(show) + 1)
}

export type LevelCounts = Readonly<Record<MatchLevel, number>>

export function levelOf(verdict: {
  readonly answer: string
  readonly identityGrade: string
  readonly rangeGrade: string
}): MatchLevel {
  if (verdict.answer === 'cannot_tell') return 'possible'
  if (verdict.answer !== 'affected') return 'ignored'
  const isCertain =
    certainIdentities.some((grade) => grade === verdict.identityGrade) && verdict.rangeGrade === certainRange
  return isCertain ? 'certain' : 'likely'
}
