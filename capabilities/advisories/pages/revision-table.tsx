// The revisions of a document, each as it was received, and the way to compare two of them.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from '../../../platform/i18n/index.ts'
import { Plain, Table } from '../../../web/kit/index.ts'
import type { AdvisoryView } from '../actions/view.ts'
import { listPath } from './paths.ts'
import { clip, instant, type Reader } from './words.ts'

export function Revisions({ view, reader }: { readonly view: AdvisoryView; readonly reader: Reader }) {
  const { t } = reader.translator
  const { id, revisionId } = view.details
  return (
    <Plain
      id="revisions"
      heading={t('advisories.one.revisions')}
      aside={
        view.revisions.length > 1 && <a href={`${listPath}/${id}/compare`}>{t('advisories.compare.link')}</a>
      }
      flush
    >
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
