// What kind of file the first bytes show, whatever its name says.
// SPDX-License-Identifier: EUPL-1.2
import { quote } from '../inventory/quote.ts'
import { TableRefusal } from './table.ts'
import { encrypted } from './zip.ts'

const sniffedBytes = 4_096

/** Throws a TableRefusal for files that people take for a table and that are none. */
export function tableKind(bytes: Uint8Array, fileName: string): 'csv' | 'xlsx' {
  const start = Buffer.from(bytes.subarray(0, sniffedBytes)).toString('latin1')
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'xlsx'
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw isEncryptedWorkbook(bytes) ? encrypted : oldExcel(fileName)
  if (start.startsWith('%PDF')) throw otherFormat('a PDF')
  if (/^\s{0,50}<(?:!doctype html|html|table)/i.test(start.replace(/^\xef\xbb\xbf/, ''))) {
    throw otherFormat('a web page, although some programs name it .xls')
  }
  return 'csv'
}

/** A workbook with a password lies in the old container, in a stream of this name (MS-OFFCRYPTO 2.3.4.4). */
function isEncryptedWorkbook(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
}

function oldExcel(fileName: string): TableRefusal {
  return new TableRefusal({
    code: 'table/old-excel',
    place: 'file',
    detail: `"${quote(fileName, 80)}" is in the Excel format from before 2007 (.xls), which is not read.`,
    remedy: 'Open it, save it as .xlsx (Excel workbook) or as "CSV UTF-8", and import that file.',
  })
}

function otherFormat(what: string): TableRefusal {
  return new TableRefusal({
    code: 'table/other-format',
    place: 'file',
    detail: `The file is ${what}, which is not read as a table.`,
    remedy: 'Export the table as .xlsx (Excel workbook) or as "CSV UTF-8", and import that.',
  })
}
