// The duty officer sends one document, or several packed; the reply says what became of each.
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
  ButtonLink,
  CsrfField,
  ErrorSummary,
  FileField,
  Note,
  PageHead,
  Plain,
  Sheet,
  StateWord,
  Table,
} from '../../../web/kit/index.ts'
import { recordUpload, type UploadResult } from '../actions/upload.ts'
import { maxUploadBytes } from '../contract.ts'
import type { DocumentOutcome } from '../recorded.ts'
import { FaultList } from './fault-list.tsx'
import { listPath, uploadPath } from './paths.ts'
import { clip, outcomeLook, outcomeWord, type Reader, readerOf } from './words.ts'

const endings = '.json,.jsonl,.gz,.tgz,.tar'
const maxFaultListsShown = 20

export function uploadPages(context: Context): readonly Page[] {
  const common = {
    path: uploadPath,
    permission: 'advisories:record',
    params: nothing,
    query: nothing,
    body: nothing,
  } as const
  return [
    definePage({ ...common, method: 'GET', handle: (request) => showForm(context, request, null) }),
    definePage({
      ...common,
      method: 'POST',
      maxUploadBytes,
      async handle(request) {
        const [file] = request.files
        const { t } = context.translator(request.locale)
        if (file === undefined) return showForm(context, request, t('advisories.upload.noFile'))
        const result = await recordUpload(context, file, personOf(request).id, request.now)
        return showResult(context, request, result)
      },
    }),
  ]
}

async function showForm(context: Context, request: AnyRequest, error: string | null): Promise<PageReply> {
  const { translator, csrfToken } = readerOf(context, request)
  const { t } = translator
  const megabytes = maxUploadBytes / 1024 / 1024
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={error === null ? [] : [{ fieldId: 'file', text: error }]}
      />
      <PageHead title={t('advisories.upload.title')} wayTo={wayTo(t)} lead={t('advisories.upload.lead')} />
      <Sheet id="upload" heading={t('advisories.upload.heading')}>
        <form class="s-stack" method="post" action={uploadPath} encType="multipart/form-data">
          <CsrfField token={csrfToken} />
          <FileField
            name="file"
            label={t('advisories.upload.file')}
            hint={t('advisories.upload.hint', { megabytes })}
            accept={endings}
            error={error ?? undefined}
          />
          <Actions>
            <Button>{t('advisories.upload.button')}</Button>
          </Actions>
        </form>
      </Sheet>
    </>
  )
  const html = await context.render(request, {
    title: t('advisories.upload.title'),
    content,
    current: listPath,
  })
  return { html, status: error === null ? 200 : 422 }
}

async function showResult(context: Context, request: AnyRequest, result: UploadResult): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const { new: added, revised, known, quarantined, kev, epss } = result.counts
  const total = added + revised + known + quarantined + kev + epss
  const isGood = quarantined === 0 && result.damaged.length === 0 && total > 0
  const title = t('advisories.upload.result.title', { total })
  const content = (
    <>
      <PageHead title={title} wayTo={wayTo(t)} />
      <div class="s-stack-l">
        <Note tone={isGood ? 'done' : 'soon'} announce>
          {t('advisories.upload.result.counts', { added, revised, known, quarantined, kev, epss })}
          {result.ignoredFiles > 0 &&
            ` ${t('advisories.upload.result.ignored', { count: result.ignoredFiles })}`}
        </Note>
        {result.damaged.length > 0 && (
          <Plain id="damaged" heading={t('advisories.upload.result.damaged')} flush>
            <FaultList
              faults={result.damaged.map(({ fault }) => fault)}
              caption={t('advisories.upload.result.damaged')}
              reader={reader}
            />
          </Plain>
        )}
        {total > 0 && (
          <Plain
            id="documents"
            heading={t('advisories.upload.result.documents')}
            aside={t('shell.list.shownOf', { shown: result.outcomes.length, total })}
            flush
          >
            <OutcomeTable outcomes={result.outcomes} reader={reader} />
          </Plain>
        )}
        {result.outcomes
          .filter(({ faults }) => faults.length > 0)
          .slice(0, maxFaultListsShown)
          .map(({ name, faults }, index) => (
            <Plain key={index} id={`faults-${index + 1}`} heading={clip(name, 120)} flush>
              <FaultList
                faults={faults}
                caption={t('advisories.upload.faultsOf', { name: clip(name, 120) })}
                reader={reader}
              />
            </Plain>
          ))}
        <Actions>
          <ButtonLink kind="secondary" href={uploadPath}>
            {t('advisories.upload.again')}
          </ButtonLink>
          <a href={listPath}>{t('advisories.list.title')}</a>
        </Actions>
      </div>
    </>
  )
  return { html: await context.render(request, { title, content, current: listPath }) }
}

function OutcomeTable(props: { readonly outcomes: readonly DocumentOutcome[]; readonly reader: Reader }) {
  const { t } = props.reader.translator
  return (
    <Table
      caption={t('advisories.upload.result.documents')}
      rows={props.outcomes}
      keyOf={(_outcome, index) => index}
      columns={[
        {
          label: t('advisories.one.document'),
          kind: 'head',
          main: true,
          cell: ({ name, advisoryId }) =>
            advisoryId === null ? (
              clip(name, 200)
            ) : (
              <a href={`${listPath}/${advisoryId}`}>{clip(name, 200)}</a>
            ),
        },
        {
          label: t('advisories.upload.outcome'),
          cell: ({ outcome }) => (
            <StateWord state={outcomeLook[outcome]}>{outcomeWord(outcome, props.reader)}</StateWord>
          ),
        },
        {
          label: t('advisories.upload.faults'),
          cell: ({ faults }) => t('advisories.faults.count', { count: faults.length }),
        },
      ]}
    />
  )
}

function wayTo(t: Reader['translator']['t']) {
  return { label: t('shell.pages.wayTo'), steps: [{ label: t('advisories.list.title'), href: listPath }] }
}
