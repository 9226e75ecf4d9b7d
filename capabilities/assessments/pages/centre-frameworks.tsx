// The centre takes in frameworks of others and confirms by which right it shows them.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import {
  Button,
  CsrfField,
  Details,
  Empty,
  ErrorSummary,
  FileField,
  LinkButton,
  Note,
  PageHead,
  Plain,
  Sheet,
  StateWord,
  TextArea,
} from '../../../web/kit/index.ts'
import type { Checking } from '../actions/check.ts'
import {
  confirmFramework,
  type FrameworkImported,
  importFramework,
  withdrawFramework,
} from '../actions/frameworks.ts'
import { centreFrameworkPath, confirmForm } from '../contract/forms.ts'
import { type Framework, isShown } from '../framework/framework.ts'
import { selectFrameworks } from '../store/frameworks.ts'
import { centreFrameworks } from './paths.ts'
import { officerActs, type Reader, readerOf, sayInstant } from './reader.ts'

const maxFileBytes = 24 * 1024 * 1024
const maxRightLength = 1000
const faultsShown = 50

interface Said {
  /** What is wrong, each with its field. */
  readonly errors: readonly { readonly fieldId: string; readonly text: string }[]
  readonly imported: FrameworkImported | null
}

export function centreFrameworkPages(checking: Checking): readonly Page[] {
  const { context } = checking
  const common = { permission: 'assessments:campaign', query: nothing } as const
  const post = { ...common, method: 'POST' } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path: centreFrameworks,
      params: nothing,
      body: nothing,
      handle: (request) => show(checking, request, { errors: [], imported: null }),
    }),
    definePage({
      ...post,
      path: centreFrameworks,
      params: nothing,
      body: nothing,
      maxUploadBytes: maxFileBytes,
      handle: (request) => takeIn(checking, request),
    }),
    definePage({
      ...post,
      path: `${centreFrameworks}/:frameworkId/confirm`,
      params: centreFrameworkPath,
      body: confirmForm,
      async handle(request) {
        const right = request.body.right.trim()
        const { t } = context.translator(request.locale)
        if (right === '' || right.length > maxRightLength) {
          const text = t(right === '' ? 'assessments.fault.missing' : 'assessments.fault.long')
          const fieldId = `right-${request.params.frameworkId}`
          return show(checking, request, { errors: [{ fieldId, text }], imported: null })
        }
        await confirmFramework(context, officerActs(request), request.params.frameworkId, right, request.now)
        return { redirect: centreFrameworks }
      },
    }),
    definePage({
      ...post,
      path: `${centreFrameworks}/:frameworkId/withdraw`,
      params: centreFrameworkPath,
      body: nothing,
      async handle(request) {
        await withdrawFramework(context, officerActs(request), request.params.frameworkId, request.now)
        return { redirect: centreFrameworks }
      },
    }),
  ]
}

/** Every fault of a file is said on the page, each with its place. */
async function takeIn(checking: Checking, request: AnyRequest): Promise<PageReply> {
  const { t } = checking.context.translator(request.locale)
  const file = request.files.find(({ field }) => field === 'file')
  if (!file || file.content.length === 0)
    return show(checking, request, {
      errors: [{ fieldId: 'file', text: t('assessments.import.nofile') }],
      imported: null,
    })
  try {
    const imported = await importFramework(checking.context, officerActs(request), file.content, request.now)
    return await show(checking, request, { errors: [], imported })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'assessments/framework-faulty') throw error
    const errors = error.faults.slice(0, faultsShown).map(({ pointer, detail }) => ({
      fieldId: 'file',
      text: t('assessments.import.fault', { place: pointer || '/', detail }),
    }))
    return show(checking, request, { errors, imported: null })
  }
}

