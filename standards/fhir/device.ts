// Turns one FHIR Device into an inventory item. The patient and the owner of a device are never read.
// SPDX-License-Identifier: EUPL-1.2
import type { InventoryItem, RejectedItem } from '../inventory/item.ts'
import { quote } from '../inventory/quote.ts'
import { readUdi } from '../udi/index.ts'
import { conceptText, type FhirObject, objectAt, objectsAt, textAt } from './access.ts'
import { chooseVersion } from './version.ts'

export type FhirRelease = 'R4' | 'R5'

export type ReadDevice =
  | { readonly outcome: 'taken'; readonly item: InventoryItem; readonly versions: number }
  | { readonly outcome: 'rejected'; readonly item: RejectedItem }

/** `placeOf` remembers the ids of the document's earlier devices. */
export function readDevice(device: FhirObject, place: string, placeOf: Map<string, string>): ReadDevice {
  const item = toItem(device, place)
  const earlier = item.externalId === null ? undefined : placeOf.get(item.externalId)
  const fault =
    outOfUse(device) ?? unidentified(item) ?? (earlier === undefined ? null : duplicate(item, earlier))
  const says = quote(
    [item.name, item.vendor, item.model, item.externalId].filter((t) => t !== null).join(', '),
  )
  if (fault !== null) return { outcome: 'rejected', item: { ...fault, place, says } }
  if (item.externalId !== null) placeOf.set(item.externalId, place)
  return { outcome: 'taken', item, versions: objectsAt(device, 'version').length }
}

/** R5 renamed `deviceName` to `name`; a device that has neither could be of any release. */
export function releaseOf(device: FhirObject): FhirRelease | null {
  if (objectsAt(device, 'name').length > 0 || device.category !== undefined || device.mode !== undefined)
    return 'R5'
  return objectsAt(device, 'deviceName').length > 0 || device.patient !== undefined ? 'R4' : null
}

function toItem(device: FhirObject, place: string): InventoryItem {
  const names = namesOf(device)
  const product = names.find((n) => !notProductNames.includes(n.type))?.text ?? null
  const model = textAt(device, 'modelNumber') ?? names.find((n) => n.type === 'model-name')?.text ?? null
  const kind = conceptText(objectAt(device, 'type')) ?? conceptText(objectsAt(device, 'type')[0] ?? null)
  const own = names.find((n) => n.type === 'user-friendly-name')?.text ?? textAt(device, 'displayName')
  const udi = udiOf(device)
  return {
    place,
    externalId: textAt(device, 'id') ?? firstIdentifier(device),
    name: own ?? product ?? kind,
    vendor: textAt(device, 'manufacturer'),
    product,
    model,
    version: chooseVersion(objectsAt(device, 'version')),
    serial: textAt(device, 'serialNumber') ?? udi.serial,
    udiDi: udi.udiDi,
    purl: null,
    cpe: null,
    site: textAt(objectAt(device, 'location'), 'display'),
    networkExposure: null,
    clinicalRole: null,
    environment: null,
  }
}

const notProductNames = ['user-friendly-name', 'patient-reported-name', 'model-name']

/** R4 writes `{ name, type }`, R5 `{ value, type }`. */
function namesOf(device: FhirObject): { text: string; type: string }[] {
  const named = [...objectsAt(device, 'deviceName'), ...objectsAt(device, 'name')]
  return named.flatMap((entry) => {
    const text = textAt(entry, 'name') ?? textAt(entry, 'value')
    return text === null ? [] : [{ text, type: textAt(entry, 'type') ?? '' }]
  })
}

function udiOf(device: FhirObject): { udiDi: string | null; serial: string | null } {
  for (const carrier of objectsAt(device, 'udiCarrier')) {
    const stated = textAt(carrier, 'deviceIdentifier')
    const printed = readUdi(textAt(carrier, 'carrierHRF') ?? '')
    const udiDi = stated === null ? (printed?.udiDi ?? null) : (readUdi(stated)?.udiDi ?? stated)
    if (udiDi !== null) return { udiDi, serial: printed?.serial ?? null }
  }
  return { udiDi: null, serial: null }
}

function firstIdentifier(device: FhirObject): string | null {
  return (
    objectsAt(device, 'identifier')
      .map((entry) => textAt(entry, 'value'))
      .find((value) => value !== null) ?? null
  )
}

type Finding = Omit<RejectedItem, 'place' | 'says'>

function outOfUse(device: FhirObject): Finding | null {
  const status = textAt(device, 'status')
  if (status !== 'entered-in-error' && status !== 'inactive') return null
  return {
    code: `fhir/${status}`,
    detail:
      status === 'inactive'
        ? 'The device is marked as inactive, so it is not in use.'
        : 'The device was entered by mistake, as its record says.',
    remedy:
      'Nothing needs to be done. If the device is in use, set its status to active and export it again.',
  }
}

function unidentified(item: InventoryItem): Finding | null {
  if ([item.name, item.vendor, item.product, item.model, item.udiDi].some((text) => text !== null))
    return null
  return {
    code: 'fhir/nothing-identifies',
    detail:
      'The device has no name, type, manufacturer, model number or UDI, so it cannot be told what it is.',
    remedy: 'Fill in at least the name or the model number in the system that holds the device.',
  }
}

function duplicate(item: InventoryItem, earlier: string): Finding {
  return {
    code: 'fhir/duplicate-id',
    detail: `The id "${quote(item.externalId ?? '', 80)}" is already that of the device at ${earlier}. Only that one was taken.`,
    remedy: 'Export each device once; for older states of a device there is its history.',
  }
}
