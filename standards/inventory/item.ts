// The one shape into which every inventory format (SBOM, FHIR Device, spreadsheet) is read.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'

export type InventoryFormat = 'cyclonedx-json' | 'cyclonedx-xml' | 'spdx-json' | 'fhir' | 'csv' | 'xlsx'

export const clinicalRoles = ['life-supporting', 'diagnostic', 'records', 'support', 'office'] as const
export type ClinicalRole = (typeof clinicalRoles)[number]

export const networkExposures = ['internet', 'hospital-network', 'isolated', 'offline'] as const
export type NetworkExposure = (typeof networkExposures)[number]

/** One thing that a hospital runs, as its file names it; texts trimmed, never normalised. Null is "not said". */
export interface InventoryItem {
  /** Where in the file: `line 12`, `/components/3`, `entry 4`. */
  readonly place: string
  /** The file's own identifier (bom-ref, inventory number, FHIR id), by which a re-import recognises it. */
  readonly externalId: string | null
  readonly name: string | null
  readonly vendor: string | null
  readonly product: string | null
  readonly model: string | null
  readonly version: string | null
  readonly serial: string | null
  readonly udiDi: string | null
  readonly purl: string | null
  readonly cpe: string | null
  readonly site: string | null
  readonly networkExposure: NetworkExposure | null
  readonly clinicalRole: ClinicalRole | null
  /** Operating system or workstation it runs on, where that matters. */
  readonly environment: string | null
}

/** An item of a bill of materials, which may state hashes; no column of a list holds them. */
export interface HashedItem extends InventoryItem {
  /** Hashes of its files, as CycloneDX and SPDX state them; left out where the document states none. */
  readonly hashes?: readonly FileHash[]
}

/** The hash of one file; `algorithm` as written (`SHA-256`, `SHA256`), `value` in hexadecimal digits. */
export interface FileHash {
  readonly algorithm: string
  readonly value: string
}

/** Hashes kept of one item; formats define about a dozen algorithms. */
export const maxHashesOfItem = 50

/** An item that could not be taken, with the text that it held (at most 200 characters). */
export interface RejectedItem extends Fault {
  readonly says: string
}

export interface InventoryReading {
  readonly format: InventoryFormat
  /** `1.5`, `SPDX-2.3`, `R4`; null for spreadsheets. */
  readonly formatVersion: string | null
  readonly items: readonly HashedItem[]
  readonly rejected: readonly RejectedItem[]
}

/** Limits of one import (issue text of the product: 50 MB, 100,000 assets a file). */
export const maxInventoryBytes = 50 * 1024 * 1024
export const maxInventoryItems = 100_000
