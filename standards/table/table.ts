// A spreadsheet as headings and rows of text, whichever file it came from.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import type { RejectedItem } from '../inventory/item.ts'

export const maxTableBytes = 50 * 1024 * 1024
export const maxTableRows = 100_000
export const maxTableColumns = 200

export interface TableRow {
  /** `line 88`, or `sheet "Devices", row 12`. */
  readonly place: string
  /** As many cells as the header has. */
  readonly cells: readonly string[]
}

export interface Table {
  readonly format: 'csv' | 'xlsx'
  /** The sheet that was read, and all visible ones; null and empty for CSV. */
  readonly sheet: string | null
  readonly sheets: readonly string[]
  readonly header: readonly string[]
  readonly headerPlace: string | null
  readonly rows: readonly TableRow[]
  readonly delimiter: string | null
  readonly encoding: string | null
  readonly rejected: readonly RejectedItem[]
}

export interface TableOptions {
  /** The sheet to read; without it the first visible one that holds rows. */
  readonly sheet?: string
  /** Line (CSV) or row (XLSX) of the headings; 0 when there are none; without it they are searched. */
  readonly headerLine?: number
  /** Knows the field's words, and so helps to find the headings below title lines. */
  readonly isHeading?: (cell: string) => boolean
}

/** A row before it is known which one holds the headings. */
export interface RawRow {
  readonly line: number
  readonly place: string
  readonly cells: readonly string[]
}

/** Thrown inside the table readers only; leaves them as a Fault. */
export class TableRefusal extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.detail)
    this.fault = fault
  }
}

export function tooManyRows(place: string): TableRefusal {
  return new TableRefusal({
    code: 'table/too-many-rows',
    place,
    detail: `The table has more than ${maxTableRows} rows.`,
    remedy: `Split it into files of at most ${maxTableRows} rows each, and import one after the other.`,
  })
}

export function tooManyColumns(place: string, columns: number): TableRefusal {
  return new TableRefusal({
    code: 'table/too-many-columns',
    place,
    detail: `There are ${columns} columns here; at most ${maxTableColumns} are read.`,
    remedy: 'Delete the columns that do not describe devices, and save the file again.',
  })
}
