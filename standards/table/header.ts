// Finds the row of headings below title lines, and makes the table from the rows under it.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { quote } from '../inventory/quote.ts'
import { maxTableRows, type RawRow, type TableOptions, TableRefusal, tooManyRows } from './table.ts'

const searchedRows = 30
const leastKnownHeadings = 2
/** A heading row fills most of the columns that the widest of the first rows fills. */
const leastFilledShare = 0.6

export interface HeadedRows {
  readonly header: readonly string[]
  readonly headerPlace: string | null
  readonly rows: readonly RawRow[]
  readonly warnings: readonly Fault[]
}

export function findHeader(rows: readonly RawRow[], options: TableOptions): HeadedRows {
  if (rows.length === 0) throw emptyTable
  if (options.headerLine === 0) return withoutHeader(rows)
  const index =
    options.headerLine === undefined
      ? searchHeader(rows, options.isHeading)
      : atLine(rows, options.headerLine)
  const row = rows[index]
  if (row === undefined) throw noSuchLine(options.headerLine ?? 0)
  const below = rows.slice(index + 1)
  if (below.length > maxTableRows) throw tooManyRows(below.at(-1)?.place ?? row.place)
  return {
    header: row.cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim()),
    headerPlace: row.place,
    rows: below,
    warnings: [...skippedLines(rows.slice(0, index)), ...unknownHeadings(row, options.isHeading)],
  }
}

function searchHeader(rows: readonly RawRow[], isHeading: (cell: string) => boolean = () => false): number {
  const first = rows.slice(0, searchedRows)
  const known = first.map((row) => row.cells.filter((cell) => isHeading(cell)).length)
  const most = Math.max(...known)
  if (most >= leastKnownHeadings) return known.indexOf(most)
  const filled = first.map((row) => row.cells.filter((cell) => cell.trim() !== '').length)
  const needed = Math.max(...filled) * leastFilledShare
  return filled.findIndex((count) => count >= needed)
}

function atLine(rows: readonly RawRow[], line: number): number {
  return rows.findIndex((row) => row.line === line)
}

function withoutHeader(rows: readonly RawRow[]): HeadedRows {
  const last = rows.at(-1)
  if (rows.length > maxTableRows && last !== undefined) throw tooManyRows(last.place)
  const width = Math.max(...rows.slice(0, searchedRows).map((row) => row.cells.length))
  return { header: Array.from({ length: width }, () => ''), headerPlace: null, rows, warnings: [] }
}

/** The cells filled up to the width of the header. */
export function fitCells(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => cells[column] ?? '')
}

function skippedLines(rows: readonly RawRow[]): Fault[] {
  const first = rows[0]
  if (first === undefined) return []
  const text = rows.map((row) => row.cells.filter((cell) => cell !== '').join(' ')).join(' / ')
  return [
    {
      code: 'table/lines-above-headings',
      place: first.place,
      detail: `${rows.length} filled lines above the headings were not read as devices: ${quote(text, 140)}`,
      remedy: 'If they hold devices, say which line holds the headings and import again.',
    },
  ]
}

function unknownHeadings(row: RawRow, isHeading: TableOptions['isHeading']): Fault[] {
  if (isHeading === undefined || row.cells.some((cell) => isHeading(cell))) return []
  return [
    {
      code: 'table/headings-not-recognised',
      place: row.place,
      detail: `No word of this line is a known heading: ${quote(row.cells.join(' | '), 140)}`,
      remedy:
        'Say for each column what it holds. If this line is already a device, say that the file has no headings.',
    },
  ]
}

const emptyTable = new TableRefusal({
  code: 'table/empty',
  place: 'line 1',
  detail: 'The table holds no filled cell.',
  remedy: 'Check that you chose the right file and sheet.',
})

function noSuchLine(line: number): TableRefusal {
  return new TableRefusal({
    code: 'table/no-such-line',
    place: `line ${line}`,
    detail: `Line ${line} was named as the one with the headings, but it is empty or missing.`,
    remedy: 'Name a line that holds the headings, or 0 if there are none.',
  })
}
