// Tables for tests, without a file behind them.
// SPDX-License-Identifier: EUPL-1.2
import type { Table } from '../table/index.ts'

/** The first row is the header; line numbers as in a CSV file. */
export function buildTable(rows: readonly (readonly string[])[], changes: Partial<Table> = {}): Table {
  const [header = [], ...below] = rows
  return {
    format: 'csv',
    sheet: null,
    sheets: [],
    header,
    headerPlace: 'line 1',
    rows: below.map((cells, index) => ({ place: `line ${index + 2}`, cells })),
    delimiter: ';',
    encoding: 'utf-8',
    rejected: [],
    ...changes,
  }
}
