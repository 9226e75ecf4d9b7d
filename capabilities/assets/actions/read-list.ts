// Reads the bytes of a list: what it is, and with its columns known, what it holds.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Reading } from '@salus/standards/fault'
import {
  applyMapping,
  type ColumnGuess,
  guessMapping,
  type HashedItem,
  type InventoryFormat,
  type RejectedItem,
  readInventory,
} from '@salus/standards/inventory'
import type { Table } from '@salus/standards/table'
import { readUses } from '../columns.ts'

export interface OpenedItems {
  readonly kind: 'items'
  readonly format: InventoryFormat
  readonly items: number
  /** What an SBOM says that it describes. */
  readonly subject: string | null
  readonly warnings: readonly Fault[]
}

export interface OpenedTable {
  readonly kind: 'table'
  readonly format: InventoryFormat
  readonly table: Table
  readonly guesses: readonly ColumnGuess[]
  readonly warnings: readonly Fault[]
}

export type OpenedList =
  | OpenedItems
  | OpenedTable
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

export async function openList(content: Buffer, fileName: string): Promise<OpenedList> {
  const reading = await readInventory(content, fileName)
  if (reading.outcome === 'refused') return { kind: 'refused', faults: reading.faults.map(storableFault) }
  const warnings = reading.warnings.slice(0, maxWarnings).map(storableFault)
  if (reading.value.kind === 'items') {
    const { format, items } = reading.value.inventory
    const subject = items.find((item) => item.place === '/metadata/component')?.name ?? null
    return { kind: 'items', format, items: items.length, subject, warnings }
  }
  const { table } = reading.value
  return { kind: 'table', format: table.format, table, guesses: guessMapping(table), warnings }
}

const maxWarnings = 200

export interface ReadItems {
  readonly items: readonly HashedItem[]
  readonly rejected: readonly RejectedItem[]
}

export async function readItems(
  content: Buffer,
  fileName: string,
  mapping: unknown,
): Promise<Reading<ReadItems>> {
  const reading = await readInventory(content, fileName)
  if (reading.outcome === 'refused') return reading
  const warnings = reading.warnings.slice(0, maxWarnings).map(storableFault)
  if (reading.value.kind === 'items') {
    const { items, rejected } = reading.value.inventory
    return { outcome: 'read', value: { items, rejected }, warnings }
  }
  const { table } = reading.value
  const uses = readUses(mapping, table.header.length)
  if (!uses) throw new Error('a table is being read without knowing its columns')
  const mapped = applyMapping(
    table,
    uses.map((field, column) => ({ column, field })),
  )
  return {
    outcome: 'read',
    value: { items: mapped.items, rejected: mapped.rejected },
    warnings: [...warnings, ...mapped.warnings.map(storableFault)].slice(0, maxWarnings),
  }
}

/** PostgreSQL takes neither NUL nor half letters in a JSON text. */
function storableFault(fault: Fault): Fault {
  const storable = (text: string) => text.replaceAll('\0', '').toWellFormed()
  return {
    code: fault.code,
    place: storable(fault.place),
    detail: storable(fault.detail),
    remedy: storable(fault.remedy),
  }
}
