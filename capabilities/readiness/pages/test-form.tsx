// Recording a restore test, and withdrawing one that was recorded wrongly.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  CsrfField,
  ErrorSummary,
  FileField,
  PageHead,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import { recordTest, withdrawTest } from '../actions/tests.ts'
import { maxEvidenceBytes, testForm, testPath } from '../contract.ts'
import { systemClasses, testOutcomes } from '../restore-test.ts'
import { type Faults, readTest, type TestField, type TypedTest } from '../typed.ts'
import { outcomeName, systemClassName } from '../words.ts'
import { actOf, hrefOf, readerOf, show, wayTo } from './reader.ts'

const nothingTyped: TypedTest = {
  system: '',
  systemClass: 'other',
  startedAt: '',
  endedAt: '',
  sizeGb: '',
  watchedBy: '',
  outcome: '',
  note: '',
}

export function testPages(context: Context): readonly Page[] {
  const path = '/o/:organisationId/readiness/tests'
  const common = { permission: 'readiness:record', query: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path: `${path}/new`,
      params: memberPath,
      body: nothing,
      handle: (request) => showForm(context, request, nothingTyped, {}),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${path}/new`,
      params: memberPath,
      body: testForm,
      maxUploadBytes: maxEvidenceBytes,
      async handle(request) {
        const [file] = request.files
        const evidence = file
          ? { name: file.name, sha256: createHash('sha256').update(file.content).digest('hex') }
          : null
        const { timeZone } = readerOf(context, request)
        const read = readTest(request.body, evidence, timeZone, request.now)
        if (read.faults) return showForm(context, request, request.body, read.faults)
        await context.database.asMember(request.organisationId, (scope) =>
          recordTest(context, scope, read.value, actOf(request)),
        )
        return { redirect: hrefOf(request.organisationId) }
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${path}/:testId/withdraw`,
      params: testPath,
      body: nothing,
      async handle(request) {
        await context.database.asMember(request.organisationId, (scope) =>
          withdrawTest(context, scope, request.params.testId, actOf(request)),
        )
        return { redirect: hrefOf(request.organisationId) }
      },
    }),
  ]
}

async function showForm(
  context: Context,
  request: AnyRequest,
  typed: TypedTest,
  faults: Faults<TestField>,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { translator, csrfToken, href, timeZone } = reader
  const { t } = translator
  const texts: Record<TestField, string> = {
    system: t('readiness.test.system.wrong'),
    systemClass: t('readiness.test.class.wrong'),
    startedAt: t('readiness.test.start.wrong'),
    endedAt: t('readiness.test.end.wrong'),
    sizeGb: t('readiness.test.size.wrong'),
    watchedBy: t('readiness.test.watcher.wrong'),
    outcome: t('readiness.test.outcome.wrong'),
    note: t('readiness.test.note.wrong'),
  }
  // Keys of the faults of this form and nothing else.
  const fields = Object.keys(faults) as TestField[]
  const error = (field: TestField) => (faults[field] ? texts[field] : undefined)
  const text = (field: TestField) => ({ name: field, value: typed[field], error: error(field) })
  const title = t('readiness.tests.record')
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: fields.length })}
        faults={fields.map((field) => ({ fieldId: field, text: texts[field] }))}
      />
      <PageHead title={title} wayTo={wayTo(reader)} lead={t('readiness.test.lead')} />
      <form class="s-sheet" method="post" action={`${href}/tests/new`} encType="multipart/form-data">
        <div class="s-sheet__body">
          <CsrfField token={csrfToken} />
          <TextField
            {...text('system')}
            label={t('readiness.test.system')}
            hint={t('readiness.test.system.hint')}
          />
          <SelectField
            {...text('systemClass')}
            label={t('readiness.test.class')}
            options={systemClasses.map((value) => ({ value, label: systemClassName(value, translator) }))}
          />
          <TextField
            {...text('startedAt')}
            label={t('readiness.test.start')}
            hint={t('readiness.test.time.hint', { zone: timeZone })}
          />
          <TextField
            {...text('endedAt')}
            label={t('readiness.test.end')}
            hint={t('readiness.test.end.hint')}
          />
          <TextField {...text('sizeGb')} label={t('readiness.test.size')} inputMode="decimal" />
          <TextField
            {...text('watchedBy')}
            label={t('readiness.test.watcher')}
            hint={t('readiness.test.watcher.hint')}
          />
          <RadioField
            {...text('outcome')}
            label={t('readiness.test.outcome')}
            choices={testOutcomes.map((value) => ({ value, label: outcomeName(value, translator) }))}
          />
          <TextArea {...text('note')} label={t('readiness.test.note')} hint={t('readiness.test.note.hint')} />
          <FileField
            name="evidence"
            label={t('readiness.test.file')}
            hint={t('readiness.test.file.hint', { megabytes: maxEvidenceBytes / 1024 / 1024 })}
          />
          <Actions>
            <Button>{t('readiness.tests.save')}</Button>
            <a href={href}>{t('readiness.back')}</a>
          </Actions>
        </div>
      </form>
    </>
  )
  return show(context, request, { title, content }, fields.length > 0)
}
