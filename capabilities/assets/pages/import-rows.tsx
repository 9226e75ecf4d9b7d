// The rows of a difference, kind by kind: added, changed with was and is, gone, rejected.
// SPDX-License-Identifier: EUPL-1.2
import { Change, type Column, Empty, Pagination, Table } from '../../../web/kit/index.ts'
import { type AssetFacts, factNames, noFacts, titleOf } from '../asset.ts'
import type { Import, ImportState, ImportSummary } from '../import.ts'
import type { ImportRow, Outcome } from '../store/import-rows.ts'
import { FaultTable } from './fault-table.tsx'
import { factText, hrefs, type Reader } from './words.ts'

export const rowsAPage = 50

export interface RowList {
  readonly outcome: Outcome
  /** One more than a page holds, where there are more. */
  readonly rows: readonly ImportRow[]
  readonly after: number
}

/** Before storing, what most needs a look; afterwards, what is new. */
export function firstOutcome(state: ImportState, summary: ImportSummary): Outcome {
  const order: readonly Outcome[] =
    state === 'stored' ? ['added', 'changed', 'gone', 'rejected'] : ['changed', 'gone', 'rejected', 'added']
  return order.find((outcome) => summary[outcome] > 0) ?? 'added'
}

interface RowsProps {
  readonly found: Import
  readonly list: RowList
  readonly reader: Reader
}

export function ImportRows({ found, list, reader }: RowsProps) {
  const { t } = reader.translator
  const rows = list.rows.slice(0, rowsAPage)
  const last = rows.at(-1)
  const path = `${hrefs.import(reader.organisationId, found.id)}?show=${list.outcome}`
  if (rows.length === 0)
    return <Empty heading={t(`assets.outcome.${list.outcome}`)}>{t('assets.outcome.none')}</Empty>
  return (
    <>
      {list.outcome === 'rejected' ? (
        <FaultTable faults={rows.flatMap((row) => row.fault ?? [])} reader={reader} />
      ) : (
        <Table
          caption={t(`assets.outcome.${list.outcome}`)}
          rows={rows}
          keyOf={(row) => row.number}
          columns={columnsOf(list.outcome, reader)}
        />
      )}
      <Pagination
        label={t('assets.outcome.pages')}
        shown={t('assets.outcome.shown', { count: rows.length })}
        {...(list.after > 0 ? { newer: { label: t('assets.outcome.first'), href: path } } : {})}
        {...(list.rows.length > rowsAPage && last
          ? { older: { label: t('assets.outcome.more'), href: `${path}&after=${last.number}` } }
          : {})}
      />
    </>
  )
}

function columnsOf(outcome: Outcome, reader: Reader): readonly Column<ImportRow>[] {
  const { t } = reader.translator
  const factsOf = (row: ImportRow): AssetFacts => row.facts ?? noFacts
  const quiet = (text: string | null) => text ?? <span class="s-quiet">{t('assets.fact.empty')}</span>
  const asset: Column<ImportRow> = {
    label: t('assets.list.column.asset'),
    kind: 'head',
    cell: (row) => (
      <>
        {row.assetId === null ? (
          titleOf(factsOf(row))
        ) : (
          <a href={hrefs.asset(reader.organisationId, row.assetId)}>{titleOf(factsOf(row))}</a>
        )}
        {row.place && <span class="s-sub">{row.place}</span>}
      </>
    ),
  }
  if (outcome === 'changed')
    return [
      asset,
      { label: t('assets.outcome.column.change'), cell: (row) => <Changes row={row} reader={reader} /> },
    ]
  return [
    asset,
    {
      label: t('assets.list.column.make'),
      cell: (row) => {
        const { vendor, model, product } = factsOf(row)
        return quiet([vendor, model ?? product].filter(Boolean).join(' ') || null)
      },
    },
    { label: t('assets.fact.version'), cell: (row) => quiet(factsOf(row).version) },
    { label: t('assets.fact.site'), cell: (row) => quiet(factsOf(row).site) },
  ]
}

function Changes({ row, reader }: { readonly row: ImportRow; readonly reader: Reader }) {
  const { translator } = reader
  const { t } = translator
  const before = row.before ?? {}
  const changed = factNames.filter((name) => Object.hasOwn(before, name))
  if (changed.length === 0) return <span>{t('assets.outcome.back')}</span>
  return (
    <>
      {changed.map((name) => (
        <p key={name}>
          <span class="s-quiet">{t(`assets.fact.${name}`)}:</span>{' '}
          <Change
            was={factText(before, name, translator) ?? t('assets.fact.empty')}
            is={factText(row.facts ?? noFacts, name, translator) ?? t('assets.fact.empty')}
            wasWord={t('shell.change.was')}
            isWord={t('shell.change.is')}
          />
        </p>
      ))}
    </>
  )
}
