// Turns the rows of a table into inventory items, by a mapping that a person has seen.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { columnName, type Table, type TableRow } from '../table/index.ts'
import { faultOfCell, textOfCell } from './cell.ts'
import type { ColumnUse, InventoryField } from './heading-words.ts'
import { type InventoryItem, maxInventoryItems, type RejectedItem } from './item.ts'
import {
  cellRejected,
  headingRepeated,
  identifierTwice,
  nothingIdentifies,
  nothingMapped,
  sameRowTwice,
} from './rejections.ts'
import { openRemarkBook, type RemarkBook } from './remarks.ts'
import { itemOfRow, type RowTexts } from './row-item.ts'

export interface ColumnMapping {
  readonly column: number
  readonly field: ColumnUse
}

export interface MappedTable {
  readonly items: readonly InventoryItem[]
  /** Also those that the table itself could not take. */
  readonly rejected: readonly RejectedItem[]
  readonly warnings: readonly Fault[]
}

interface TakenColumn {
  readonly column: number
  readonly field: InventoryField
  readonly label: string
}

const identifyingFields = ['name', 'vendor', 'product', 'model', 'purl', 'cpe', 'udiDi'] as const

/** One row that cannot be taken never stops the others. */
export function applyMapping(table: Table, mapping: readonly ColumnMapping[]): MappedTable {
  const columns = takenColumns(table, mapping)
  const remarks = openRemarkBook()
  const known = new Map<string, InventoryItem>()
  const items: InventoryItem[] = []
  const rejected: RejectedItem[] = [...table.rejected]
  for (const row of table.rows.slice(0, maxInventoryItems)) {
    const taken = takeRow(row, table, columns, remarks, known)
    if ('says' in taken) rejected.push(taken)
    else items.push(taken)
  }
  return { items, rejected, warnings: remarks.warnings() }
}

function takenColumns(table: Table, mapping: readonly ColumnMapping[]): TakenColumn[] {
  return mapping.flatMap(({ column, field }) => {
    if (field === 'leave-out' || !(column in table.header)) return []
    const heading = table.header[column] ?? ''
    return [
      {
        column,
        field,
        label: heading === '' ? columnName(column) : `${columnName(column)} (${heading.slice(0, 40)})`,
      },
    ]
  })
}

function takeRow(
  row: TableRow,
  table: Table,
  columns: readonly TakenColumn[],
  remarks: RemarkBook,
  known: Map<string, InventoryItem>,
): InventoryItem | RejectedItem {
  const badCell = findBadCell(row, columns)
  if (badCell !== null) return badCell
  const texts = textsOf(row, columns)
  if (Object.keys(texts).length === 0) return nothingMapped(row)
  if (repeatsHeader(row, table.header)) return headingRepeated(row)
  const item = itemOfRow(row.place, texts, remarks.noteAt(row.place))
  if (identifyingFields.every((field) => item[field] === null)) return nothingIdentifies(row)
  if (item.externalId === null) return item
  const first = known.get(item.externalId)
  if (first === undefined) known.set(item.externalId, item)
  if (first === undefined) return item
  return saysTheSame(item, first)
    ? sameRowTwice(row, first.place)
    : identifierTwice(row, item.externalId, first.place)
}

function findBadCell(row: TableRow, columns: readonly TakenColumn[]): RejectedItem | null {
  for (const { column, label } of columns) {
    const cell = row.cells[column] ?? ''
    const fault = faultOfCell(cell)
    if (fault !== null) return cellRejected(row, label, cell, fault)
  }
  return null
}

/** Building, floor and room together say the place; of other fields the first filled column counts. */
function textsOf(row: TableRow, columns: readonly TakenColumn[]): RowTexts {
  const texts: Partial<Record<InventoryField, string>> = {}
  for (const { column, field } of columns) {
    const text = textOfCell(row.cells[column] ?? '')
    if (text === null) continue
    const earlier = texts[field]
    if (earlier === undefined) texts[field] = text
    else if (field === 'site') texts[field] = `${earlier}, ${text}`
  }
  return texts
}

function repeatsHeader(row: TableRow, header: readonly string[]): boolean {
  return header.every(
    (heading, column) => heading === (row.cells[column] ?? '').replaceAll(/\s+/g, ' ').trim(),
  )
}

function saysTheSame(a: InventoryItem, b: InventoryItem): boolean {
  return JSON.stringify({ ...a, place: '' }) === JSON.stringify({ ...b, place: '' })
}
