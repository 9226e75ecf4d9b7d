// Reads the catalogue of known exploited vulnerabilities (KEV) in its JSON form.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Reading } from '../fault/index.ts'
import {
  atKey,
  collectFaults,
  type JsonNode,
  objectsAt,
  quoteForeign,
  readInstant,
  rootOf,
  textAt,
} from '../json/index.ts'

export interface KevCatalogue {
  readonly catalogVersion: string
  /** ISO 8601 in UTC. */
  readonly dateReleased: string | null
  readonly entries: readonly KevEntry[]
}

export interface KevEntry {
  readonly cveId: string
  readonly vendorProject: string
  readonly product: string
  readonly vulnerabilityName: string
  /** Calendar days, `2025-08-25`. */
  readonly dateAdded: string
  readonly dueDate: string | null
  readonly requiredAction: string | null
  /** False also where the catalogue says "Unknown". */
  readonly knownRansomwareCampaignUse: boolean
  readonly notes: string | null
}

/** The catalogue had 1,400 entries in 2025; far more is some other file. */
const maxEntries = 100_000

/** A bad entry is a warning with its place, the others are kept. */
export function readKev(json: unknown): Reading<KevCatalogue> {
  const faults = collectFaults('kev')
  const root = rootOf(json, faults)
  const catalogVersion = root === null ? null : textAt(root, 'catalogVersion')
  if (root === null || catalogVersion === null || !Array.isArray(atKey(root, 'vulnerabilities'))) {
    return { outcome: 'refused', faults: [notACatalogue, ...faults.list()] }
  }
  const nodes = objectsAt(root, 'vulnerabilities')
  if (nodes.length > maxEntries) return { outcome: 'refused', faults: [tooMany(nodes.length)] }
  const released = textAt(root, 'dateReleased')
  const value: KevCatalogue = {
    catalogVersion,
    dateReleased: released === null ? null : readInstant(released),
    entries: withoutRepeats(nodes.flatMap((node) => readEntry(node) ?? [])),
  }
  return { outcome: 'read', value, warnings: faults.list() }
}

const notACatalogue: Fault = {
  code: 'kev/not-a-catalogue',
  place: '/vulnerabilities',
  detail: 'The document lacks "catalogVersion" or the list "vulnerabilities" of a KEV catalogue.',
  remedy: 'Fetch known_exploited_vulnerabilities.json again.',
}

function tooMany(found: number): Fault {
  return {
    code: 'kev/too-many-entries',
    place: '/vulnerabilities',
    detail: `The catalogue has ${found} entries; at most ${maxEntries} are read.`,
    remedy: 'Check where the file comes from.',
  }
}

function readEntry(node: JsonNode): KevEntry | null {
  const cveId = textAt(node, 'cveID')
  const dateAdded = dayAt(node, 'dateAdded')
  if (cveId === null || !/^CVE-\d{4}-\d{4,19}$/.test(cveId) || dateAdded === null)
    return reportEntry(node, cveId)
  return {
    cveId,
    vendorProject: textAt(node, 'vendorProject') ?? '',
    product: textAt(node, 'product') ?? '',
    vulnerabilityName: textAt(node, 'vulnerabilityName') ?? cveId,
    dateAdded,
    dueDate: dayAt(node, 'dueDate'),
    requiredAction: textAt(node, 'requiredAction'),
    knownRansomwareCampaignUse: textAt(node, 'knownRansomwareCampaignUse')?.toLowerCase() === 'known',
    notes: textAt(node, 'notes'),
  }
}

/** A calendar day that exists. */
function dayAt(node: JsonNode, key: string): string | null {
  const text = textAt(node, key)
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return null
  // 31 February parses, but as another day.
  return readInstant(text)?.startsWith(text) ? text : null
}

/** The last entry of a CVE id counts, as in a catalogue that is appended to. */
function withoutRepeats(entries: readonly KevEntry[]): KevEntry[] {
  return [...new Map(entries.map((entry) => [entry.cveId, entry])).values()]
}

function reportEntry(node: JsonNode, cveId: string | null): null {
  node.faults.add(
    'entry',
    node.pointer,
    `The entry ${quoteForeign(cveId ?? 'without cveID')} lacks a CVE id or a day "dateAdded"; it was left out.`,
    'Fetch the catalogue again; if it stays so, report it to the publisher.',
  )
  return null
}
