// Finds the resources of a FHIR document: alone, in a Bundle, or one per line.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Reading } from '../fault/index.ts'
import { maxInventoryBytes, maxInventoryItems, type RejectedItem } from '../inventory/item.ts'
import { quote } from '../inventory/quote.ts'
import { readJson } from '../json/index.ts'
import { isObject, objectsAt } from './access.ts'

export interface FoundResource {
  readonly place: string
  readonly resource: unknown
}

export interface FoundResources {
  readonly resources: readonly FoundResource[]
  readonly rejected: readonly RejectedItem[]
}

const limits = { maxBytes: maxInventoryBytes, maxDepth: 200 }

export function findResources(bytes: Uint8Array): Reading<FoundResources> {
  const lines = linesOf(bytes)
  if (lines !== null) return readLines(lines)
  const json = readJson(bytes, limits)
  if (json.outcome === 'refused') return json
  return { ...json, value: { resources: unpack(json.value), rejected: [] } }
}

function unpack(value: unknown): FoundResource[] {
  if (!isObject(value) || value.resourceType !== 'Bundle') return [{ place: '', resource: value }]
  return objectsAt(value, 'entry').map((entry, index) => ({
    place: `/entry/${index}/resource`,
    resource: entry.resource,
  }))
}

/** Null unless the first line is a whole object by itself and others follow, as in a FHIR bulk export. */
function linesOf(bytes: Uint8Array): string[] | null {
  if (bytes.byteLength > maxInventoryBytes) return null
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  const end = text.indexOf('\n')
  const first = end === -1 ? '' : text.slice(0, end).trim()
  if (!first.startsWith('{') || !first.endsWith('}')) return null
  const lines = text.split('\n', maxInventoryItems + 2)
  const follows = lines.slice(1).some((line) => line.trim() !== '')
  return follows && readJson(first, limits).outcome === 'read' ? lines : null
}

function readLines(lines: readonly string[]): Reading<FoundResources> {
  const resources: FoundResource[] = []
  const rejected: RejectedItem[] = []
  const warnings: Fault[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const place = `line ${index + 1}`
    const json = readJson(line, limits)
    if (json.outcome === 'refused') rejected.push({ ...json.faults[0], place, says: quote(line) })
    else resources.push({ place, resource: json.value })
    warnings.push(...(json.outcome === 'read' ? json.warnings.map((warning) => ({ ...warning, place })) : []))
  }
  return { outcome: 'read', value: { resources, rejected }, warnings: warnings.slice(0, 100) }
}
