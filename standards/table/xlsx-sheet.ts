// Reads the rows of one worksheet as text.
// SPDX-License-Identifier: EUPL-1.2
import { quote } from '../inventory/quote.ts'
import type { XmlHandler } from '../xml/index.ts'
import { columnName } from './column-name.ts'
import {
  maxTableColumns,
  maxTableRows,
  type RawRow,
  TableRefusal,
  tooManyColumns,
  tooManyRows,
} from './table.ts'
import { type OpenCell, openCell, textOfCell } from './xlsx-cell.ts'
import { readPart, type SheetEntry, type Workbook } from './xlsx-workbook.ts'
import type { Zip } from './zip.ts'

const linesAboveRows = 1_000

export interface SheetRows {
  readonly rows: readonly RawRow[]
  /** Computed cells and merged ranges are said, not repaired. */
  readonly formulaCells: number
  readonly formulasWithoutValue: readonly string[]
  readonly mergedRanges: number
}

export async function readSheet(zip: Zip, workbook: Workbook, sheet: SheetEntry): Promise<SheetRows> {
  const reader = openSheetReader(workbook, sheet.name)
  if (!(await readPart(zip, sheet.part, reader.handler))) throw missingSheet(sheet)
  return reader.result()
}

function openSheetReader(workbook: Workbook, name: string): { handler: XmlHandler; result: () => SheetRows } {
  const rows: RawRow[] = []
  const formulasWithoutValue: string[] = []
  let formulaCells = 0
  let mergedRanges = 0
  let line = 0
  let cells: string[] = []
  let cell: OpenCell | null = null
  let inValue = false
  let inPhonetic = false
  const placeOf = (at: number): string => `sheet "${quote(name, 60)}", row ${at}`

  const closeCell = (closed: OpenCell): void => {
    const text = textOfCell(closed, workbook)
    if (closed.hasFormula) formulaCells += 1
    if (closed.hasFormula && text === '') {
      formulasWithoutValue.push(`${placeOf(line)}, column ${columnName(closed.column)}`)
    }
    if (text.trim() !== '' && closed.column >= maxTableColumns)
      throw tooManyColumns(placeOf(line), closed.column + 1)
    if (closed.column < maxTableColumns) putCell(cells, closed.column, text)
  }
  const closeRow = (): void => {
    const last = cells.findLastIndex((text) => text.trim() !== '')
    if (last === -1) return
    if (rows.length >= maxTableRows + linesAboveRows) throw tooManyRows(placeOf(line))
    rows.push({ line, place: placeOf(line), cells: cells.slice(0, last + 1) })
  }
  const handler: XmlHandler = {
    open: ({ name: tag, attributes }) => {
      if (tag === 'row') {
        line = rowNumber(attributes.get('r'), line)
        cells = []
      } else if (tag === 'c') cell = openCell(attributes, cells.length)
      else if (tag === 'f' && cell !== null) cell.hasFormula = true
      else if (tag === 'mergeCell') mergedRanges += 1
      else if (tag === 'rPh') inPhonetic = true
      inValue = tag === 'v' || (tag === 't' && !inPhonetic)
    },
    text: (text) => {
      if (inValue && cell !== null) cell.value += text
    },
    close: (tag) => {
      inValue = false
      if (tag === 'rPh') inPhonetic = false
      if (tag === 'row') closeRow()
      if (tag !== 'c' || cell === null) return
      closeCell(cell)
      cell = null
    },
  }
  return { handler, result: () => ({ rows, formulaCells, formulasWithoutValue, mergedRanges }) }
}

function putCell(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('')
  cells[column] = text
}

function rowNumber(said: string | undefined, previous: number): number {
  const number = Number(said)
  return Number.isSafeInteger(number) && number > 0 ? number : previous + 1
}

function missingSheet(sheet: SheetEntry): TableRefusal {
  return new TableRefusal({
    code: 'xlsx/damaged',
    place: `sheet "${quote(sheet.name, 60)}"`,
    detail: 'The workbook lists this sheet, but does not contain it.',
    remedy: 'Open the workbook in the spreadsheet program and save it again as .xlsx.',
  })
}
