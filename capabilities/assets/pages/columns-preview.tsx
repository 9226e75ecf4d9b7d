// How the first rows of a spreadsheet would look, read as the columns are chosen.
// SPDX-License-Identifier: EUPL-1.2
import { applyMapping, type InventoryItem } from '@salus/standards/inventory'
import type { Table as ForeignTable } from '@salus/standards/table'
import { Plain, StateWord, Table } from '../../../web/kit/index.ts'
import type { ColumnUses } from '../columns.ts'
import { expectMatchable } from '../coverage.ts'
import type { TableFacts } from '../import.ts'
import type { Reader } from './words.ts'

const previewRows = 3

interface PreviewProps {
  readonly table: TableFacts
  readonly uses: ColumnUses
  readonly reader: Reader
}

export function ColumnsPreview({ table, uses, reader }: PreviewProps) {
  const { t } = reader.translator
  const items = previewItems(table, uses)
  if (items.length === 0) return null
  const quiet = (text: string | null) => text ?? <span class="s-quiet">{t('assets.fact.empty')}</span>
  return (
    <Plain
      id="preview"
      heading={t('assets.columns.preview')}
      aside={t('shell.list.shownOf', { shown: items.length, total: table.rows })}
      flush
    >
      <Table<InventoryItem>
        caption={t('assets.columns.preview')}
        rows={items}
        keyOf={(_, index) => index}
        columns={[
          { label: t('assets.fact.name'), kind: 'head', cell: (item) => quiet(item.name) },
          { label: t('assets.fact.vendor'), cell: (item) => quiet(item.vendor) },
          { label: t('assets.fact.model'), cell: (item) => quiet(item.model ?? item.product) },
          { label: t('assets.fact.version'), cell: (item) => quiet(item.version) },
          { label: t('assets.fact.site'), cell: (item) => quiet(item.site) },
          {
            label: t('assets.columns.preview.match'),
            cell: (item) => {
              const matchable = expectMatchable(item)
              return (
                <StateWord state={matchable === 'yes' ? 'done' : 'unknown'}>
                  {t(`assets.columns.preview.${matchable}`)}
                </StateWord>
              )
            },
          },
        ]}
      />
    </Plain>
  )
}

function previewItems(table: TableFacts, uses: ColumnUses): readonly InventoryItem[] {
  const first: ForeignTable = {
    format: 'csv',
    sheet: table.sheet,
    sheets: [],
    header: table.header,
    headerPlace: null,
    rows: table.firstRows,
    delimiter: null,
    encoding: null,
    rejected: [],
  }
  const mapping = uses.map((field, column) => ({ column, field }))
  return applyMapping(first, mapping).items.slice(0, previewRows)
}
