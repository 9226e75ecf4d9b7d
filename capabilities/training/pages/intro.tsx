// The first page of a course: what it brings, how long it takes, why it is here, and who sees what.
// SPDX-License-Identifier: EUPL-1.2
import type { AnyRequest } from '../../../platform/http/endpoint.ts'
import { Actions, Button, ButtonLink, CsrfField, Note, PageHead, Plain } from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { nextQuestionOf, resultOf } from '../course.ts'
import { attemptKeptDays } from '../retention.ts'
import type { Learning } from './learning.ts'
import { learnHref, lessonHref, questionHref, resultHref } from './paths.ts'
import { lastDayText } from './reader.ts'

export function Intro({ learning }: { readonly learning: Learning<AnyRequest> }) {
  const { course, reader, trainingClass, isOver, given } = learning
  const { t, tr, locale } = reader.translator
  const { minutes, lessons, quiz, goals } = course.body
  const until = trainingClass.until
  return (
    <>
      <PageHead
        title={textIn(course.title, locale)}
        meta={t('training.intro.time', { minutes, lessons: lessons.length, questions: quiz.length })}
        lead={textIn(course.summary, locale)}
        because={
          until && trainingClass.label
            ? tr('training.intro.because', { label: trainingClass.label, until: lastDayText(until, reader) })
            : tr('training.intro.because.self')
        }
      />
      <div class="s-stack-l">
        {given ? (
          <GoOn learning={learning} />
        ) : isOver ? (
          <Over learning={learning} />
        ) : (
          <Begin learning={learning} />
        )}
        <Plain id="goals" heading={t('training.intro.goals')}>
          <ul class="govuk-list govuk-list--bullet">
            {goals.map((goal, index) => (
              <li key={index}>{textIn(goal, locale)}</li>
            ))}
          </ul>
        </Plain>
        <Plain id="who" heading={t('training.intro.who')}>
          <p>{t('training.intro.who.name')}</p>
          <p>{t('training.intro.who.answers', { days: attemptKeptDays })}</p>
          <p>{t('training.intro.who.employer')}</p>
        </Plain>
      </div>
    </>
  )
}

interface Part {
  readonly learning: Learning<AnyRequest>
}

function Begin({ learning }: Part) {
  const { t } = learning.reader.translator
  return <BeginForm learning={learning} label={t('training.intro.begin')} kind="primary" />
}

function GoOn({ learning }: Part) {
  const { code, isOver, reader } = learning
  const { t } = reader.translator
  return (
    <div class="s-stack">
      <p>{t('training.intro.continue.say')}</p>
      <Actions>
        <ButtonLink href={nextHref(learning, code)}>{t('training.intro.continue')}</ButtonLink>
        {!isOver && <BeginForm learning={learning} label={t('training.intro.begin.next')} kind="secondary" />}
      </Actions>
    </div>
  )
}

function nextHref({ course, given }: Learning<AnyRequest>, code: string): string {
  const answers = given?.answers ?? []
  if (given?.learner.passedAt || resultOf(course, answers).isFinished) return resultHref(code)
  return answers.length === 0 ? lessonHref(code, 1) : questionHref(code, nextQuestionOf(course, answers) ?? 1)
}

function Over({ learning }: Part) {
  const { t } = learning.reader.translator
  return (
    <Note tone="soon">
      <p>
        <strong>{t('training.over.title')}</strong>
      </p>
      <p>{t('training.over.text')}</p>
    </Note>
  )
}

function BeginForm({
  learning: { code, reader },
  label,
  kind,
}: Part & { readonly label: string; readonly kind: 'primary' | 'secondary' }) {
  return (
    <form method="post" action={`${learnHref(code)}/begin`}>
      <CsrfField token={reader.csrfToken} />
      <Button kind={kind}>{label}</Button>
    </form>
  )
}
