// What may be told of learners: only groups of at least five who ended alike, put together once and never taken apart.
// SPDX-License-Identifier: EUPL-1.2

/** Below this nothing is said, to anybody. */
export const groupFloor = 5

/**
 * `passed`; `finished`: answered every question and did not pass; `started`: left before that. Each person ends in
 * exactly one of them.
 */
export const outcomes = ['passed', 'finished', 'started'] as const
export type Outcome = (typeof outcomes)[number]

/** People of one class who ended alike and are in no group yet. */
export interface Waiting {
  readonly organisationId: number
  readonly classId: number
  readonly courseKey: string
  readonly isClassPast: boolean
  readonly outcome: Outcome
  readonly people: number
  /** The last day on which one of them ended: `2026-12-04`. */
  readonly lastDay: string
}

export interface NewRelease {
  readonly organisationId: number
  readonly courseKey: string
  /** Null: from several classes that are past. */
  readonly classId: number | null
  readonly outcome: Outcome
  readonly people: number
  /** `2026-12-01` */
  readonly month: string
  readonly of: readonly Waiting[]
}

/**
 * Every figure that is ever shown is a sum of releases. Each release holds five people or more, they all ended alike, and
 * nobody is in two. So no figure, and no difference of figures between classes, months or days, is about fewer than five:
 * docs/decisions/0022-training-records.md.
 */
export function releasesOf(waiting: readonly Waiting[]): readonly NewRelease[] {
  const whole = waiting.filter(({ people }) => people >= groupFloor)
  const rest = waiting.filter(({ people, isClassPast }) => people < groupFloor && isClassPast)
  const leftOver = Map.groupBy(rest, ({ organisationId, courseKey, outcome }) =>
    JSON.stringify([organisationId, courseKey, outcome]),
  )
  return [...whole.map((one) => releaseOf([one])), ...[...leftOver.values()].map(releaseOf)].filter(
    ({ people }) => people >= groupFloor,
  )
}

function releaseOf(of: readonly Waiting[]): NewRelease {
  const [first] = of
  if (!first) throw new Error('a release of nobody')
  const { organisationId, courseKey, outcome } = first
  return {
    organisationId,
    courseKey,
    classId: of.length === 1 ? first.classId : null,
    outcome,
    people: of.reduce((sum, { people }) => sum + people, 0),
    month: `${of
      .map(({ lastDay }) => lastDay)
      .toSorted()
      .at(-1)
      ?.slice(0, 7)}-01`,
    of,
  }
}
