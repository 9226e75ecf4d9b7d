// Turns the components of a CycloneDX document, nested ones too, into inventory items.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { type HashedItem, maxHashesOfItem, maxInventoryItems, type RejectedItem } from '../inventory/item.ts'
import { quote } from '../inventory/quote.ts'
import { readUdi } from '../udi/index.ts'
import type { Bom, BomComponent } from './bom.ts'

export interface CollectedItems {
  readonly items: readonly HashedItem[]
  readonly rejected: readonly RejectedItem[]
  readonly warnings: readonly Fault[]
}

interface Pending {
  readonly component: BomComponent
  /** What the component runs inside: "Pump 200 2.1". */
  readonly inside: string | null
}

/** Null when there are more components than one import takes. */
export function collectItems(bom: Bom): CollectedItems | null {
  const items: HashedItem[] = []
  const rejected: RejectedItem[] = []
  const known = new Map<string, HashedItem>()
  const subjectLabel = bom.subject === null ? null : labelOf(bom.subject)
  const pending: Pending[] = bom.components
    .map((component) => ({ component, inside: subjectLabel }))
    .reverse()
  if (bom.subject !== null) pending.push({ component: bom.subject, inside: null })

  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (items.length + rejected.length >= maxInventoryItems) return null
    const { component, inside } = next
    const children = component.children()
    for (const child of [...children].reverse()) {
      pending.push({ component: child, inside: labelOf(component) ?? inside })
    }
    const item = toItem(component, inside)
    const earlier = component.bomRef === null ? undefined : known.get(component.bomRef)
    const fault = unidentified(item) ?? (earlier === undefined ? null : duplicateRef(item, earlier))
    if (fault !== null) rejected.push({ ...fault, place: item.place, says: quote(labelOf(component) ?? '') })
    else items.push(item)
    if (component.bomRef !== null && earlier === undefined) known.set(component.bomRef, item)
  }
  return { items, rejected, warnings: bom.services > 0 ? [servicesLeft(bom.services)] : [] }
}

function toItem(component: BomComponent, inside: string | null): HashedItem {
  const udi = propertyOf(component, ['udi', 'udidi', 'deviceidentifier', 'gtin'])
  return {
    place: component.place,
    externalId: component.bomRef,
    name: nameWithType(component),
    vendor: component.manufacturer ?? component.supplier ?? component.publisher,
    product: component.name,
    model: propertyOf(component, ['model', 'modelnumber', 'modelname']),
    version: component.version,
    serial: propertyOf(component, ['serialnumber', 'serial']),
    udiDi: udi === null ? null : (readUdi(udi)?.udiDi ?? udi),
    purl: component.purl,
    cpe: component.cpe,
    site: propertyOf(component, ['location', 'site']),
    networkExposure: null,
    clinicalRole: null,
    environment: inside,
    ...(component.hashes.length === 0 ? {} : { hashes: component.hashes.slice(0, maxHashesOfItem) }),
  }
}

/** Firmware and operating systems share their name with the device; the type tells them apart. */
function nameWithType(component: BomComponent): string | null {
  if (component.name === null) return null
  const full = component.group === null ? component.name : `${component.group}/${component.name}`
  const telling = ['firmware', 'operating-system'].includes(component.type)
  return telling ? `${full} (${component.type})` : full
}

function labelOf(component: BomComponent): string | null {
  return component.version === null ? component.name : `${component.name ?? ''} ${component.version}`
}

/** By the last part of the name, so that `cdx:device:serialNumber` and a maker's own prefix are both found. */
function propertyOf(component: BomComponent, names: readonly string[]): string | null {
  for (const [name, value] of component.properties) {
    const last = name.slice(name.lastIndexOf(':') + 1).toLowerCase()
    if (names.includes(last.replaceAll(/[^a-z]/g, '')) && value !== '') return value
  }
  return null
}

type Finding = Omit<RejectedItem, 'place' | 'says'>

function unidentified(item: HashedItem): Finding | null {
  if (item.product !== null || item.purl !== null || item.cpe !== null) return null
  return {
    code: 'cyclonedx/no-name',
    detail: 'This component has no name, purl or CPE, so it cannot be told what it is.',
    remedy: 'Give it a name in the program that made the document.',
  }
}

function duplicateRef(item: HashedItem, earlier: HashedItem): Finding {
  return {
    code: 'cyclonedx/duplicate-bom-ref',
    detail: `The bom-ref "${quote(item.externalId ?? '', 80)}" is already that of the component at ${earlier.place}. Only that one was taken.`,
    remedy: 'Give each component its own bom-ref in the program that made the document.',
  }
}

function servicesLeft(count: number): Fault {
  return {
    code: 'cyclonedx/services',
    place: '/services',
    detail: `The document also lists ${count} services. Services run elsewhere and are not taken as assets.`,
    remedy: 'If one of them runs in your own network, add it to the inventory by hand.',
  }
}
