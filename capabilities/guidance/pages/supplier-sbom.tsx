// Where a supplier hands in its bill of materials: the file, what was read of it, and every fault with its place.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  CsrfField,
  ErrorSummary,
  FileField,
  Note,
  PageHead,
  Sheet as Paper,
  Plain,
  Table,
} from '../../../web/kit/index.ts'
import type { Misses } from '../actions/misses.ts'
import { addFileByLink, createReadings, type Guest, viewByLink } from '../actions/supplier.ts'
import { guestQuery, tokenPath } from '../contract/forms.ts'
import { movedOn } from '../contract/refusals.ts'
import type { SbomReading } from '../sbom.ts'
import { isReadable, most, stateOf } from '../sheet.ts'
import { supplierBase, supplierHref } from './paths.ts'
import { instantText, type Reader } from './reader.ts'
import { inSheetLanguage, Languages } from './supplier.tsx'
import { fileFaultText } from './words.ts'

const mostShown = 200
const megabytes = most.fileBytes / 1024 / 1024

export function supplierSbomPages(context: Context, misses: Misses): readonly Page[] {
  const readings = createReadings()
  const common = {
    path: `${supplierBase}/sbom`,
    permission: 'public',
    params: tokenPath,
    query: guestQuery,
    body: nothing,
  } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      handle: (request) =>
        misses.guard(request.remoteAddress, request.now, () =>
          show(context, request, { ...request.params, ...request.query }, null),
        ),
    }),
    definePage({
      ...common,
      method: 'POST',
      maxUploadBytes: most.fileBytes,
      handle: (request) =>
        misses.guard(request.remoteAddress, request.now, async () => {
          const [file] = request.files
          const at = { ...request.params, ...request.query }
          if (!file) return show(context, request, at, 'missing')
          const handed = { fileName: file.name, content: file.content }
          const reading = await addFileByLink(context, readings, at.token, handed, request.now)
          return show(context, request, at, { fileName: file.name, reading })
        }),
    }),
  ]
}

type Outcome = { readonly fileName: string; readonly reading: SbomReading } | 'missing' | null

async function show(
  context: Context,
  asked: AnyRequest,
  at: { readonly token: string; readonly language: string },
  outcome: Outcome,
): Promise<PageReply> {
  const guest = await viewByLink(context, at.token, asked.now)
  if (stateOf(guest.sheet) === 'handed-in') throw movedOn()
  const { request, reader } = inSheetLanguage(context, asked, guest, at.language)
  const { translator } = reader
  const { t } = translator
  const title = t('guidance.sbom.title')
  const query = at.language ? `?language=${translator.locale}` : ''
  const href = supplierHref(at.token)
  const error = errorOf(outcome, reader)
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={error ? [{ fieldId: 'file', text: error }] : []}
      />
      <Languages href={`${href}/sbom`} current={translator.locale} reader={reader} />
      <PageHead
        title={title}
        lead={t('guidance.sbom.lead')}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('guidance.sbom.back'), href: `${href}${query}` }],
        }}
      />
      {outcome !== null && outcome !== 'missing' && <Outcome {...outcome} reader={reader} />}
      <form method="post" action={`${href}/sbom${query}`} encType="multipart/form-data">
        <CsrfField token={reader.csrfToken} />
        <Paper id="upload" heading={t('guidance.sbom.file')}>
          <FileField
            name="file"
            label={t('guidance.sbom.field')}
            hint={t('guidance.sbom.hint', { megabytes })}
            accept=".json,.xml"
            error={error}
          />
          <Actions>
            <Button>{t('guidance.sbom.submit')}</Button>
          </Actions>
        </Paper>
      </form>
      <Files guest={guest} reader={reader} />
    </>
  )
  return { html: await context.render(request, { title, content }), status: error ? 422 : 200 }
}

function errorOf(outcome: Outcome, { translator: { t } }: Reader): string | undefined {
  if (outcome === null) return undefined
  if (outcome === 'missing') return t('guidance.sbom.missing')
  return outcome.reading.outcome === 'refused' ? t('guidance.sbom.refused') : undefined
}

function Outcome({
  fileName,
  reading,
  reader,
}: {
  readonly fileName: string
  readonly reading: SbomReading
  readonly reader: Reader
}) {
  const { translator } = reader
  const { t } = translator
  const faults = reading.faults.slice(0, mostShown)
  return (
    <>
      {reading.outcome === 'read' && (
        <Note tone="done" announce>
          {t('guidance.sbom.read', { file: fileName, components: reading.components })}
        </Note>
      )}
      {faults.length > 0 && (
        <Paper
          id="faults"
          heading={t('guidance.sbom.faults', { count: reading.faults.length })}
          aside={reading.faults.length > mostShown ? t('guidance.sbom.shown', { count: mostShown }) : null}
          flush
        >
          <Table
            caption={t('guidance.sbom.faults', { count: reading.faults.length })}
            rows={faults}
            keyOf={(_, index) => index}
            columns={[
              {
                label: t('guidance.sbom.place'),
                kind: 'head',
                cell: ({ place }) => <span class="s-raw">{place || '/'}</span>,
              },
              {
                label: t('guidance.sbom.why'),
                main: true,
                cell: (fault) => {
                  const { why, lang } = fileFaultText(fault, translator)
                  return <span lang={lang}>{why}</span>
                },
              },
              {
                label: t('guidance.sbom.do'),
                cell: (fault) => {
                  const { whatToDo, lang } = fileFaultText(fault, translator)
                  return <span lang={lang}>{whatToDo}</span>
                },
              },
            ]}
          />
        </Paper>
      )}
    </>
  )
}

function Files({ guest, reader }: { readonly guest: Guest; readonly reader: Reader }) {
  const { t } = reader.translator
  const files = guest.files.filter(isReadable).toReversed()
  if (files.length === 0) return null
  return (
    <Plain id="files" heading={t('guidance.sbom.handed')}>
      <ul class="govuk-list">
        {files.map(({ id, fileName, components, recordedAt }) => (
          <li key={id} class="s-said">
            {t('guidance.sbom.one', { file: fileName, components, moment: instantText(recordedAt, reader) })}
          </li>
        ))}
      </ul>
    </Plain>
  )
}
