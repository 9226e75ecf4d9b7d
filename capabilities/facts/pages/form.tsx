// Asks a form question by question, one to a page; every answer counts at once, so one may stop at any time.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Actions, Button, CsrfField, ErrorSummary, Progress } from '../../../web/kit/index.ts'
import { answerableKey, answerFact } from '../actions/answer.ts'
import type { FactBook } from '../actions/book.ts'
import { formAnswer, formPath, formQuery } from '../contract/forms.ts'
import { unknownFact } from '../contract/refusals.ts'
import { type AskedQuestion, type Form, nextQuestion, questionsOf } from '../form.ts'
import type { Facts } from '../statement.ts'
import { textIn } from '../texts.ts'
import { type AnswerFault, readAnswer } from '../typed.ts'
import { formHref } from './paths.ts'
import { FactQuestion } from './question.tsx'
import { answeringOf, readerOf } from './reader.ts'

/** A form with the page that follows its last question. */
export interface OfferedForm {
  readonly form: Form
  readonly after: (organisationId: number) => string
}

interface Typed {
  readonly fact: string
  readonly values: readonly string[]
  readonly fault: AnswerFault
}

export function formPages(context: Context, book: FactBook, forms: readonly OfferedForm[]): readonly Page[] {
  const find = (name: string): OfferedForm => {
    const found = forms.find(({ form }) => form.key === name)
    if (!found) throw unknownFact()
    return found
  }
  return [
    definePage({
      method: 'GET',
      path: '/o/:organisationId/forms/:form',
      permission: 'facts:state',
      params: formPath,
      query: formQuery,
      body: nothing,
      handle: (request) => ask(context, book, request, find(request.params.form), request.query, null),
    }),
    definePage({
      method: 'POST',
      path: '/o/:organisationId/forms/:form',
      permission: 'facts:state',
      params: formPath,
      query: nothing,
      body: formAnswer,
      handle: async (request) => {
        const { organisationId, body, params, now } = request
        const offered = find(params.form)
        if (!asksFor(offered.form, body.fact)) throw unknownFact()
        const key = answerableKey(book, body.fact)
        const read = readAnswer(key, body.value, body['value-unknown'] !== '')
        if (read.fault) {
          const typed = { fact: key.key, values: body.value, fault: read.fault }
          return ask(context, book, request, offered, { after: '', at: key.key }, typed)
        }
        const { form } = offered
        const reference = `${form.key} ${form.version}`
        await answerFact(
          context,
          book,
          answeringOf(request),
          { key: key.key, value: read.value, reference },
          now,
        )
        return { redirect: `${formHref(organisationId, form.key)}?after=${key.key}` }
      },
    }),
  ]
}

function asksFor(form: Form, fact: string): boolean {
  return form.sections.some(({ questions }) => questions.some((question) => question.fact === fact))
}

async function ask(
  context: Context,
  book: FactBook,
  request: AnyRequest,
  { form, after }: OfferedForm,
  place: { readonly after: string; readonly at: string },
  typed: Typed | null,
): Promise<PageReply> {
  const { organisationId, now } = request
  const facts = await context.database.asMember(organisationId, (scope) =>
    book.about(scope, organisationId, now),
  )
  const questions = questionsOf(form, facts)
  const asked = place.at
    ? (questions.find(({ question }) => question.fact === place.at) ?? null)
    : onwards(questions, place.after)
  if (!asked) return { redirect: after(organisationId) }
  return show(context, book, request, { form, after, facts, questions, asked, typed })
}

/** What was passed over is not asked again in the same round; who comes back later is asked. */
function onwards(questions: readonly AskedQuestion[], after: string): AskedQuestion | null {
  const at = questions.findIndex(({ question }) => question.fact === after)
  return at < 0 ? nextQuestion(questions, null) : nextQuestion(questions.slice(at + 1), null)
}

interface Shown extends OfferedForm {
  readonly facts: Facts
  readonly questions: readonly AskedQuestion[]
  readonly asked: AskedQuestion
  readonly typed: Typed | null
}

async function show(
  context: Context,
  book: FactBook,
  request: AnyRequest,
  { form, after, facts, questions, asked, typed }: Shown,
): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, request)
  const { t, locale } = reader.translator
  const key = answerableKey(book, asked.question.fact)
  const applicable = questions.filter((one) => one === asked || one.standing !== 'not-asked')
  const number = applicable.findIndex(({ question }) => question.fact === key.key) + 1
  const section = form.sections.find((one) => one.key === asked.section)
  const formTitle = textIn(form.title, locale)
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={typed ? [{ fieldId: 'value', text: t(`facts.fault.${typed.fault}`) }] : []}
      />
      <p class="s-quiet s-dense">{formTitle}</p>
      <Progress
        id="progress"
        label={t('facts.form.progress', {
          number,
          total: applicable.length,
          section: section ? textIn(section.title, locale) : '',
        })}
        done={number - 1}
        total={applicable.length}
      />
      <form class="s-sheet" method="post" action={formHref(organisationId, form.key)}>
        <div class="s-sheet__body s-stack">
          <CsrfField token={reader.csrfToken} />
          <input type="hidden" name="fact" value={key.key} />
          <FactQuestion
            factKey={key}
            known={facts(key.key)}
            fault={typed?.fault ?? null}
            typed={typed?.values ?? null}
            reader={reader}
          />
          <Actions>
            <Button>{t('facts.form.save')}</Button>
            <a href={`${formHref(organisationId, form.key)}?after=${key.key}`}>{t('facts.form.skip')}</a>
            <a href={after(organisationId)}>{t('facts.form.stop')}</a>
          </Actions>
        </div>
      </form>
    </>
  )
  return {
    html: await context.render(request, { title: `${formTitle} (${number})`, content, width: 'narrow' }),
    ...(typed ? { status: 422 } : {}),
  }
}
