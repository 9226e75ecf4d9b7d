// Asks a colleague for one question or a whole part, by a link that needs no account.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { locales, nameOfLocale } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CsrfField,
  ErrorSummary,
  PageHead,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { askedKey } from '../actions/answer.ts'
import { type Checking, viewRunning } from '../actions/check.ts'
import { askColleague, takeLinkBack } from '../actions/links.ts'
import { askForm, linkPath, questionPath, type TypedAsking } from '../contract/forms.ts'
import { delegationDays, maxQuestionsAsked } from '../delegation.ts'
import { type AskField, type Faults, readAsking } from '../typed.ts'
import { askHref, checkHref, memberBase, questionHref } from './paths.ts'
import { memberActs, readerOf } from './reader.ts'
import { faultList, faultText } from './words.tsx'

export function askPages(checking: Checking): readonly Page[] {
  const common = { permission: 'assessments:answer', query: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path: `${memberBase}/questions/:fact/ask`,
      params: questionPath,
      body: nothing,
      handle: (request) =>
        show(checking, request, request.params.fact, { ...nothingTyped, language: request.locale }, {}),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${memberBase}/questions/:fact/ask`,
      params: questionPath,
      body: askForm,
      async handle(request) {
        const { organisationId, params, body, now } = request
        const read = readAsking(body)
        if (read.faults) return show(checking, request, params.fact, body, read.faults)
        const facts =
          read.value.what === 'section' ? await openOfSection(checking, request, params.fact) : [params.fact]
        await askColleague(checking, memberActs(request), { ...read.value, facts }, now)
        return { redirect: `${checkHref(organisationId)}#asked` }
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${memberBase}/links/:linkId/take-back`,
      params: linkPath,
      body: nothing,
      async handle(request) {
        await takeLinkBack(checking, memberActs(request), request.params.linkId, request.now)
        return { redirect: `${checkHref(request.organisationId)}#asked` }
      },
    }),
  ]
}

const nothingTyped: TypedAsking = { what: 'question', forWhom: '', email: '', language: 'en', words: '' }

/** What is open in the part of this question, and in any case the question itself. */
async function openOfSection(
  checking: Checking,
  request: AnyRequest,
  fact: string,
): Promise<readonly string[]> {
  const { organisationId, now } = request
  const { progress } = await checking.context.database.asMember(organisationId, (scope) =>
    viewRunning(checking, scope, organisationId, now),
  )
  const section = progress.questions.find(({ question }) => question.fact === fact)?.section
  const open = progress.open.filter((one) => one.section === section).map(({ question }) => question.fact)
  return [...new Set([fact, ...open])].slice(0, maxQuestionsAsked)
}

async function show(
  checking: Checking,
  request: AnyRequest,
  fact: string,
  typed: TypedAsking,
  faults: Faults<AskField>,
): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(checking.context, request)
  const { t, locale } = reader.translator
  const key = askedKey(checking.book, checking.content().form, fact)
  const section = checking
    .content()
    .form.sections.find(({ questions }) => questions.some((one) => one.fact === fact))
  const open = await openOfSection(checking, request, fact)
  const labels: Record<AskField, string> = {
    what: t('assessments.ask.what'),
    forWhom: t('assessments.ask.forWhom'),
    email: t('assessments.ask.email'),
    language: t('assessments.ask.language'),
    words: t('assessments.ask.words'),
  }
  const errorOf = (field: AskField) => faultText(faults[field], reader.translator)
  const errors = faultList(faults, labels, reader.translator)
  const title = t('assessments.ask.title')
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [
            { label: t('assessments.title'), href: checkHref(organisationId) },
            { label: textIn(key.label, locale), href: questionHref(organisationId, fact) },
          ],
        }}
        lead={t('assessments.ask.lead', { days: delegationDays })}
      />
      <form class="s-sheet" method="post" action={askHref(organisationId, fact)}>
        <div class="s-sheet__body s-stack">
          <CsrfField token={reader.csrfToken} />
          <RadioField
            name="what"
            label={labels.what}
            value={typed.what || undefined}
            error={errorOf('what')}
            choices={[
              { value: 'question', label: textIn(key.question, locale) },
              {
                value: 'section',
                label: t('assessments.ask.section', {
                  section: section ? textIn(section.title, locale) : '',
                  count: open.length,
                }),
              },
            ]}
          />
          <TextField name="forWhom" label={labels.forWhom} value={typed.forWhom} error={errorOf('forWhom')} />
          <TextField name="email" label={labels.email} value={typed.email} error={errorOf('email')} />
          <SelectField
            name="language"
            label={labels.language}
            value={typed.language}
            options={locales.map((value) => ({ value, label: nameOfLocale(value) }))}
            error={errorOf('language')}
          />
          <TextArea
            name="words"
            label={labels.words}
            hint={t('assessments.ask.words.hint')}
            rows={3}
            value={typed.words}
            error={errorOf('words')}
          />
          <Actions>
            <Button>{t('assessments.ask.send')}</Button>
            <a href={questionHref(organisationId, fact)}>{t('assessments.ask.leave')}</a>
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
    status: errors.length > 0 ? 422 : 200,
  }
}
