// What a learner does: begins, answers, tries again. Nobody's name is asked, and the journal hears of none of it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { type Answer, type Course, type Courses, choiceOf, type Question, resultOf } from '../course.ts'
import { learnerTokenHash, newLearnerToken } from '../learner-token.ts'
import { findClassByCode, type TrainingClass } from '../store/classes.ts'
import {
  findLearner,
  insertAnswer,
  insertLearner,
  type Learner,
  lockLearner,
  markFinished,
  selectAnswers,
  startNextRound,
} from '../store/learners.ts'
import { insertOutcomes } from '../store/outcomes.ts'

type Learning = Pick<Context, 'database'>

export interface OpenedClass {
  readonly trainingClass: TrainingClass
  readonly course: Course
  /** Takes no new learners: closed, or its last day is over. Who began goes on. */
  readonly isOver: boolean
}

/** Null where there is no such code, or its course is no longer taught. */
export async function classOfCode(
  context: Learning,
  courses: Courses,
  code: string,
  now: Date,
): Promise<OpenedClass | null> {
  const trainingClass = await context.database.asEngine((scope) => findClassByCode(scope, code, now))
  const course = courses().find(({ key }) => key === trainingClass?.courseKey)
  if (!trainingClass || !course) return null
  const { closedAt, until } = trainingClass
  return { trainingClass, course, isOver: closedAt !== null || (until !== null && now >= until) }
}

/** Returns the token for the cookie; it is stored nowhere. */
export async function beginTry(
  context: Learning,
  { trainingClass }: OpenedClass,
  now: Date,
): Promise<string> {
  const token = newLearnerToken()
  const tokenHash = learnerTokenHash(token)
  if (!tokenHash) throw new Error('a token that was made here is none of ours')
  const { organisationId, id } = trainingClass
  await context.database.asEngineFor(organisationId, (scope) =>
    insertLearner(scope, { organisationId, classId: id, tokenHash }, now),
  )
  return token
}

export interface Try {
  readonly learner: Learner
  /** Of this round. */
  readonly answers: readonly Answer[]
}

export async function tryOf(
  context: Learning,
  { trainingClass }: OpenedClass,
  token: string | undefined,
): Promise<Try | null> {
  const tokenHash = learnerTokenHash(token)
  if (!tokenHash) return null
  const { organisationId, id } = trainingClass
  return context.database.asEngineFor(organisationId, async (scope) => {
    const learner = await findLearner(scope, { organisationId, classId: id, tokenHash })
    return learner && { learner, answers: await selectAnswers(scope, learner) }
  })
}

/** The first answer to a question counts; the last one ends the round. */
export function answerQuestion(
  context: Learning,
  { course }: OpenedClass,
  {
    learner,
    question,
    choice,
  }: { readonly learner: Learner; readonly question: Question; readonly choice: string },
  now: Date,
): Promise<void> {
  const answer = { question: question.key, choice }
  if (!choiceOf(question, [answer])) throw new Error(`${choice} is no answer to ${question.key}`)
  return context.database.asEngineFor(learner.organisationId, async (scope) => {
    const current = await lockLearner(scope, learner)
    if (!current || current.round !== learner.round) return
    await insertAnswer(scope, current, answer)
    await finishIfWhole(scope, course, current, now)
  })
}

async function finishIfWhole(scope: EngineScope, course: Course, learner: Learner, now: Date): Promise<void> {
  const result = resultOf(course, await selectAnswers(scope, learner))
  if (!result.isFinished || learner.passedAt) return
  await markFinished(scope, learner, result, now)
  if (!result.isPassed) return
  const { organisationId, classId } = learner
  await insertOutcomes(scope, [
    { organisationId, classId, outcome: 'passed', endedOn: now.toISOString().slice(0, 10) },
  ])
}

/** Who has passed does not need to. */
export function tryAgain(context: Learning, learner: Learner, now: Date): Promise<void> {
  return context.database.asEngineFor(learner.organisationId, async (scope) => {
    const current = await lockLearner(scope, learner)
    if (current && !current.passedAt && current.round === learner.round)
      await startNextRound(scope, current, now)
  })
}
