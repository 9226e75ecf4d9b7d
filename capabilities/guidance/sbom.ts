// Reads a bill of materials that a supplier hands in: how much is in it, and every fault with its place.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import {
  detectInventoryFormat,
  type InventoryFormat,
  type RejectedItem,
  readInventory,
} from '@salus/standards/inventory'

export type SbomReading =
  | {
      readonly outcome: 'read'
      readonly format: InventoryFormat
      readonly formatVersion: string | null
      readonly components: number
      /** Components that could not be taken, and what else was seen; the file is kept all the same. */
      readonly faults: readonly (Fault | RejectedItem)[]
    }
  | { readonly outcome: 'refused'; readonly faults: readonly (Fault | RejectedItem)[] }

const formats: readonly (InventoryFormat | null)[] = ['cyclonedx-json', 'cyclonedx-xml', 'spdx-json']

export async function readSbom(bytes: Uint8Array, fileName: string): Promise<SbomReading> {
  const format = detectInventoryFormat(bytes, fileName)
  if (!formats.includes(format)) return { outcome: 'refused', faults: [noSbom(format)] }
  const reading = await readInventory(bytes, fileName)
  if (reading.outcome === 'refused') return reading
  // A table is what none of the three formats is read into.
  if (reading.value.kind !== 'items') return { outcome: 'refused', faults: [noSbom(format)] }
  const { items, rejected, formatVersion } = reading.value.inventory
  const faults = [...reading.warnings, ...rejected]
  if (items.length === 0) return { outcome: 'refused', faults: [...faults, nothingIn] }
  return {
    outcome: 'read',
    format: reading.value.inventory.format,
    formatVersion,
    components: items.length,
    faults,
  }
}

function noSbom(format: InventoryFormat | null): Fault {
  return {
    code: 'sbom/no-sbom',
    place: 'file',
    detail:
      format === null
        ? 'This is neither CycloneDX nor SPDX.'
        : 'This is a list, and not a bill of materials in CycloneDX or SPDX.',
    remedy: 'Export the bill of materials as CycloneDX (JSON or XML) or SPDX (JSON), and hand in that file.',
  }
}

const nothingIn: Fault = {
  code: 'sbom/empty',
  place: 'file',
  detail: 'The file is read, but it names no component.',
  remedy: 'Export it again with all components, and hand in that file.',
}
