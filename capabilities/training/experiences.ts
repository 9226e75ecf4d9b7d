// xAPI statements of a course: the learner's own with the score, and a house's from groups of five without one.
// SPDX-License-Identifier: EUPL-1.2
import { type Statement, statementOf } from '@salus/standards/xapi'
import { courseAddress, keyedUuid } from './certificate.ts'
import type { Course, Result } from './course.ts'
import type { Release } from './rates.ts'

export interface Speaking {
  readonly origin: string
  readonly secret: Buffer
}

/** For the learner alone, who may take it along to a record store of their own. */
export function ownStatement(
  course: Course,
  learner: {
    readonly organisationId: number
    readonly id: number
    readonly round: number
    readonly at: Date
  },
  { right, questions, isPassed }: Result,
  { origin, secret }: Speaking,
): Statement {
  const seed = `${learner.organisationId}/${learner.id}/${learner.round}`
  return statementOf({
    id: keyedUuid(secret, `statement ${seed}`),
    account: { homePage: origin, name: keyedUuid(secret, `learner ${learner.organisationId}/${learner.id}`) },
    verb: isPassed ? 'passed' : 'failed',
    course: { iri: courseAddress(origin, course.key), name: course.title },
    score: { right, questions },
    platform: 'Salus',
    at: learner.at,
  })
}

export type NumberedRelease = Release & { readonly id: number }

/**
 * One for each person of a group that was released; its actor is made up for the export, and there is neither a score nor a
 * time of day: a list of five scores would show the one who had the least.
 */
export function houseStatements(
  releases: readonly NumberedRelease[],
  courses: readonly Course[],
  { origin, secret }: Speaking,
): readonly Statement[] {
  return releases.flatMap((release) => {
    const course = courses.find(({ key }) => key === release.courseKey)
    if (!course || release.outcome === 'started') return []
    return Array.from({ length: release.people }, (_, index) => {
      const seed = `${release.organisationId}/${release.id}/${index}`
      return statementOf({
        id: keyedUuid(secret, `released statement ${seed}`),
        account: { homePage: origin, name: keyedUuid(secret, `released ${seed}`) },
        verb: release.outcome === 'passed' ? 'passed' : 'failed',
        course: { iri: courseAddress(origin, course.key), name: course.title },
        score: null,
        platform: 'Salus',
        at: new Date(`${release.month}T00:00:00Z`),
      })
    })
  })
}
