// The form posts of answers: one alert, or the same answer for several after a preview.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import {
  definePage,
  type Page,
  type PageReply,
  personOf,
  type Request,
} from '../../../platform/http/endpoint.ts'
import { idParam, memberPath, nothing } from '../../../platform/http/input.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import {
  Actions,
  Button,
  CsrfField,
  Empty,
  PageHead,
  ReasonLine,
  StateWord,
  Table,
  TextArea,
} from '../../../web/kit/index.ts'
import { answerAlert } from '../actions/answer.ts'
import { answerKinds, decideAnswer, maxReasonLength, needsReason } from '../alert.ts'
import { answerFields } from '../contract.ts'
import { answerFrom } from '../given-answer.ts'
import { type ListedAlert, selectListed } from '../store.ts'
import { alertPath, showAlert } from './alert.tsx'
import type { AnswerFault } from './answer-form.tsx'
import { becauseOf } from './list-columns.tsx'
import { type Reader, stateLook, stateWord, titleIn } from './words.ts'

const maxAtOnce = 200

export function answerPage(context: Context): Page {
  return definePage({
    method: 'POST',
    path: '/o/:organisationId/alerts/:alertId/answer',
    permission: 'alerts:answer',
    params: alertPath,
    query: nothing,
    body: answerFields,
    async handle(request) {
      const { organisationId, alertId } = request.params
      try {
        await answerAlert(
          context,
          {
            organisationId,
            alertId,
            answer: answerFrom(request.body),
            personId: personOf(request).id,
            timeZone: request.membership?.timeZone ?? 'UTC',
          },
          request.now,
        )
      } catch (error) {
        const fault = faultOf(error)
        if (fault) return showAlert(context, request, { fault, ...request.body })
        throw error
      }
      return { redirect: `/o/${organisationId}/alerts/${alertId}` }
    },
  })
}

function faultOf(error: unknown): AnswerFault | null {
  if (!(error instanceof Refusal)) return null
  if (error.code === 'alerts/wrong-state') return 'wrong-state'
  // The noun's word for what is missing travels as the cause.
  return error.code === 'alerts/answer-incomplete' && typeof error.cause === 'string'
    ? (error.cause as AnswerFault)
    : null
}

/** One tick box arrives as a text, several as a list. */
const bulkFields = z.object({
  alertIds: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(idParam).max(maxAtOnce),
  ),
  kind: z.enum(answerKinds),
  reason: z.string().trim().max(maxReasonLength).default(''),
  confirmed: z.literal('yes').optional(),
})
type BulkRequest = Request<z.output<typeof memberPath>, unknown, z.output<typeof bulkFields>>

export function bulkPage(context: Context): Page {
  return definePage({
    method: 'POST',
    path: '/o/:organisationId/alerts/answers',
    permission: 'alerts:answer',
    params: memberPath,
    query: nothing,
    body: bulkFields,
    handle: (request) =>
      request.body.confirmed ? storeBulk(context, request) : showPreview(context, request, false),
  })
}

interface Previewed {
  readonly alert: ListedAlert
  readonly leftOut: 'check' | 'state' | null
}

async function preview(context: Context, request: BulkRequest): Promise<readonly Previewed[]> {
  const alerts = await context.database.asMember(request.organisationId, (scope) =>
    selectListed(scope, request.body.alertIds),
  )
  return alerts.map((alert) => ({ alert, leftOut: leftOutOf(alert, request) }))
}

/** What we cannot tell is never answered in bulk: each needs its own look. */
function leftOutOf(alert: ListedAlert, request: BulkRequest): Previewed['leftOut'] {
  if (alert.answer === 'cannot_tell') return 'check'
  const { kind } = request.body
  const decision = decideAnswer(
    alert.state,
    { kind, applies: 'yes', assignee: null, reason: 'given below', acceptedUntil: null },
    '',
  )
  return decision.allowed ? null : 'state'
}

