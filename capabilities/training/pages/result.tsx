// The result of a try: passed with a certificate to make out, or not yet with another try, and a way to leave no trace.
// SPDX-License-Identifier: EUPL-1.2

import { jsonLines } from '@salus/standards/xapi'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  ButtonLink,
  CsrfField,
  ErrorSummary,
  Note,
  PageHead,
  Plain,
  Sheet,
  TextField,
} from '../../../web/kit/index.ts'
import { tryAgain } from '../actions/learn.ts'
import { maxHolderName } from '../certificate.ts'
import { codePath } from '../contract/forms.ts'
import { type Courses, neededRight, nextQuestionOf, resultOf } from '../course.ts'
import { ownStatement } from '../experiences.ts'
import { learnerCookie } from '../learner-token.ts'
import { type Begun, begunOf } from './learning.ts'
import { learnBase, learnHref, lessonHref, questionHref } from './paths.ts'

export function resultPages(context: Context, courses: Courses): readonly Page[] {
  const common = { permission: 'public', params: codePath, query: nothing, body: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path: `${learnBase}/:code/result`,
      handle: (request) => begunOf(context, courses, request, (begun) => showResult(context, begun, null)),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${learnBase}/:code/again`,
      handle: (request) =>
        begunOf(context, courses, request, async ({ code, given }) => {
          await tryAgain(context, given.learner, request.now)
          return { redirect: lessonHref(code, 1) }
        }),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${learnBase}/:code/leave`,
      handle: async (request) => ({
        redirect: learnHref(encodeURIComponent(request.params.code)),
        cookies: [{ name: learnerCookie, value: null, maxAgeSeconds: 0 }],
      }),
    }),
    definePage({
      ...common,
      method: 'GET',
      path: `${learnBase}/:code/statement`,
      handle: (request) =>
        begunOf(context, courses, request, async ({ code, course, given }): Promise<PageReply> => {
          const result = resultOf(course, given.answers)
          if (!result.isFinished) return { redirect: learnHref(code) }
          const { organisationId, id, round, finishedAt } = given.learner
          const learner = { organisationId, id, round, at: finishedAt ?? request.now }
          const speaking = { origin: context.origin(), secret: context.secret }
          return {
            file: jsonLines([ownStatement(course, learner, result, speaking)]),
            fileName: `${course.key}.xapi.jsonl`,
            contentType: 'application/x-ndjson; charset=utf-8',
          }
        }),
    }),
  ]
}

export type NameFault = 'missing' | 'long' | 'none'

export async function showResult(
  context: Context,
  begun: Begun<AnyRequest>,
  name: { readonly typed: string; readonly fault: NameFault } | null,
): Promise<PageReply> {
  const { code, course, given, reader, request } = begun
  const { t, tr } = reader.translator
  const result = resultOf(course, given.answers)
  if (!result.isFinished) return { redirect: questionHref(code, nextQuestionOf(course, given.answers) ?? 1) }
  const { right, questions } = result
  const needed = neededRight(course)
  const isPassed = given.learner.passedAt !== null
  const title = isPassed
    ? t('training.result.passed', { right, questions })
    : t('training.result.not', { right, questions, needed })
  const error = faultText(begun, name?.fault)
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={error ? [{ fieldId: 'name', text: error }] : []}
      />
      <PageHead
        title={title}
        lead={t(isPassed ? 'training.result.passed.lead' : 'training.result.not.lead')}
        because={tr('training.result.because', { needed, questions })}
      />
      <div class="s-stack-l">
        {isPassed ? (
          <NameForm begun={begun} typed={name?.typed ?? ''} error={error} />
        ) : (
          <Again begun={begun} />
        )}
        <Statement begun={begun} />
        <Leave begun={begun} />
      </div>
    </>
  )
  return {
    html: await context.render(request, { title, content, width: 'narrow' }),
    status: error ? 422 : 200,
  }
}

function faultText({ reader }: Begun<AnyRequest>, fault: NameFault | undefined): string | undefined {
  const { t } = reader.translator
  switch (fault) {
    case 'missing':
      return t('training.certificate.name.missing')
    case 'long':
      return t('training.certificate.name.long', { max: maxHolderName })
    case 'none':
      return t('training.certificate.none')
    default:
      return undefined
  }
}

interface Part {
  readonly begun: Begun<AnyRequest>
}

function NameForm({
  begun: { code, reader },
  typed,
  error,
}: Part & { readonly typed: string; readonly error: string | undefined }) {
  const { t } = reader.translator
  return (
    <Sheet id="certificate" heading={t('training.certificate.heading')}>
      <p>{t('training.certificate.say')}</p>
      <form class="s-stack" method="post" action={`${learnHref(code)}/certificate`}>
        <CsrfField token={reader.csrfToken} />
        <TextField
          name="name"
          label={t('training.certificate.name')}
          value={typed}
          maxLength={maxHolderName}
          autoComplete="off"
          error={error}
        />
        <Actions>
          <Button>{t('training.certificate.make')}</Button>
        </Actions>
      </form>
    </Sheet>
  )
}

function Again({ begun: { code, reader } }: Part) {
  const { t } = reader.translator
  return (
    <Actions>
      <form method="post" action={`${learnHref(code)}/again`}>
        <CsrfField token={reader.csrfToken} />
        <Button>{t('training.result.again')}</Button>
      </form>
    </Actions>
  )
}

function Statement({ begun: { code, reader } }: Part) {
  const { t } = reader.translator
  return (
    <Plain id="statement" heading={t('training.result.statement')}>
      <p>{t('training.result.statement.say')}</p>
      <p>
        <ButtonLink kind="secondary" href={`${learnHref(code)}/statement`}>
          {t('training.result.statement')}
        </ButtonLink>
      </p>
    </Plain>
  )
}

function Leave({ begun: { code, reader } }: Part) {
  const { t } = reader.translator
  return (
    <Note tone="plan">
      <form class="s-stack" method="post" action={`${learnHref(code)}/leave`}>
        <CsrfField token={reader.csrfToken} />
        <p>{t('training.result.leave.say')}</p>
        <Actions>
          <Button kind="secondary">{t('training.result.leave')}</Button>
        </Actions>
      </form>
    </Note>
  )
}
