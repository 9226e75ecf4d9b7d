// Reads software bills of materials in SPDX 2.2 and 2.3, JSON.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Reading } from '../fault/index.ts'
import { type InventoryReading, maxInventoryBytes, maxInventoryItems } from '../inventory/item.ts'
import { readJson } from '../json/index.ts'
import { arrayAt, documentOf, isObject } from './document.ts'
import { collectPackages } from './items.ts'
import {
  isTagValue,
  notSpdx,
  packagesMissing,
  spdx3,
  tagValue,
  tooManyPackages,
  unknownVersion,
} from './refusals.ts'

const limits = { maxBytes: maxInventoryBytes, maxDepth: 200 }
const versions = ['SPDX-2.2', 'SPDX-2.3']

export function readSpdx(bytes: Uint8Array): Reading<InventoryReading> {
  if (isTagValue(bytes)) return refuse(tagValue)
  const json = readJson(bytes, limits)
  if (json.outcome === 'refused') return json
  const { source, place } = unwrap(json.value)
  if (!isObject(source)) return refuse(notSpdx)
  if (JSON.stringify(source['@context'] ?? '').includes('spdx.org/rdf/3')) return refuse(spdx3)
  const version = source.spdxVersion
  if (typeof version !== 'string') return refuse(notSpdx)
  if (!versions.includes(version)) return refuse(unknownVersion(place, version))
  if (source.packages !== undefined && !Array.isArray(source.packages)) return refuse(packagesMissing(place))
  if (arrayAt(source, 'packages').length === 0) return refuse(packagesMissing(place))
  if (arrayAt(source, 'packages').length > maxInventoryItems) return refuse(tooManyPackages(place))
  const collected = collectPackages(documentOf(source, place))
  return {
    outcome: 'read',
    value: {
      format: 'spdx-json',
      formatVersion: version,
      items: collected.items,
      rejected: collected.rejected,
    },
    warnings: [...json.warnings, ...collected.warnings],
  }
}

/** Code hosting sites hand out the document inside an object with the key `sbom`. */
function unwrap(value: unknown): { source: unknown; place: string } {
  return isObject(value) && isObject(value.sbom)
    ? { source: value.sbom, place: '/sbom' }
    : { source: value, place: '' }
}

function refuse(fault: Fault): Reading<never> {
  return { outcome: 'refused', faults: [fault] }
}
