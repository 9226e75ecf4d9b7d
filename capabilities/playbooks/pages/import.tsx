// The centre takes over a CACAO playbook; a faulty one is shown with everything that is wrong with it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import {
  type AnyRequest,
  definePage,
  type Page,
  type PageReply,
  personOf,
} from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  CheckboxField,
  CsrfField,
  ErrorSummary,
  FileField,
  Note,
  PageHead,
  Plain,
  Sheet,
} from '../../../web/kit/index.ts'
import { type Imported, importPlaybook } from '../actions/import.ts'
import { importForm, maxImportBytes } from '../contract.ts'
import { FaultTable } from './fault-table.tsx'
import { importPath, listPath } from './paths.ts'
import { readerOf } from './words.ts'

export function importPages(context: Context): readonly Page[] {
  const common = {
    path: importPath,
    permission: 'playbooks:import',
    params: nothing,
    query: nothing,
  } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      body: nothing,
      handle: (request) => showForm(context, request, {}),
    }),
    definePage({
      ...common,
      method: 'POST',
      body: importForm,
      maxUploadBytes: maxImportBytes,
      async handle(request) {
        const [file] = request.files
        const { t } = context.translator(request.locale)
        const offered = request.body.offered === 'yes'
        if (!file) return showForm(context, request, { error: t('playbooks.import.noFile'), offered })
        const result = await context.database.asCentre((scope) =>
          importPlaybook(scope, file.content, { offered, person: personOf(request) }, request.now),
        )
        if (result.outcome === 'refused') return showForm(context, request, { refused: result, offered })
        return { redirect: `${listPath}?done=imported` }
      },
    }),
  ]
}

interface Shown {
  readonly error?: string
  readonly refused?: Extract<Imported, { outcome: 'refused' }>
  readonly offered?: boolean
}

async function showForm(
  context: Context,
  request: AnyRequest,
  { error, refused, offered = false }: Shown,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const title = t('playbooks.import.title')
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={error === undefined ? [] : [{ fieldId: 'file', text: error }]}
      />
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('playbooks.list.title'), href: listPath }],
        }}
        lead={t('playbooks.import.lead')}
      />
      {refused && (
        <div class="s-stack-l s-below">
          <Note tone="now" announce>
            {t('playbooks.import.refused', { count: refused.faults.length })}
          </Note>
          <Plain id="faults" heading={t('playbooks.import.faults')} flush>
            <FaultTable
              caption={t('playbooks.import.faults.caption')}
              faults={refused.faults}
              reader={reader}
            />
          </Plain>
        </div>
      )}
      <Sheet id="import" heading={t('playbooks.import.heading')}>
        <form class="s-stack" method="post" action={importPath} encType="multipart/form-data">
          <CsrfField token={reader.csrfToken} />
          <FileField
            name="file"
            label={t('playbooks.import.file')}
            hint={t('playbooks.import.hint', { megabytes: maxImportBytes / 1024 / 1024 })}
            accept=".json"
            error={error}
          />
          <CheckboxField
            name="offered"
            label={t('playbooks.import.whom')}
            choices={[
              { value: 'yes', label: t('playbooks.import.offer'), hint: t('playbooks.import.offer.hint') },
            ]}
            values={offered ? ['yes'] : []}
          />
          <Actions>
            <Button>{t('playbooks.import.button')}</Button>
          </Actions>
        </form>
      </Sheet>
    </>
  )
  const html = await context.render(request, { title, content, current: listPath })
  return { html, status: error === undefined && !refused ? 200 : 422 }
}
