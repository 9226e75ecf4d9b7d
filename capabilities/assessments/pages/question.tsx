// The page of one question: progress, the question, and the ways to pass it on or to stop for today.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Actions, Button, CsrfField, ErrorSummary, Progress } from '../../../web/kit/index.ts'
import { type AnswerFault, nextQuestion, readAnswer, textIn } from '../../facts/index.ts'
import { answerQuestion, askedKey } from '../actions/answer.ts'
import { type Checking, viewRunning } from '../actions/check.ts'
import { answerForm, questionPath, type TypedAnswer } from '../contract/forms.ts'
import { selectAnswers } from '../store/checks.ts'
import { type EvidenceField, type Faults, readEvidence } from '../typed.ts'
import { Asked } from './asked.tsx'
import { askHref, checkHref, memberBase, questionHref } from './paths.ts'
import { memberActs, readerOf, sayInstant } from './reader.ts'
import { faultList } from './words.tsx'

export interface Typed {
  readonly typed: TypedAnswer
  readonly fault: AnswerFault | null
  readonly evidenceFaults: Faults<EvidenceField>
}

export function questionPages(checking: Checking): readonly Page[] {
  const common = {
    path: `${memberBase}/questions/:fact`,
    permission: 'assessments:answer',
    params: questionPath,
    query: nothing,
  } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      body: nothing,
      handle: (request) => show(checking, request, request.params.fact, null),
    }),
    definePage({
      ...common,
      method: 'POST',
      body: answerForm,
      async handle(request) {
        const { body, params, organisationId, now, locale } = request
        const read = readTyped(checking, params.fact, body)
        if (!read.given) return show(checking, request, params.fact, read)
        await answerQuestion(
          checking,
          memberActs(request),
          { ...read.given, fact: params.fact, language: locale },
          now,
        )
        return { redirect: await hrefAfter(checking, organisationId, params.fact, now) }
      },
    }),
  ]
}

/** Answer and evidence together, so that all faults are said at once. */
export function readTyped({ book, content }: Checking, fact: string, typed: TypedAnswer) {
  const key = askedKey(book, content().form, fact)
  const answer = readAnswer(key, typed.value, typed['value-unknown'] !== '')
  const evidence = readEvidence(typed)
  const given = answer.fault || evidence.faults ? null : { value: answer.value, ...evidence.value }
  return { typed, fault: answer.fault, evidenceFaults: evidence.faults ?? {}, given }
}

async function hrefAfter(
  checking: Checking,
  organisationId: number,
  fact: string,
  now: Date,
): Promise<string> {
  const { progress } = await checking.context.database.asMember(organisationId, (scope) =>
    viewRunning(checking, scope, organisationId, now),
  )
  const next = nextQuestion(progress.questions, fact)
  return next ? questionHref(organisationId, next.question.fact) : checkHref(organisationId)
}

async function show(
  checking: Checking,
  request: AnyRequest,
  fact: string,
  typed: Typed | null,
): Promise<PageReply> {
  const { organisationId, now } = request
  const reader = readerOf(checking.context, request)
  const { t, locale } = reader.translator
  const { view, answers } = await checking.context.database.asMember(organisationId, async (scope) => {
    const running = await viewRunning(checking, scope, organisationId, now)
    return { view: running, answers: await selectAnswers(scope, organisationId, running.check.id) }
  })
  const { form, facts, progress } = view
  const key = askedKey(checking.book, form, fact)
  const place = progress.questions.findIndex(({ question }) => question.fact === fact)
  const section = form.sections.find(({ questions }) => questions.some((one) => one.fact === fact))
  const title = textIn(key.question, locale)
  const faults = faultsOf(typed, reader)
  const saved = answers.map(({ recordedAt }) => recordedAt).toSorted((a, b) => b.getTime() - a.getTime())[0]
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: faults.length })} faults={faults} />
      <p class="s-crumb">
        <a href={checkHref(organisationId)}>{t('assessments.title')}</a>
        {saved && ` · ${t('assessments.question.saved', { time: sayInstant(saved, reader, 'instant') })}`}
      </p>
      <Progress
        id="progress"
        label={t('assessments.question.progress', {
          number: place + 1,
          total: progress.questions.length,
          section: section ? textIn(section.title, locale) : '',
        })}
        done={progress.answered}
        total={progress.questions.length}
      />
      <form class="s-sheet s-check-form" method="post" action={questionHref(organisationId, fact)}>
        <div class="s-sheet__body s-stack">
          <CsrfField token={reader.csrfToken} />
          <Asked
            factKey={key}
            known={facts(fact)}
            typed={typed?.typed ?? null}
            fault={typed?.fault ?? null}
            evidenceFaults={typed?.evidenceFaults ?? {}}
            evidence={answers.find((one) => one.fact === fact) ?? null}
            isGuest={false}
            reader={reader}
          />
          <Actions>
            <Button>{t('assessments.question.save')}</Button>
            <a href={askHref(organisationId, fact)}>{t('assessments.question.ask')}</a>
            <a href={checkHref(organisationId)}>{t('assessments.question.stop')}</a>
          </Actions>
        </div>
      </form>
    </>
  )
  return {
    html: await checking.context.render(request, {
      title,
      content,
      width: 'narrow',
      current: checkHref(organisationId),
    }),
    status: faults.length > 0 ? 422 : 200,
  }
}

export function faultsOf(typed: Typed | null, { translator }: ReturnType<typeof readerOf>) {
  if (!typed) return []
  const { t } = translator
  const labels = { note: t('assessments.question.note'), evidence: t('assessments.question.evidence') }
  return [
    ...(typed.fault ? [{ fieldId: 'value', text: t(`facts.fault.${typed.fault}`) }] : []),
    ...faultList(typed.evidenceFaults, labels, translator),
  ]
}
