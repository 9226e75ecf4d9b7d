// Figures of a house and of the centre: sums of releases, and how many certificates count today.
// SPDX-License-Identifier: EUPL-1.2
import { groupFloor, type Outcome } from './floor.ts'

export interface Release {
  readonly organisationId: number
  readonly courseKey: string
  readonly classId: number | null
  readonly outcome: Outcome
  readonly people: number
  /** `2026-12-01` */
  readonly month: string
  readonly releasedAt: Date
}

/** Null: fewer than five, which may be nobody. */
export interface Rate {
  readonly started: number | null
  readonly finished: number | null
  readonly passed: number | null
}

export function rateOf(releases: readonly Release[]): Rate {
  const passed = peopleIn(releases, ['passed'])
  const finished = peopleIn(releases, ['passed', 'finished'])
  const started = peopleIn(releases, ['passed', 'finished', 'started'])
  return { started: shown(started), finished: shown(finished), passed: shown(passed) }
}

/** Among those counted; null where nobody is. */
export function passedPercentOf(releases: readonly Release[]): number | null {
  const all = peopleIn(releases, ['passed', 'finished', 'started'])
  return all === 0 ? null : Math.round((peopleIn(releases, ['passed']) * 100) / all)
}

export function ratesBy<K>(
  releases: readonly Release[],
  keyOf: (release: Release) => K,
): ReadonlyMap<K, Rate> {
  return new Map([...Map.groupBy(releases, keyOf)].map(([key, own]) => [key, rateOf(own)] as const))
}

export interface Validity {
  readonly validMonths: (courseKey: string) => number | null
}

/** Certificates count from the month in which their group became whole; those of a course that is gone do not. */
export function validPeople(releases: readonly Release[], { validMonths }: Validity, now: Date): number {
  return releases
    .filter(({ outcome }) => outcome === 'passed')
    .filter((release) => {
      const months = validMonths(release.courseKey)
      return months !== null && now < endOf(release, months)
    })
    .reduce((sum, { people }) => sum + people, 0)
}

/** The first moment after the last month in which these certificates count. */
export function endOf({ month }: Pick<Release, 'month'>, validMonths: number): Date {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + validMonths, 1))
}

/** Of those who ever held one at the same time, this share must still hold one, else the course is to be given again. */
const keptShare = 0.8

/** When the certificates of one course fall below that share; null where nobody holds any. */
export function renewalDue(releases: readonly Release[], validMonths: number): Date | null {
  const passed = releases
    .filter(({ outcome }) => outcome === 'passed')
    .map((release) => ({
      from: release.releasedAt,
      end: endOf(release, validMonths),
      people: release.people,
    }))
  if (passed.length === 0) return null
  const heldAt = (at: Date) =>
    passed.filter(({ from, end }) => from <= at && at < end).reduce((sum, { people }) => sum + people, 0)
  const most = Math.max(...passed.map(({ from }) => heldAt(from)))
  const ends = passed.map(({ end }) => end).toSorted((a, b) => a.getTime() - b.getTime())
  const lastGain = Math.max(...passed.map(({ from }) => from.getTime()))
  // A fall that later certificates have made up for is past.
  return ends.find((end) => heldAt(end) < keptShare * most && end.getTime() > lastGain) ?? null
}

function peopleIn(releases: readonly Release[], of: readonly Outcome[]): number {
  return releases.filter(({ outcome }) => of.includes(outcome)).reduce((sum, { people }) => sum + people, 0)
}

function shown(people: number): number | null {
  return people >= groupFloor ? people : null
}