async function showPreview(
  context: Context,
  request: BulkRequest,
  reasonMissing: boolean,
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const { t } = translator
  const reader: Reader = { translator, timeZone: request.membership?.timeZone ?? 'UTC', now: request.now }
  const previewed = await preview(context, request)
  const ok = previewed.filter(({ leftOut }) => leftOut === null)
  const path = `/o/${request.organisationId}/alerts`
  const title = t('alerts.bulk.title', { ok: ok.length })
  const content = (
    <>
      <PageHead title={title} lead={t('alerts.bulk.lead')} />
      {previewed.length === 0 && <Empty heading={t('alerts.bulk.nothing')}>{t('alerts.bulk.lead')}</Empty>}
      <form method="post" action={`${path}/answers`}>
        <CsrfField token={request.caller?.csrfToken ?? null} />
        <input type="hidden" name="kind" value={request.body.kind} />
        <input type="hidden" name="confirmed" value="yes" />
        {ok.map(({ alert }) => (
          <input key={alert.id} type="hidden" name="alertIds" value={alert.id} />
        ))}
        {previewed.length > 0 && <PreviewTable previewed={previewed} request={request} reader={reader} />}
        {ok.length > 0 && (
          <TextArea
            name="reason"
            label={t('alerts.answer.reason')}
            rows={2}
            maxLength={maxReasonLength}
            value={request.body.reason}
            error={reasonMissing ? t('alerts.answer.error.reason-missing') : undefined}
          />
        )}
        <Actions>
          {ok.length > 0 && <Button>{t('alerts.bulk.store', { ok: ok.length })}</Button>}
          <a href={path}>{t('alerts.bulk.back')}</a>
        </Actions>
      </form>
    </>
  )
  return {
    html: await context.render(request, { title, content, current: path }),
    ...(reasonMissing ? { status: 422 } : {}),
  }
}

function PreviewTable({
  previewed,
  request,
  reader,
}: {
  readonly previewed: readonly Previewed[]
  readonly request: BulkRequest
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <div class="s-sheet">
      <Table
        caption={t('alerts.bulk.caption')}
        rows={previewed}
        keyOf={({ alert }) => alert.id}
        columns={[
          {
            label: t('alerts.list.column.alert'),
            kind: 'head',
            phoneLabel: null,
            cell: ({ alert }) => titleIn(alert, reader.translator),
          },
          {
            label: t('alerts.list.column.because'),
            phoneLabel: null,
            cell: ({ alert }) => <ReasonLine>{becauseOf(alert, reader)}</ReasonLine>,
          },
          {
            label: t('alerts.list.column.state'),
            cell: ({ alert }) => (
              <StateWord state={stateLook(alert.state, false)}>
                {stateWord(alert.state, reader.translator)}
              </StateWord>
            ),
          },
          {
            label: t('alerts.bulk.column.will'),
            cell: ({ alert, leftOut }) => willOf(alert, leftOut, request, reader),
          },
        ]}
      />
    </div>
  )
}

function willOf(
  alert: ListedAlert,
  leftOut: Previewed['leftOut'],
  request: BulkRequest,
  { translator }: Reader,
): string {
  if (leftOut === 'check') return translator.t('alerts.bulk.leftOut.check')
  if (leftOut === 'state')
    return translator.t('alerts.bulk.leftOut', { state: stateWord(alert.state, translator) })
  return translator.t(`alerts.answer.kind.${request.body.kind}`)
}

/** Each answer is a transaction of its own: one that no longer fits does not stop the others. */
async function storeBulk(context: Context, request: BulkRequest): Promise<PageReply> {
  const { kind, reason } = request.body
  if (needsReason(kind) && reason === '') return showPreview(context, request, true)
  const previewed = await preview(context, request)
  for (const { alert, leftOut } of previewed) {
    if (leftOut !== null) continue
    const answer = {
      kind,
      applies: kind === 'acknowledge' ? ('yes' as const) : null,
      assignee: null,
      reason: reason || null,
      acceptedUntil: null,
    }
    await answerAlert(
      context,
      {
        organisationId: request.organisationId,
        alertId: alert.id,
        answer,
        personId: personOf(request).id,
        timeZone: request.membership?.timeZone ?? 'UTC',
      },
      request.now,
    ).catch(ignoreMovedOn)
  }
  return { redirect: `/o/${request.organisationId}/alerts` }
}

/** Somebody else answered in the same second; the list shows their answer. */
function ignoreMovedOn(error: unknown): void {
  if (error instanceof Refusal && error.status === 409) return
  throw error
}
