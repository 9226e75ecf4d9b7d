// Two versions of a document side by side: products and remediations first, then every value, then the lines.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, personOf } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { Empty, FilterBar, Note, PageHead, Plain, SelectField, Sheet } from '../../../web/kit/index.ts'
import { type Comparison, compareRevisions } from '../actions/compare.ts'
import { compareQuery } from '../contract/management.ts'
import type { ListedRevision } from '../store/listing.ts'
import { LineTable, RemediationTable, StatusTable, ValueTable } from './difference-tables.tsx'
import { listPath } from './paths.ts'
import { clip, instant, type Reader, readerOf } from './words.ts'

export function comparePage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: `${listPath}/:advisoryId/compare`,
    permission: 'advisories:read',
    params: z.object({ advisoryId: idParam }),
    query: compareQuery,
    body: nothing,
    async handle(request) {
      const reader = readerOf(context, request)
      const { t } = reader.translator
      const { before = null, after = null } = request.query
      const comparison = await context.database.asCentre((scope) =>
        compareRevisions(scope, { ...request.params, before, after }, personOf(request).id),
      )
      const title = t('advisories.compare.title')
      const content = <Compared comparison={comparison} reader={reader} />
      return { html: await context.render(request, { title, content, current: listPath, width: 'wide' }) }
    },
  })
}

interface Props {
  readonly comparison: Comparison
  readonly reader: Reader
}

function Compared({ comparison, reader }: Props) {
  const { t } = reader.translator
  const { details, before, after, found } = comparison
  return (
    <>
      <PageHead
        title={t('advisories.compare.title')}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [
            { label: t('advisories.list.title'), href: listPath },
            { label: clip(details.title, 60), href: `${listPath}/${details.id}` },
          ],
        }}
        meta={`${clip(details.publisher, 120)} · ${clip(details.trackingId, 120)}`}
        lead={t('advisories.compare.lead', {
          before: clip(before.version, 40),
          after: clip(after.version, 40),
        })}
      />
      <div class="s-sheet">
        <Chosen comparison={comparison} reader={reader} />
      </div>
      {found === null ? (
        <div class="s-sheet">
          <Empty heading={t('advisories.compare.same')}>{t('advisories.compare.same.text')}</Empty>
        </div>
      ) : (
        <Differences found={found} reader={reader} />
      )}
    </>
  )
}

function Chosen({ comparison: { details, revisions, before, after }, reader }: Props) {
  const { t } = reader.translator
  const options = revisions.map((revision) => ({
    value: String(revision.id),
    label: nameOf(revision, reader),
  }))
  return (
    <FilterBar
      label={t('advisories.compare.choose')}
      action={`${listPath}/${details.id}/compare`}
      submit={t('advisories.compare.button')}
    >
      <SelectField
        name="before"
        label={t('advisories.compare.before')}
        options={options}
        value={String(before.id)}
      />
      <SelectField
        name="after"
        label={t('advisories.compare.after')}
        options={options}
        value={String(after.id)}
      />
    </FilterBar>
  )
}

function nameOf({ version, recordedAt }: ListedRevision, reader: Reader): string {
  return `${clip(version, 40)} (${instant(recordedAt, reader)})`
}

function Differences(props: { readonly found: NonNullable<Comparison['found']>; readonly reader: Reader }) {
  const { found, reader } = props
  const { t } = reader.translator
  const { statements, values, lines } = found
  return (
    <>
      {statements.isCut && <Note tone="unknown">{t('advisories.compare.cut')}</Note>}
      <Sheet id="statuses" heading={t('advisories.compare.statements')} flush>
        <StatusTable differences={statements.statements} reader={reader} />
      </Sheet>
      <Plain id="remediations" heading={t('advisories.compare.remediations')} flush>
        <RemediationTable differences={statements.remediations} reader={reader} />
      </Plain>
      <Plain id="values" heading={t('advisories.compare.values')} flush>
        {values.isCut && <Note tone="unknown">{t('advisories.compare.cut')}</Note>}
        <ValueTable differences={values.differences} reader={reader} />
      </Plain>
      <Plain id="lines" heading={t('advisories.compare.lines')} flush>
        {lines === null ? (
          <Note tone="unknown">{t('advisories.compare.lines.tooMany')}</Note>
        ) : (
          <>
            {lines.isCut && <Note tone="unknown">{t('advisories.compare.cut')}</Note>}
            <LineTable lines={lines.lines} reader={reader} />
          </>
        )}
      </Plain>
    </>
  )
}
