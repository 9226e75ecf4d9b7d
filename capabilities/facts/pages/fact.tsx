// One fact: what is known of it, from whom and since when, and the question to correct it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Actions, Button, CsrfField, ErrorSummary, Plain, Table } from '../../../web/kit/index.ts'
import { answerableKey, answerFact } from '../actions/answer.ts'
import type { FactBook } from '../actions/book.ts'
import { answerForm, backQuery, factPath } from '../contract/forms.ts'
import type { FactKey } from '../fact-key.ts'
import type { Statement } from '../statement.ts'
import { selectHistory } from '../store/statements.ts'
import { textIn } from '../texts.ts'
import { type AnswerFault, readAnswer } from '../typed.ts'
import { sourceText, valueText } from '../words.ts'
import { factHref, factsHref } from './paths.ts'
import { FactQuestion } from './question.tsx'
import { answeringOf, type Reader, readerOf, wayBack } from './reader.ts'

interface Typed {
  readonly values: readonly string[]
  readonly fault: AnswerFault
}

export function factPages(context: Context, book: FactBook): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: '/o/:organisationId/facts/:key',
      permission: 'facts:state',
      params: factPath,
      query: backQuery,
      body: nothing,
      handle: (request) => show(context, book, request, request.params.key, request.query.back, null),
    }),
    definePage({
      method: 'POST',
      path: '/o/:organisationId/facts/:key',
      permission: 'facts:state',
      params: factPath,
      query: backQuery,
      body: answerForm,
      handle: async (request) => {
        const { organisationId, body, params, now } = request
        const key = answerableKey(book, params.key)
        const unknown = body['value-unknown'] !== ''
        const read = readAnswer(key, body.value, unknown)
        if (read.fault)
          return show(context, book, request, key.key, body.back, { values: body.value, fault: read.fault })
        const answer = { key: key.key, value: read.value, reference: null }
        await answerFact(context, book, answeringOf(request), answer, now)
        return { redirect: wayBack(organisationId, body.back) ?? factsHref(organisationId) }
      },
    }),
  ]
}

async function show(
  context: Context,
  book: FactBook,
  request: AnyRequest,
  name: string,
  back: string,
  typed: Typed | null,
): Promise<PageReply> {
  const { organisationId, now } = request
  const key = answerableKey(book, name)
  const reader = readerOf(context, request)
  const { t, locale } = reader.translator
  const { known, history } = await context.database.asMember(organisationId, async (scope) => ({
    known: (await book.about(scope, organisationId, now))(key.key),
    history: await selectHistory(scope, organisationId, key.key),
  }))
  const title = textIn(key.question ?? key.label, locale)
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={typed ? [{ fieldId: 'value', text: t(`facts.fault.${typed.fault}`) }] : []}
      />
      <form class="s-sheet" method="post" action={factHref(organisationId, key.key)}>
        <div class="s-sheet__body s-stack">
          <CsrfField token={reader.csrfToken} />
          <input type="hidden" name="back" value={wayBack(organisationId, back) ?? ''} />
          <FactQuestion
            factKey={key}
            known={known}
            fault={typed?.fault ?? null}
            typed={typed?.values ?? null}
            reader={reader}
          />
          <Actions>
            <Button>{t('facts.fact.save')}</Button>
            <a href={wayBack(organisationId, back) ?? factsHref(organisationId)}>{t('facts.fact.leave')}</a>
          </Actions>
        </div>
      </form>
      <History factKey={key} history={history} reader={reader} />
    </>
  )
  return {
    html: await context.render(request, { title, content, width: 'narrow' }),
    ...(typed ? { status: 422 } : {}),
  }
}

function History({
  factKey,
  history,
  reader,
}: {
  readonly factKey: FactKey
  readonly history: readonly Statement[]
  readonly reader: Reader
}) {
  const { translator } = reader
  const { t } = translator
  if (history.length === 0) return null
  return (
    <Plain id="history" heading={t('facts.history.heading')}>
      <Table
        caption={t('facts.history.heading')}
        rows={history}
        keyOf={(_row, index) => index}
        columns={[
          {
            label: t('facts.history.value'),
            kind: 'head',
            cell: ({ value }) => valueText(factKey, value, translator),
          },
          { label: t('facts.history.source'), cell: (row) => sourceText(row, reader) },
          { label: t('facts.history.by'), cell: ({ recordedByName }) => recordedByName ?? '' },
        ]}
      />
    </Plain>
  )
}
