// A table whose rows become labelled blocks on a phone; its columns say how each cell is made.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

/** `head` names the row, once per table; `tick` is the box at the start of a row that takes part in bulk answers. */
export type ColumnKind = 'text' | 'number' | 'head' | 'tick'
export type RowState = 'late' | 'silent' | 'unknown'

export interface Column<Row> {
  readonly label: string
  readonly kind?: ColumnKind
  readonly cell: (row: Row, index: number) => ComponentChildren
  /** Shorter word for the block on a phone; `null` when the cell explains itself there. */
  readonly phoneLabel?: string | null
  /** The heading is only heard, not seen. */
  readonly hiddenLabel?: boolean
  /** The column that gets the room: about two fifths. */
  readonly main?: boolean
  readonly wideOnly?: boolean
  readonly nowrap?: boolean
}

export interface TableProps<Row> {
  /** What the table holds, always read aloud. */
  readonly caption: string
  readonly showCaption?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row, index: number) => string | number
  /** The edge of a row; the row says it in a word as well. */
  readonly stateOf?: (row: Row) => RowState | undefined
  /** False for narrow tables of figures, which stay a grid on a phone. */
  readonly stack?: boolean
}

export function Table<Row>({
  caption,
  showCaption = false,
  columns,
  rows,
  keyOf,
  stateOf,
  stack = true,
}: TableProps<Row>) {
  return (
    <table class={stack ? 's-table s-table--stack' : 's-table'} {...roles(stack, 'table')}>
      <caption class={showCaption ? undefined : 's-hide'}>{caption}</caption>
      <thead {...roles(stack, 'rowgroup')}>
        <tr {...roles(stack, 'row')}>
          {columns.map((column) => (
            <th key={column.label} scope="col" class={cellClass(column)} {...roles(stack, 'columnheader')}>
              {column.hiddenLabel ? <span class="s-hide">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles(stack, 'rowgroup')}>
        {rows.map((row, index) => (
          <tr key={keyOf(row, index)} class={rowClass(stateOf?.(row))} {...roles(stack, 'row')}>
            {columns.map((column) => cell(column, row, index, stack))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function cell<Row>(column: Column<Row>, row: Row, index: number, stack: boolean) {
  const content = column.cell(row, index)
  if (column.kind === 'head') {
    return (
      <th key={column.label} scope="row" class={cellClass(column)} {...roles(stack, 'rowheader')}>
        {content}
      </th>
    )
  }
  const label =
    column.kind === 'tick' || column.phoneLabel === null ? undefined : (column.phoneLabel ?? column.label)
  return (
    <td
      key={column.label}
      class={cellClass(column)}
      data-label={stack ? label : undefined}
      {...roles(stack, 'cell')}
    >
      {content}
    </td>
  )
}

// Browsers drop the meaning of a table whose display is changed, so stacked tables say their roles aloud.
function roles(stack: boolean, role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') {
  return stack ? { role } : {}
}

function cellClass<Row>({ kind, main, wideOnly, nowrap }: Column<Row>): string | undefined {
  const words = [
    kind === 'number' && 'num',
    main && 'main',
    kind === 'tick' && 'tick',
    wideOnly && 's-wide-only',
    nowrap && 's-nowrap',
  ]
  return words.filter(Boolean).join(' ') || undefined
}

function rowClass(state: RowState | undefined): string | undefined {
  return state && `is-${state}`
}