async function show(checking: Checking, request: AnyRequest, said: Said): Promise<PageReply> {
  const reader = readerOf(checking.context, request)
  const { t } = reader.translator
  const frameworks = await checking.context.database.asCentre(selectFrameworks)
  const waiting = frameworks.filter(
    ({ confirmedAt, withdrawnAt }) => confirmedAt === null && withdrawnAt === null,
  )
  const shown = frameworks.filter(isShown)
  const title = t('assessments.import.title')
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: said.errors.length })} faults={said.errors} />
      <PageHead title={title} lead={t('assessments.import.lead')} />
      <div class="s-stack-l">
        {said.imported && (
          <Note tone="done" announce>
            {t('assessments.import.done', {
              name: said.imported.name ?? t('assessments.import.mappings'),
              requirements: said.imported.requirements,
              mappings: said.imported.mappings,
            })}
          </Note>
        )}
        <Sheet id="import" heading={t('assessments.import.heading')}>
          <form class="s-stack" method="post" action={centreFrameworks} enctype="multipart/form-data">
            <CsrfField token={reader.csrfToken} />
            <FileField
              name="file"
              label={t('assessments.import.file')}
              hint={t('assessments.import.file.hint')}
              accept=".json,.yaml,.yml"
              error={said.errors.find(({ fieldId }) => fieldId === 'file')?.text}
            />
            <div>
              <Button>{t('assessments.import.button')}</Button>
            </div>
          </form>
        </Sheet>
        <List
          id="waiting"
          heading={t('assessments.import.waiting')}
          list={waiting}
          said={said}
          reader={reader}
        />
        <List id="shown" heading={t('assessments.import.shown')} list={shown} said={said} reader={reader} />
      </div>
    </>
  )
  return {
    html: await checking.context.render(request, { title, content, current: centreFrameworks }),
    status: said.errors.length > 0 ? 422 : 200,
  }
}

function List({
  id,
  heading,
  list,
  said,
  reader,
}: {
  readonly id: string
  readonly heading: string
  readonly list: readonly Framework[]
  readonly said: Said
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <Plain id={id} heading={heading}>
      {list.length === 0 ? (
        <Empty heading={t('assessments.import.none')} headingLevel={3}>
          {t('assessments.import.none.text')}
        </Empty>
      ) : (
        list.map((framework) => <One key={framework.id} framework={framework} said={said} reader={reader} />)
      )}
    </Plain>
  )
}

function One({
  framework,
  said,
  reader,
}: {
  readonly framework: Framework
  readonly said: Said
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const { id, name, version, publisher, rights, language, confirmedAt } = framework
  const fieldId = `right-${id}`
  return (
    <div class="s-stack s-framework">
      <h3 lang={language}>{name}</h3>
      <p class="s-dense">
        {t('assessments.frameworks.meta', { version, publisher: publisher ?? '—' })} ·{' '}
        {t('assessments.import.by', {
          day: sayInstant(framework.importedAt, reader),
          name: framework.importedByName,
        })}
      </p>
      {rights && (
        <Details summary={t('assessments.frameworks.rights')}>
          <p class="s-dense s-lines" lang={language}>
            {rights}
          </p>
        </Details>
      )}
      {confirmedAt ? (
        <>
          <p>
            <StateWord state="done">
              {t('assessments.import.confirmed', {
                day: sayInstant(confirmedAt, reader),
                name: framework.confirmedByName ?? '',
                right: framework.confirmedRight ?? '',
              })}
            </StateWord>
          </p>
          <form method="post" action={`${centreFrameworks}/${id}/withdraw`}>
            <CsrfField token={reader.csrfToken} />
            <LinkButton>
              {t('assessments.import.withdraw')}
              <span class="s-hide">
                {' '}
                {name}, {version}
              </span>
            </LinkButton>
          </form>
        </>
      ) : (
        <form class="s-stack" method="post" action={`${centreFrameworks}/${id}/confirm`}>
          <CsrfField token={reader.csrfToken} />
          <TextArea
            name="right"
            id={fieldId}
            label={t('assessments.import.right')}
            hint={t('assessments.import.right.hint')}
            rows={2}
            error={said.errors.find((one) => one.fieldId === fieldId)?.text}
          />
          <div>
            <Button kind="secondary">{t('assessments.import.confirm')}</Button>
          </div>
        </form>
      )}
    </div>
  )
}
