// The reasons for which a row of a table is not taken, each with its remedy.
// SPDX-License-Identifier: EUPL-1.2
import { type CellFault, maxCellCharacters } from './cell.ts'
import type { RejectedItem } from './item.ts'
import { quote } from './quote.ts'

export interface RowPlace {
  readonly place: string
  readonly cells: readonly string[]
}

export function cellRejected(row: RowPlace, column: string, cell: string, fault: CellFault): RejectedItem {
  const place = `${row.place}, column ${column}`
  const says = quote(cell)
  if (fault === 'formula') {
    return {
      code: 'csv/formula',
      place,
      detail: 'The cell holds a formula that a spreadsheet program would run, so the row was not taken.',
      remedy: 'Replace the formula by its result, or put a letter in front if it is meant as text.',
      says,
    }
  }
  if (fault === 'too-long') {
    return {
      code: 'inventory/cell-too-long',
      place,
      detail: `The cell has ${cell.trim().length} characters; at most ${maxCellCharacters} are taken. A quotation mark that is not closed can join many lines.`,
      remedy: 'Shorten the text, or close the quotation mark before it.',
      says,
    }
  }
  return {
    code: 'inventory/unreadable-letters',
    place,
    detail: 'The cell holds letters that were damaged before the file came here.',
    remedy: 'Correct the text, or export the list again as "CSV UTF-8" or .xlsx.',
    says,
  }
}

export function nothingMapped(row: RowPlace): RejectedItem {
  return {
    ...at(row),
    code: 'inventory/empty-row',
    detail: 'The row is empty in all columns that are taken.',
    remedy: 'If it describes a device, say for its filled columns what they hold.',
  }
}

export function headingRepeated(row: RowPlace): RejectedItem {
  return {
    ...at(row),
    code: 'inventory/heading-repeated',
    detail: 'The row repeats the headings.',
    remedy: 'Nothing needs to be done, unless it is a device after all.',
  }
}

export function nothingIdentifies(row: RowPlace): RejectedItem {
  return {
    ...at(row),
    code: 'inventory/nothing-identifies',
    detail: 'Name, vendor, product and model are all empty, so it cannot be told what this is.',
    remedy: 'Fill in at least the name or the model, and import the file again.',
  }
}

export function sameRowTwice(row: RowPlace, first: string): RejectedItem {
  return {
    ...at(row),
    code: 'inventory/same-row-twice',
    detail: `The row says the same as ${first}. It was taken once.`,
    remedy: 'Nothing needs to be done. If these are two devices, give each its own inventory number.',
  }
}

export function identifierTwice(row: RowPlace, identifier: string, first: string): RejectedItem {
  return {
    ...at(row),
    code: 'inventory/identifier-twice',
    detail: `The identifier "${quote(identifier, 60)}" stands in ${first} and in ${row.place} with different content. Only ${first} was taken.`,
    remedy: 'Give each device its own identifier, or delete the row that is wrong.',
  }
}

function at(row: RowPlace): Pick<RejectedItem, 'place' | 'says'> {
  return { place: row.place, says: quote(row.cells.filter((cell) => cell !== '').join(' | ')) }
}
