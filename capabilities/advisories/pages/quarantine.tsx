// Documents that could not be read, with the reasons; each can be deleted.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import {
  type AnyRequest,
  definePage,
  type Page,
  type PageReply,
  personOf,
} from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { Button, CsrfField, Empty, Facts, PageHead, Pagination, Plain } from '../../../web/kit/index.ts'
import { discardQuarantined } from '../actions/quarantine.ts'
import { countQuarantined, listQuarantined, type QuarantinedDocument } from '../store/quarantine.ts'
import { FaultList } from './fault-list.tsx'
import { listPath, quarantinePath } from './paths.ts'
import { clip, instant, type Reader, readerOf } from './words.ts'

const pageSize = 20

export function quarantinePages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: quarantinePath,
      permission: 'advisories:read',
      params: nothing,
      query: z.object({ before: idParam.optional() }),
      body: nothing,
      handle: (request) => showQuarantine(context, request, request.query.before ?? null),
    }),
    definePage({
      method: 'POST',
      path: `${quarantinePath}/:documentId/delete`,
      permission: 'advisories:record',
      params: z.object({ documentId: idParam }),
      query: nothing,
      body: nothing,
      async handle(request) {
        const { documentId } = request.params
        await context.database.asCentre((scope) =>
          discardQuarantined(scope, documentId, personOf(request).id, request.now),
        )
        return { redirect: quarantinePath }
      },
    }),
  ]
}

async function showQuarantine(
  context: Context,
  request: AnyRequest,
  before: number | null,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const { documents, total } = await context.database.asCentre(async (scope) => ({
    documents: await listQuarantined(scope, before, pageSize + 1),
    total: await countQuarantined(scope),
  }))
  const shown = documents.slice(0, pageSize)
  const last = shown.at(-1)
  const older =
    documents.length > pageSize && last
      ? { older: { label: t('shell.list.older'), href: `${quarantinePath}?before=${last.id}` } }
      : {}
  const title = t('advisories.quarantine.title')
  const content = (
    <>
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('advisories.list.title'), href: listPath }],
        }}
        lead={t('advisories.quarantine.lead')}
      />
      {shown.length === 0 && (
        <Empty heading={t('advisories.quarantine.empty.heading')}>{t('advisories.quarantine.empty')}</Empty>
      )}
      {shown.map((document) => (
        <Quarantined key={document.id} document={document} reader={reader} />
      ))}
      <Pagination
        label={t('shell.list.pages')}
        shown={t('shell.list.shownOf', { shown: shown.length, total })}
        {...older}
      />
    </>
  )
  return { html: await context.render(request, { title, content, current: listPath }) }
}

function Quarantined({
  document,
  reader,
}: {
  readonly document: QuarantinedDocument
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const { id, name, source, bytes, sha256, faults, recordedAt } = document
  const facts = [
    { term: t('advisories.column.recorded'), value: instant(recordedAt, reader) },
    { term: t('advisories.column.source'), value: <code>{source}</code> },
    { term: t('advisories.quarantine.bytes'), value: formatNumber(bytes, reader.translator) },
    { term: t('advisories.one.hash'), value: <code class="s-raw">{sha256}</code> },
  ]
  const shortName = clip(name, 160)
  return (
    <Plain id={`document-${id}`} heading={shortName}>
      <Facts facts={facts} />
      <FaultList
        faults={faults}
        caption={t('advisories.upload.faultsOf', { name: shortName })}
        reader={reader}
      />
      <form method="post" action={`${quarantinePath}/${id}/delete`}>
        <CsrfField token={reader.csrfToken} />
        <Button kind="warning" describedBy={`document-${id}`}>
          {t('advisories.quarantine.delete')}
        </Button>
      </form>
    </Plain>
  )
}
