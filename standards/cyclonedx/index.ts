// Reads software and hardware bills of materials in CycloneDX, JSON and XML, versions 1.2 to 1.7.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Reading } from '../fault/index.ts'
import type { InventoryFormat, InventoryReading } from '../inventory/item.ts'
import { maxInventoryBytes, maxInventoryItems } from '../inventory/item.ts'
import { quote } from '../inventory/quote.ts'
import { readJson } from '../json/index.ts'
import { readXml } from '../xml/index.ts'
import { type Bom, isCycloneDxVersion, unknownVersion } from './bom.ts'
import { collectItems } from './items.ts'
import { bomOfJson, isObject } from './json.ts'
import { findVersionRangeFaults } from './version-range.ts'
import { bomNamespace, bomOfXml } from './xml.ts'

const limits = { maxBytes: maxInventoryBytes, maxDepth: 200 }

export async function readCycloneDx(bytes: Uint8Array): Promise<Reading<InventoryReading>> {
  return startsWithTag(bytes) ? readXmlBom(bytes) : readJsonBom(bytes)
}

/** Null bytes are skipped, so that UTF-16 is seen too. */
function startsWithTag(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\0\s]{0,60}</.test(start)
}

async function readJsonBom(bytes: Uint8Array): Promise<Reading<InventoryReading>> {
  const json = readJson(bytes, limits)
  if (json.outcome === 'refused') return json
  const document = json.value
  if (!isObject(document) || document.bomFormat !== 'CycloneDX') return refuse([notCycloneDx])
  const version = document.specVersion
  if (!isCycloneDxVersion(version)) return refuse([unknownVersion('/specVersion', said(version))])
  const { findSchemaFaults } = await import('./json-schema.ts')
  const faults = await findSchemaFaults(document, version)
  if (faults.length > 0) return refuse(faults)
  return finish(bomOfJson(document, version), 'cyclonedx-json', json.warnings)
}

async function readXmlBom(bytes: Uint8Array): Promise<Reading<InventoryReading>> {
  const xml = readXml(bytes)
  if (xml.outcome === 'refused') return xml
  const root = xml.value
  if (root.name !== 'bom' || !root.namespace.startsWith(bomNamespace)) return refuse([notCycloneDx])
  const version = root.namespace.slice(bomNamespace.length)
  if (!isCycloneDxVersion(version)) return refuse([unknownVersion('line 1', said(version))])
  const { findXsdFaults } = await import('./xml-schema.ts')
  const faults = await findXsdFaults(bytes, version)
  if (faults.length > 0) return refuse(faults)
  return finish(bomOfXml(root, version), 'cyclonedx-xml', xml.warnings)
}

function finish(bom: Bom, format: InventoryFormat, warnings: readonly Fault[]): Reading<InventoryReading> {
  const ranges = findVersionRangeFaults(bom)
  if (ranges.length > 0) return refuse(ranges)
  const collected = collectItems(bom)
  if (collected === null) return refuse([tooManyComponents])
  const { items, rejected } = collected
  return {
    outcome: 'read',
    value: { format, formatVersion: bom.version, items, rejected },
    warnings: [...warnings, ...collected.warnings],
  }
}

function said(version: unknown): string {
  return typeof version === 'string' ? quote(version, 20) : 'nothing'
}

function refuse(faults: readonly Fault[]): Reading<never> {
  const [first = notCycloneDx, ...rest] = faults
  return { outcome: 'refused', faults: [first, ...rest] }
}

const notCycloneDx: Fault = {
  code: 'cyclonedx/not-cyclonedx',
  place: '',
  detail: 'The document does not say that it is a CycloneDX bill of materials.',
  remedy:
    'Check that you chose the right file. A CycloneDX document says bomFormat "CycloneDX" or has the root element bom.',
}

const tooManyComponents: Fault = {
  code: 'cyclonedx/too-many-components',
  place: '/components',
  detail: `The document lists more than ${maxInventoryItems} components.`,
  remedy: 'Split it by device or system, and import the parts one after the other.',
}
