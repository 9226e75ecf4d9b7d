// One advisory as the centre sees it: what it says, its statements, faults and revisions, and the document itself.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { type Fact, Facts, Note, PageHead, Plain, Sheet, Table } from '../../../web/kit/index.ts'
import { type AdvisoryView, readRevision, viewAdvisory } from '../actions/view.ts'
import { FaultList } from './fault-list.tsx'
import { listPath } from './paths.ts'
import { languageOf, References, Remediations } from './remediations.tsx'
import { StatementTable, VulnerabilityTable } from './statement-table.tsx'
import { clip, formatNames, instant, type Reader, readerOf, stateWord, validityWord } from './words.ts'

export function advisoryPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${listPath}/:advisoryId`,
      permission: 'advisories:read',
      params: z.object({ advisoryId: idParam }),
      query: nothing,
      body: nothing,
      async handle(request) {
        const reader = readerOf(context, request)
        const { advisoryId } = request.params
        const view = await context.database.asCentre((scope) => viewAdvisory(scope, advisoryId))
        const content = <AdvisoryPage view={view} reader={reader} />
        return {
          html: await context.render(request, {
            title: clip(view.details.title, 120),
            content,
            current: listPath,
          }),
        }
      },
    }),
    definePage({
      method: 'GET',
      path: `${listPath}/:advisoryId/revisions/:revisionId`,
      permission: 'advisories:read',
      params: z.object({ advisoryId: idParam, revisionId: idParam }),
      query: nothing,
      body: nothing,
      async handle(request) {
        const { advisoryId, revisionId } = request.params
        const file = await context.database.asCentre((scope) => readRevision(scope, advisoryId, revisionId))
        // Foreign content: handed out as a file of unknown kind, so that no browser shows it as a page.
        const fileName = `advisory-${advisoryId}-revision-${revisionId}.json`
        return { file, fileName, contentType: 'application/octet-stream' }
      },
    }),
  ]
}

function AdvisoryPage({ view, reader }: { readonly view: AdvisoryView; readonly reader: Reader }) {
  const { t } = reader.translator
  const { details, statements, statementCount } = view
  return (
    <>
      <PageHead
        title={<span {...languageOf(view)}>{clip(details.title)}</span>}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('advisories.list.title'), href: listPath }],
        }}
        meta={`${clip(details.publisher, 120)} · ${clip(details.trackingId, 120)}`}
      />
      {details.validity === 'invalid' && <Note tone="unknown">{t('advisories.one.invalid')}</Note>}
      {details.state !== 'published' && <Note tone="unknown">{t('advisories.one.notLive')}</Note>}
      <Sheet id="says" heading={t('advisories.one.says')}>
        {details.content.summary && <p {...languageOf(view)}>{clip(details.content.summary, 4_000)}</p>}
        <Facts facts={factsOf(view, reader)} />
      </Sheet>
      <Plain id="vulnerabilities" heading={t('advisories.one.vulnerabilities')} flush>
        <VulnerabilityTable vulnerabilities={details.content.vulnerabilities} reader={reader} />
      </Plain>
      <Plain
        id="statements"
        heading={t('advisories.one.statements')}
        aside={t('shell.list.shownOf', { shown: statements.length, total: statementCount })}
        flush
      >
        <StatementTable statements={statements} reader={reader} />
      </Plain>
      <Remediations view={view} reader={reader} />
      <References view={view} reader={reader} />
      {details.faults.length > 0 && (
        <Plain id="faults" heading={t('advisories.one.faults', { count: details.faults.length })} flush>
          <FaultList faults={details.faults} caption={t('advisories.one.faults.caption')} reader={reader} />
        </Plain>
      )}
      <Revisions view={view} reader={reader} />
    </>
  )
}

function factsOf({ details, sha256 }: AdvisoryView, reader: Reader): readonly Fact[] {
  const { t } = reader.translator
  const { content } = details
  const whenSaid = (at: string | null) =>
    at === null ? t('advisories.one.unsaid') : instant(new Date(at), reader)
  return [
    { term: t('advisories.column.state'), value: stateWord(details.state, reader) },
    { term: t('advisories.column.validity'), value: validityWord(details.validity, reader) },
    { term: t('advisories.column.format'), value: formatNames[details.format] },
    { term: t('advisories.one.version'), value: clip(details.version, 120) },
    { term: t('advisories.one.tlp'), value: content.tlp ?? t('advisories.one.unsaid') },
    { term: t('advisories.one.published'), value: whenSaid(content.publishedAt) },
    { term: t('advisories.one.revised'), value: whenSaid(content.revisedAt) },
    { term: t('advisories.column.recorded'), value: instant(details.recordedAt, reader) },
    { term: t('advisories.one.hash'), value: <code class="s-raw">{sha256}</code> },
  ]
}

function Revisions({ view, reader }: { readonly view: AdvisoryView; readonly reader: Reader }) {
  const { t } = reader.translator
  const { id, revisionId } = view.details
  return (
    <Plain id="revisions" heading={t('advisories.one.revisions')} flush>
      <Table
        caption={t('advisories.one.revisions')}
        rows={view.revisions}
        keyOf={(revision) => revision.id}
        columns={[
          {
            label: t('advisories.one.version'),
            kind: 'head',
            cell: (revision) => (
              <>
                {clip(revision.version, 60)}
                {revision.id === revisionId && <span class="s-sub">{t('advisories.one.current')}</span>}
              </>
            ),
          },
          { label: t('advisories.column.recorded'), cell: ({ recordedAt }) => instant(recordedAt, reader) },
          { label: t('advisories.column.source'), cell: ({ source }) => <code>{source}</code> },
          {
            label: t('advisories.one.document'),
            cell: (revision) => (
              <a href={`${listPath}/${id}/revisions/${revision.id}`}>
                {t('advisories.one.download', { bytes: formatNumber(revision.bytes, reader.translator) })}
              </a>
            ),
          },
        ]}
      />
    </Plain>
  )
}
