// One question a page: the answers, and after answering what is right and why.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  ButtonLink,
  CsrfField,
  ErrorSummary,
  PageHead,
  RadioField,
  ReasonLine,
  StateWord,
} from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { answerQuestion } from '../actions/learn.ts'
import { answerForm, placePath } from '../contract/forms.ts'
import { type Courses, choiceOf, nextQuestionOf, type Question } from '../course.ts'
import { type Begun, begunOf } from './learning.ts'
import { learnBase, questionHref, resultHref } from './paths.ts'

export function questionPages(context: Context, courses: Courses): readonly Page[] {
  const path = `${learnBase}/:code/questions/:number`
  return [
    definePage({
      method: 'GET',
      path,
      permission: 'public',
      params: placePath,
      query: nothing,
      body: nothing,
      handle: (request) =>
        begunOf(context, courses, request, (begun) =>
          show(context, begun, begun.request.params.number, false),
        ),
    }),
    definePage({
      method: 'POST',
      path,
      permission: 'public',
      params: placePath,
      query: nothing,
      body: answerForm,
      handle: (request) =>
        begunOf(context, courses, request, async (begun) => {
          const { number } = request.params
          const question = begun.course.body.quiz[number - 1]
          const choice = question?.choices.find(({ key }) => key === request.body.choice)
          if (!question || !choice) return show(context, begun, number, true)
          const { learner } = begun.given
          await answerQuestion(context, begun, { learner, question, choice: choice.key }, request.now)
          return { redirect: questionHref(begun.code, number) }
        }),
    }),
  ]
}

/** Who jumps ahead is led to the first question without an answer. */
async function show(
  context: Context,
  begun: Begun<AnyRequest>,
  number: number,
  isFaulty: boolean,
): Promise<PageReply> {
  const { code, course, given, request, reader } = begun
  const question = course.body.quiz[number - 1]
  const next = nextQuestionOf(course, given.answers)
  if (!question || (next !== null && number > next))
    return { redirect: next === null ? resultHref(code) : questionHref(code, next) }
  const isAnswered = choiceOf(question, given.answers) !== null
  const title = textIn(question.question, reader.translator.locale)
  const content = isAnswered ? (
    <Answered begun={begun} question={question} number={number} />
  ) : (
    <Open begun={begun} question={question} number={number} isFaulty={isFaulty} />
  )
  const status = isFaulty && !isAnswered ? 422 : 200
  return { html: await context.render(request, { title, content, width: 'narrow' }), status }
}

interface QuestionProps {
  readonly begun: Begun<AnyRequest>
  readonly question: Question
  readonly number: number
}

function Open({ begun, question, number, isFaulty }: QuestionProps & { readonly isFaulty: boolean }) {
  const { code, course, reader } = begun
  const { t, locale } = reader.translator
  const error = isFaulty ? t('training.quiz.choose') : undefined
  return (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={error ? [{ fieldId: 'choice', text: error }] : []}
      />
      <p class="s-meta s-quiet">{t('training.quiz.place', { number, total: course.body.quiz.length })}</p>
      <form class="s-stack s-quiz" method="post" action={questionHref(code, number)}>
        <CsrfField token={reader.csrfToken} />
        <RadioField
          name="choice"
          label={textIn(question.question, locale)}
          isTitle
          look="large"
          choices={question.choices.map(({ key, text }) => ({ value: key, label: textIn(text, locale) }))}
          error={error}
        />
        <Actions>
          <Button>{t('training.quiz.answer')}</Button>
        </Actions>
      </form>
    </>
  )
}

function Answered({ begun, question, number }: QuestionProps) {
  const { code, course, given, reader } = begun
  const { t, tr, locale } = reader.translator
  const chosen = choiceOf(question, given.answers)
  const right = question.choices.find((choice) => choice.right)
  const total = course.body.quiz.length
  return (
    <>
      <PageHead
        title={textIn(question.question, locale)}
        meta={t('training.quiz.place', { number, total })}
      />
      <div class="s-stack s-measure">
        <p role="status">
          <StateWord state={chosen?.right ? 'done' : 'half'}>
            {t(chosen?.right ? 'training.quiz.right' : 'training.quiz.wrong')}
          </StateWord>
        </p>
        {chosen && <p>{t('training.quiz.yours', { answer: textIn(chosen.text, locale) })}</p>}
        {right && !chosen?.right && (
          <p>
            <strong>{t('training.quiz.would', { answer: textIn(right.text, locale) })}</strong>
          </p>
        )}
        <ReasonLine>
          {tr('training.quiz.because', { explanation: textIn(question.explanation, locale) })}
        </ReasonLine>
        <Actions>
          <ButtonLink href={number < total ? questionHref(code, number + 1) : resultHref(code)}>
            {t(number < total ? 'training.quiz.next' : 'training.quiz.end')}
          </ButtonLink>
        </Actions>
      </div>
    </>
  )
}
