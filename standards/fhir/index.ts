// Reads FHIR Device resources (R4, R4B, R5): one alone, a Bundle, or one per line (NDJSON).
// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Reading } from '../fault/index.ts'
import {
  type InventoryItem,
  type InventoryReading,
  maxInventoryItems,
  type RejectedItem,
} from '../inventory/item.ts'
import { quote } from '../inventory/quote.ts'
import { isObject, textAt } from './access.ts'
import { type FhirRelease, readDevice, releaseOf } from './device.ts'
import { type FoundResource, findResources } from './resources.ts'

export function readFhirDevices(bytes: Uint8Array): Reading<InventoryReading> {
  const found = findResources(bytes)
  if (found.outcome === 'refused') return found
  const resources = found.value.resources
  if (resources.length > maxInventoryItems) return { outcome: 'refused', faults: [tooMany] }
  const sorted = sortOut(resources)
  if (sorted.devices === 0) return { outcome: 'refused', faults: [noDevice(sorted.others)] }
  const others = [...sorted.others.entries()].map(([type, seen]) => otherType(type, seen))
  return {
    outcome: 'read',
    value: {
      format: 'fhir',
      formatVersion: sorted.release,
      items: sorted.items,
      rejected: [...sorted.rejected, ...found.value.rejected, ...others],
    },
    warnings: [...found.warnings, ...severalVersions(sorted.severalVersions)],
  }
}

interface SeenType {
  readonly place: string
  count: number
}

interface SortedResources {
  readonly items: InventoryItem[]
  readonly rejected: RejectedItem[]
  readonly others: Map<string, SeenType>
  readonly severalVersions: string[]
  devices: number
  release: FhirRelease | null
}

function sortOut(resources: readonly FoundResource[]): SortedResources {
  const sorted: SortedResources = {
    items: [],
    rejected: [],
    others: new Map(),
    severalVersions: [],
    devices: 0,
    release: null,
  }
  const placeOf = new Map<string, string>()
  for (const { place, resource } of resources) {
    const type = isObject(resource) ? (textAt(resource, 'resourceType') ?? 'none') : 'none'
    if (!isObject(resource) || type !== 'Device') {
      const seen = sorted.others.get(type)
      if (seen === undefined) sorted.others.set(type, { place, count: 1 })
      else seen.count += 1
      continue
    }
    sorted.devices += 1
    sorted.release ??= releaseOf(resource)
    const read = readDevice(resource, place, placeOf)
    if (read.outcome === 'rejected') sorted.rejected.push(read.item)
    else sorted.items.push(read.item)
    if (read.outcome === 'taken' && read.versions > 1) sorted.severalVersions.push(place)
  }
  return sorted
}

function otherType(type: string, seen: SeenType): RejectedItem {
  return {
    code: 'fhir/other-resource',
    place: seen.place,
    detail: `${seen.count} resources of the type ${quote(type, 40)} are no devices and were not taken.`,
    remedy:
      'Nothing needs to be done, unless they describe devices. Devices are exported as the type Device.',
    says: quote(type, 40),
  }
}

function severalVersions(places: readonly string[]): Fault[] {
  const first = places[0]
  if (first === undefined) return []
  return [
    {
      code: 'fhir/several-versions',
      place: first,
      detail: `${places.length} devices state several versions. That of the software was taken, else that of the firmware, else the first.`,
      remedy: 'Check the version where the difference matters.',
    },
  ]
}

function noDevice(others: ReadonlyMap<string, SeenType>): Fault {
  return {
    code: 'fhir/no-device',
    place: '',
    detail: `The document holds no resource of the type Device, only: ${quote([...others.keys()].join(', ') || 'nothing', 120)}.`,
    remedy: 'Export the resources of the type Device from the FHIR server.',
  }
}

const tooMany: Fault = {
  code: 'fhir/too-many-resources',
  place: '',
  detail: `The document holds more than ${maxInventoryItems} resources.`,
  remedy: 'Export the devices alone, or split the export by site.',
}
