// Tests of quizzes: what counts as passed, and which question comes next.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aCourse } from './builders.ts'
import { type Answer, neededRight, nextQuestionOf, resultOf } from './course.ts'

const answers = (...choices: readonly string[]): readonly Answer[] =>
  choices.map((choice, index) => ({ question: ['one', 'two', 'three'][index] ?? '', choice }))

test('a course is passed from its share of right answers on, and only when all are given', () => {
  const course = aCourse()
  assert.equal(neededRight(course), 2)
  const cases: readonly [readonly string[], boolean, boolean][] = [
    [[], false, false],
    [['look', 'look'], false, false],
    [['look', 'click', 'click'], true, false],
    [['look', 'look', 'click'], true, true],
    [['look', 'look', 'look'], true, true],
  ]
  for (const [choices, isFinished, isPassed] of cases) {
    const result = resultOf(course, answers(...choices))
    assert.deepEqual([result.isFinished, result.isPassed], [isFinished, isPassed], choices.join(' '))
  }
})

test('an answer to a question that the course no longer has counts as none', () => {
  const old = [
    { question: 'gone', choice: 'look' },
    { question: 'one', choice: 'dance' },
    ...answers('', 'look'),
  ]
  const { right, isFinished } = resultOf(aCourse(), old)
  assert.deepEqual([right, isFinished], [1, false])
  assert.equal(nextQuestionOf(aCourse(), old), 1)
})

test('the next question is the first without an answer', () => {
  assert.equal(nextQuestionOf(aCourse(), []), 1)
  assert.equal(nextQuestionOf(aCourse(), answers('click')), 2)
  assert.equal(nextQuestionOf(aCourse(), answers('click', 'look', 'look')), null)
})

test('what is needed is what passes, for every length of quiz and every share', () => {
  const [question] = aCourse().body.quiz
  assert.ok(question)
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 10 }), fc.integer({ min: 50, max: 100 }), (length, passPercent) => {
      const quiz = Array.from({ length }, (_, index) => ({ ...question, key: `q${index}` }))
      const course = aCourse({ body: { ...aCourse().body, quiz, passPercent } })
      const given = (right: number) =>
        quiz.map(({ key }, index) => ({ question: key, choice: index < right ? 'look' : 'click' }))
      assert.ok(resultOf(course, given(neededRight(course))).isPassed)
      assert.ok(!resultOf(course, given(neededRight(course) - 1)).isPassed)
    }),
  )
})
