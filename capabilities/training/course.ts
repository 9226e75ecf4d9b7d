// Where somebody stands in a course: which page is next, and how the questions went.
// SPDX-License-Identifier: EUPL-1.2
import type { ItemOf } from '../catalogue/index.ts'

export type Course = ItemOf<'course'>
export type Courses = () => readonly Course[]
export type Question = Course['body']['quiz'][number]

export interface Answer {
  readonly question: string
  readonly choice: string
}

export interface Result {
  readonly right: number
  readonly questions: number
  readonly percent: number
  readonly isFinished: boolean
  readonly isPassed: boolean
}

export function resultOf({ body }: Course, answers: readonly Answer[]): Result {
  const answered = body.quiz.flatMap((question) => {
    const choice = choiceOf(question, answers)
    return choice ? [choice] : []
  })
  const right = answered.filter((choice) => choice.right).length
  const questions = body.quiz.length
  const isFinished = answered.length === questions
  // Compared in whole numbers: 4 of 5 are 80 per cent, whatever a division makes of it.
  const isPassed = isFinished && right * 100 >= body.passPercent * questions
  return { right, questions, percent: Math.floor((right * 100) / questions), isFinished, isPassed }
}

/** What was answered; null where nothing was, or something that the course no longer has. */
export function choiceOf(question: Question, answers: readonly Answer[]): Question['choices'][number] | null {
  const given = answers.find((answer) => answer.question === question.key)
  return question.choices.find(({ key }) => key === given?.choice) ?? null
}

/** The number, from 1 on, of the first question without an answer; null where all have one. */
export function nextQuestionOf({ body }: Course, answers: readonly Answer[]): number | null {
  const index = body.quiz.findIndex((question) => choiceOf(question, answers) === null)
  return index < 0 ? null : index + 1
}

/** How many must be right. */
export function neededRight({ body }: Course): number {
  return Math.ceil((body.passPercent * body.quiz.length) / 100)
}
