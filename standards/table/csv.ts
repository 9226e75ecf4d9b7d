// Reads CSV as hospitals' programs write it: any usual delimiter and encoding, title lines, quoted line breaks.
// SPDX-License-Identifier: EUPL-1.2
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import type { Fault } from '../fault/index.ts'
import type { RejectedItem } from '../inventory/item.ts'
import { quote } from '../inventory/quote.ts'
import { guessDelimiter } from './delimiter.ts'
import { decodeText } from './encoding.ts'
import { findHeader, fitCells } from './header.ts'
import {
  maxTableColumns,
  maxTableRows,
  type RawRow,
  type Table,
  type TableOptions,
  type TableRow,
  tooManyColumns,
  tooManyRows,
} from './table.ts'

/** Longest record: an unclosed quotation mark would otherwise swallow the rest of the file. */
const maxRecordCharacters = 1_000_000
const chunkCharacters = 256 * 1024
/** Title lines that may stand above the headings, beside the rows themselves. */
const linesAboveRows = 1_000

export async function readCsv(
  bytes: Uint8Array,
  options: TableOptions,
): Promise<{ table: Table; warnings: Fault[] }> {
  const decoded = decodeText(bytes)
  const { delimiter, skipCharacters } = guessDelimiter(decoded.text)
  const skippedLines = skipCharacters > 0 ? 1 : 0
  const raw = await readRecords(decoded.text.slice(skipCharacters), delimiter, skippedLines)
  const headed = findHeader(raw.rows, options)
  const header = widenHeader(headed.header, headed.rows)
  const sorted = sortOutShifted(headed.rows, header.length)
  const table: Table = {
    format: 'csv',
    sheet: null,
    sheets: [],
    header,
    headerPlace: headed.headerPlace,
    rows: sorted.rows,
    delimiter,
    encoding: decoded.encoding,
    rejected: [...sorted.rejected, ...raw.rejected],
  }
  return { table, warnings: [...decoded.warnings, ...headed.warnings] }
}

interface Records {
  readonly rows: RawRow[]
  readonly rejected: RejectedItem[]
}

async function readRecords(text: string, delimiter: string, linesBefore: number): Promise<Records> {
  const records: Records = { rows: [], rejected: [] }
  let nextLine = 1 + linesBefore
  // Records are taken in the callback: what the stream still buffers is lost when a later line fails.
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRecordCharacters,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record: (record: string[], info: { readonly lines: number }) => {
      takeRecord(records.rows, record, nextLine)
      nextLine = info.lines + 1 + linesBefore
      return null
    },
  })
  try {
    await pipeline(piecesOf(text), parser.resume())
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    records.rejected.push(unreadableRest(nextLine, text))
  }
  return records
}

/** In pieces, so that a large file does not hold up everybody else. */
async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += chunkCharacters) {
    await new Promise<void>((resolve) => setImmediate(resolve))
    yield text.slice(at, at + chunkCharacters)
  }
}

function takeRecord(rows: RawRow[], cells: readonly string[], line: number): void {
  const place = `line ${line}`
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  if (last === -1) return
  if (last >= maxTableColumns) throw tooManyColumns(place, last + 1)
  if (rows.length >= maxTableRows + linesAboveRows) throw tooManyRows(place)
  rows.push({ line, place, cells: cells.slice(0, last + 1) })
}

/** When most rows are wider than the headings, the last columns have no heading; the rows are not shifted. */
function widenHeader(header: readonly string[], rows: readonly RawRow[]): readonly string[] {
  const wider = rows.filter((row) => row.cells.length > header.length)
  if (wider.length * 2 <= rows.length) return header
  return fitCells(header, Math.max(...new Set(wider.map((row) => row.cells.length))))
}

/** A row with more cells than headings has an unquoted delimiter inside: its columns are shifted. */
function sortOutShifted(
  rows: readonly RawRow[],
  width: number,
): { rows: TableRow[]; rejected: RejectedItem[] } {
  const fitting: TableRow[] = []
  const rejected: RejectedItem[] = []
  for (const row of rows) {
    if (row.cells.length <= width) fitting.push({ place: row.place, cells: fitCells(row.cells, width) })
    else rejected.push(shifted(row, width))
  }
  return { rows: fitting, rejected }
}

function shifted(row: RawRow, width: number): RejectedItem {
  return {
    code: 'csv/too-many-cells',
    place: row.place,
    detail: `This line has ${row.cells.length} cells, but there are ${width} headings, so its cells cannot be told apart.`,
    remedy: 'Put the cell that contains the delimiter in quotation marks, or give the last columns headings.',
    says: quote(row.cells.join(' | ')),
  }
}

function unreadableRest(line: number, text: string): RejectedItem {
  const says = text.split(/\r\n|\n|\r/, line + 1)[line - 1] ?? ''
  return {
    code: 'csv/quotation-mark-not-closed',
    place: `line ${line}`,
    detail: `A quotation mark opened in line ${line} is not closed, so nothing from there to the end could be read.`,
    remedy: 'Close or double the quotation mark in that line, and import the file again.',
    says: quote(says),
  }
}
