// Reads one sheet of an .xlsx workbook as a table.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { quote } from '../inventory/quote.ts'
import { findHeader, fitCells } from './header.ts'
import { type Table, type TableOptions, TableRefusal } from './table.ts'
import { readSheet, type SheetRows } from './xlsx-sheet.ts'
import { readWorkbook, type SheetEntry, type Workbook } from './xlsx-workbook.ts'
import { openZip, type Zip } from './zip.ts'

/** Headings and one row. */
const leastRows = 2
const listedPlaces = 5

export async function readXlsx(
  bytes: Uint8Array,
  options: TableOptions,
): Promise<{ table: Table; warnings: Fault[] }> {
  const zip = await openZip(bytes)
  try {
    refuseOtherContainers(zip)
    const workbook = await readWorkbook(zip)
    const visible = workbook.sheets.filter((sheet) => sheet.visible)
    const { sheet, content } = await chooseSheet(zip, workbook, visible, options)
    return makeTable(visible, sheet, content, options)
  } finally {
    zip.close()
  }
}

function refuseOtherContainers(zip: Zip): void {
  const other = zip.names.includes('xl/workbook.bin')
    ? 'a binary workbook (.xlsb)'
    : zip.names.includes('content.xml')
      ? 'an OpenDocument spreadsheet (.ods)'
      : zip.names.includes('word/document.xml')
        ? 'a Word document'
        : null
  if (other === null) return
  throw new TableRefusal({
    code: 'table/other-format',
    place: 'file',
    detail: `The file is ${other}, which is not read.`,
    remedy: 'Save the table as .xlsx (Excel workbook) or as "CSV UTF-8", and import that.',
  })
}

interface ChosenSheet {
  readonly sheet: SheetEntry
  readonly content: SheetRows
}

async function chooseSheet(
  zip: Zip,
  workbook: Workbook,
  visible: readonly SheetEntry[],
  options: TableOptions,
): Promise<ChosenSheet> {
  const wanted = visible.filter((sheet) => options.sheet === undefined || sheet.name === options.sheet)
  let filled: ChosenSheet | null = null
  for (const sheet of wanted) {
    const content = await readSheet(zip, workbook, sheet)
    if (content.rows.length >= leastRows) return { sheet, content }
    if (content.rows.length > 0) filled ??= { sheet, content }
  }
  if (filled !== null) return filled
  throw options.sheet === undefined ? noFilledSheet : noSuchSheet(options.sheet, visible)
}

function makeTable(
  visible: readonly SheetEntry[],
  sheet: SheetEntry,
  content: SheetRows,
  options: TableOptions,
): { table: Table; warnings: Fault[] } {
  const headed = findHeader(content.rows, options)
  const width = headed.rows.reduce((most, row) => Math.max(most, row.cells.length), headed.header.length)
  const others = visible.filter((other) => other !== sheet)
  const table: Table = {
    format: 'xlsx',
    sheet: sheet.name,
    sheets: visible.map((entry) => entry.name),
    header: fitCells(headed.header, width),
    headerPlace: headed.headerPlace,
    rows: headed.rows.map((row) => ({ place: row.place, cells: fitCells(row.cells, width) })),
    delimiter: null,
    encoding: null,
    rejected: [],
  }
  return { table, warnings: [...headed.warnings, ...contentWarnings(sheet, content), ...otherSheets(others)] }
}

function contentWarnings(sheet: SheetEntry, content: SheetRows): Fault[] {
  const place = `sheet "${quote(sheet.name, 60)}"`
  const warnings: Fault[] = []
  if (content.formulaCells > 0) {
    warnings.push({
      code: 'xlsx/formula-values',
      place,
      detail: `${content.formulaCells} cells are formulas. The result that was stored with the file was taken.`,
      remedy: 'If the results may be old, open the workbook, let it compute, save it, and import it again.',
    })
  }
  if (content.formulasWithoutValue.length > 0) {
    warnings.push({
      code: 'xlsx/formula-without-value',
      place: quote(content.formulasWithoutValue.slice(0, listedPlaces).join('; ')),
      detail: `${content.formulasWithoutValue.length} formulas have no stored result; their cells were read as empty.`,
      remedy: 'Open the workbook in the spreadsheet program, save it, and import it again.',
    })
  }
  if (content.mergedRanges > 0) {
    warnings.push({
      code: 'xlsx/merged-cells',
      place,
      detail: `${content.mergedRanges} ranges of cells are merged. Only their first cell has a value; the others were read as empty.`,
      remedy: 'Undo the merging and fill the cells, if the value applies to each row.',
    })
  }
  return warnings
}

function otherSheets(others: readonly SheetEntry[]): Fault[] {
  if (others.length === 0) return []
  return [
    {
      code: 'xlsx/other-sheets',
      place: 'file',
      detail: `${others.length} other sheets were not read: ${quote(others.map((sheet) => sheet.name).join(', '), 150)}`,
      remedy: 'If they hold devices too, choose them and import the file again.',
    },
  ]
}

const noFilledSheet = new TableRefusal({
  code: 'table/empty',
  place: 'file',
  detail: 'No visible sheet of the workbook holds a filled cell.',
  remedy: 'Check that you chose the right file, and that the sheet with the devices is not hidden.',
})

function noSuchSheet(name: string, visible: readonly SheetEntry[]): TableRefusal {
  return new TableRefusal({
    code: 'xlsx/no-such-sheet',
    place: `sheet "${quote(name, 60)}"`,
    detail: `No visible sheet of this name holds cells. There are: ${quote(visible.map((s) => s.name).join(', '), 120)}`,
    remedy: 'Choose one of the sheets that the workbook has.',
  })
}
