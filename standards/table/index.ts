// Reads spreadsheets (CSV, XLSX) as headings and rows of text, within limits.
// SPDX-License-Identifier: EUPL-1.2
import type { Reading } from '../fault/index.ts'
import { readCsv } from './csv.ts'
import { tableKind } from './kind.ts'
import { maxTableBytes, type Table, type TableOptions, TableRefusal } from './table.ts'
import { readXlsx } from './xlsx.ts'

export { columnName } from './column-name.ts'
export { formulaAt } from './formula.ts'
export {
  maxTableBytes,
  maxTableColumns,
  maxTableRows,
  type Table,
  type TableOptions,
  type TableRow,
} from './table.ts'

export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  options: TableOptions = {},
): Promise<Reading<Table>> {
  try {
    if (bytes.byteLength > maxTableBytes) throw tooManyBytes(bytes.byteLength)
    const read = tableKind(bytes, fileName) === 'xlsx' ? readXlsx : readCsv
    const { table, warnings } = await read(bytes, options)
    return { outcome: 'read', value: table, warnings }
  } catch (error) {
    if (error instanceof TableRefusal) return { outcome: 'refused', faults: [error.fault] }
    throw error
  }
}

function tooManyBytes(size: number): TableRefusal {
  return new TableRefusal({
    code: 'table/too-large',
    place: 'file',
    detail: `The file has ${size} bytes; at most ${maxTableBytes} are read.`,
    remedy: 'Split it into smaller files, and import one after the other.',
  })
}
