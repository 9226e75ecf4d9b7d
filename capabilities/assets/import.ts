// An import: one file on its way into the inventory, from upload to storing.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import type { ColumnGuess, InventoryFormat } from '@salus/standards/inventory'
import type { TableRow } from '@salus/standards/table'
import type { Covers, DifferenceCounts } from './difference.ts'

export const importStates = [
  'reading',
  'mapping',
  'comparing',
  'compared',
  'storing',
  'stored',
  'failed',
  'discarded',
] as const
export type ImportState = (typeof importStates)[number]

/** What may follow what; nothing else changes an import's state. */
const following: Readonly<Record<ImportState, readonly ImportState[]>> = {
  reading: ['mapping', 'comparing', 'failed', 'discarded'],
  mapping: ['comparing', 'discarded'],
  comparing: ['compared', 'failed', 'discarded'],
  // Back to mapping: the columns were read as last time, and this time that is wrong.
  compared: ['storing', 'mapping', 'discarded'],
  // Back to comparing: somebody changed an asset after the difference was made.
  storing: ['stored', 'comparing', 'failed'],
  stored: [],
  failed: [],
  discarded: [],
}

export function mayFollow(from: ImportState, to: ImportState): boolean {
  return following[from].includes(to)
}

/** The engine works on it now; the page refreshes itself. */
export function isRunning(state: ImportState): boolean {
  return state === 'reading' || state === 'comparing' || state === 'storing'
}

export function isEnded(state: ImportState): boolean {
  return following[state].length === 0
}

export interface Import {
  readonly id: number
  readonly organisationId: number
  readonly fileName: string
  readonly format: InventoryFormat | null
  /** Which list it is a new version of; set once the format is known. */
  readonly list: string | null
  /** What the person said an SBOM describes. */
  readonly describes: string | null
  readonly covers: Covers
  readonly state: ImportState
  readonly createdBy: string
  readonly createdAt: Date
  readonly changedAt: Date
  readonly rowsTotal: number
  readonly rowsDone: number
  readonly mapping: unknown
  readonly table: TableFacts | null
  readonly summary: ImportSummary | null
  readonly faults: readonly Fault[]
  /** The inventory's revision that the difference was made against. */
  readonly comparedWith: number | null
}

/** What the mapping page says of a spreadsheet. */
export interface TableFacts {
  readonly sheet: string | null
  readonly header: readonly string[]
  readonly rows: number
  readonly guesses: readonly ColumnGuess[]
  readonly firstRows: readonly TableRow[]
  readonly headerFingerprint: string
  /** Since when the columns are remembered; null where they were guessed. */
  readonly rememberedAt: string | null
}

export interface ImportSummary extends DifferenceCounts {
  /** Set when stored. */
  readonly storedAt: string | null
}

export const deviceList = 'devices'

/**
 * Lists of devices and systems are one list, however their files are called; each SBOM is the list of one system,
 * so that two of them never overwrite each other's components.
 */
export function listOf(format: InventoryFormat, describes: string | null, fileName: string): string {
  if (format === 'csv' || format === 'xlsx' || format === 'fhir') return deviceList
  const system = describes?.trim() || stemOf(fileName)
  return `sbom:${system.toLowerCase().slice(0, 200)}`
}

export function isSbomList(list: string): boolean {
  return list.startsWith('sbom:')
}

/** `Archive-2.3.1.cdx.json` and `archive_2.4.0.json` are two versions of `archive`. */
export function stemOf(fileName: string): string {
  const words = fileName
    .slice(0, 255)
    .toLowerCase()
    .replace(/(?:\.(?:cdx|spdx|bom|json|xml))+$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^v?\d+$/.test(word))
  return words.join('-') || fileName.toLowerCase().slice(0, 200)
}
