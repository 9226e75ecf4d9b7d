// Reads an inventory file, whichever format it is in.
// SPDX-License-Identifier: EUPL-1.2
import { readCycloneDx } from '../cyclonedx/index.ts'
import type { Fault, Reading } from '../fault/index.ts'
import { readFhirDevices } from '../fhir/index.ts'
import { readSpdx } from '../spdx/index.ts'
import { readTable, type Table, type TableOptions } from '../table/index.ts'
import { detectInventoryFormat } from './detect.ts'
import { isHeading } from './headings.ts'
import { type InventoryFormat, type InventoryReading, maxInventoryBytes } from './item.ts'
import { quote } from './quote.ts'

/** Documents say themselves what their fields mean; of a table a person confirms what the columns hold. */
export type ReadInventory =
  | { readonly kind: 'items'; readonly inventory: InventoryReading }
  | { readonly kind: 'table'; readonly table: Table }

export type InventoryOptions = Pick<TableOptions, 'sheet' | 'headerLine'>

type Reader = (
  bytes: Uint8Array,
  fileName: string,
  options: InventoryOptions,
) => Promise<Reading<ReadInventory>>

const readers: Readonly<Record<InventoryFormat, Reader>> = {
  'cyclonedx-json': async (bytes) => asItems(await readCycloneDx(bytes)),
  'cyclonedx-xml': async (bytes) => asItems(await readCycloneDx(bytes)),
  'spdx-json': async (bytes) => asItems(readSpdx(bytes)),
  fhir: async (bytes) => asItems(readFhirDevices(bytes)),
  csv: readSpreadsheet,
  xlsx: readSpreadsheet,
}

export async function readInventory(
  bytes: Uint8Array,
  fileName: string,
  options: InventoryOptions = {},
): Promise<Reading<ReadInventory>> {
  if (bytes.byteLength > maxInventoryBytes)
    return { outcome: 'refused', faults: [tooLarge(bytes.byteLength)] }
  const format = detectInventoryFormat(bytes, fileName)
  if (format === null) return { outcome: 'refused', faults: [unknownFormat(fileName)] }
  return readers[format](bytes, fileName, options)
}

async function readSpreadsheet(
  bytes: Uint8Array,
  fileName: string,
  options: InventoryOptions,
): Promise<Reading<ReadInventory>> {
  const reading = await readTable(bytes, fileName, { ...options, isHeading })
  if (reading.outcome === 'refused') return reading
  return { ...reading, value: { kind: 'table', table: reading.value } }
}

function asItems(reading: Reading<InventoryReading>): Reading<ReadInventory> {
  if (reading.outcome === 'refused') return reading
  return { ...reading, value: { kind: 'items', inventory: reading.value } }
}

function tooLarge(size: number): Fault {
  return {
    code: 'inventory/too-large',
    place: 'file',
    detail: `The file has ${size} bytes; at most ${maxInventoryBytes} are read.`,
    remedy: 'Split it into smaller files, and import one after the other.',
  }
}

function unknownFormat(fileName: string): Fault {
  return {
    code: 'inventory/unknown-format',
    place: 'file',
    detail: `"${quote(fileName, 80)}" is in none of the formats that are read: CSV, XLSX, CycloneDX, SPDX (JSON), FHIR Device (JSON).`,
    remedy:
      'Export the inventory in one of these formats; a spreadsheet as .xlsx or "CSV UTF-8" always works.',
  }
}
