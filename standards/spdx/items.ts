// Turns the packages of an SPDX document into inventory items.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { type HashedItem, maxHashesOfItem, type RejectedItem } from '../inventory/item.ts'
import { quote } from '../inventory/quote.ts'
import type { SpdxDocument, SpdxPackage } from './document.ts'

export interface CollectedPackages {
  readonly items: readonly HashedItem[]
  readonly rejected: readonly RejectedItem[]
  readonly warnings: readonly Fault[]
}

export function collectPackages(document: SpdxDocument): CollectedPackages {
  const items: HashedItem[] = []
  const rejected: RejectedItem[] = []
  const placeOf = new Map<string, string>()
  const subject = document.packages.find((one) => one.id !== null && one.id === document.subject)
  const inside = subject === undefined ? null : labelOf(subject)
  for (const one of document.packages) {
    const earlier = one.id === null ? undefined : placeOf.get(one.id)
    const fault = unnamed(one) ?? (earlier === undefined ? null : duplicateId(one, earlier))
    if (fault !== null) rejected.push({ ...fault, place: one.place, says: quote(labelOf(one) ?? '') })
    else items.push(toItem(one, one === subject ? null : inside))
    if (one.id !== null && earlier === undefined) placeOf.set(one.id, one.place)
  }
  return { items, rejected, warnings: furtherIdentifiers(document.packages) }
}

function toItem(one: SpdxPackage, inside: string | null): HashedItem {
  return {
    place: one.place,
    externalId: one.id,
    name: nameWithPurpose(one),
    vendor: one.supplier,
    product: one.name,
    model: null,
    version: one.version,
    serial: null,
    udiDi: null,
    purl: one.purls[0] ?? null,
    cpe: one.cpes[0] ?? null,
    site: null,
    networkExposure: null,
    clinicalRole: null,
    environment: inside,
    ...(one.hashes.length === 0 ? {} : { hashes: one.hashes.slice(0, maxHashesOfItem) }),
  }
}

/** Firmware and operating systems share their name with the device; the purpose tells them apart. */
function nameWithPurpose(one: SpdxPackage): string | null {
  const telling = one.purpose === 'FIRMWARE' || one.purpose === 'OPERATING-SYSTEM'
  return telling && one.name !== null ? `${one.name} (${one.purpose.toLowerCase()})` : one.name
}

function labelOf(one: SpdxPackage): string | null {
  return one.version === null || one.name === null ? one.name : `${one.name} ${one.version}`
}

type Finding = Omit<RejectedItem, 'place' | 'says'>

function unnamed(one: SpdxPackage): Finding | null {
  if (one.name !== null || one.purls.length > 0 || one.cpes.length > 0) return null
  return {
    code: 'spdx/no-name',
    detail: 'This package has no name, purl or CPE, so it cannot be told what it is.',
    remedy: 'Give it a name in the program that made the document.',
  }
}

function duplicateId(one: SpdxPackage, earlier: string): Finding {
  return {
    code: 'spdx/duplicate-id',
    detail: `The SPDXID "${quote(one.id ?? '', 80)}" is already that of ${earlier}. Only that package was taken.`,
    remedy: 'Give each package its own SPDXID in the program that made the document.',
  }
}

function furtherIdentifiers(packages: readonly SpdxPackage[]): Fault[] {
  const several = packages.filter((one) => one.purls.length > 1 || one.cpes.length > 1)
  const first = several[0]
  if (first === undefined) return []
  return [
    {
      code: 'spdx/further-identifiers',
      place: first.place,
      detail: `${several.length} packages have several purls or CPE names. The first of each was taken.`,
      remedy: 'Nothing needs to be done, unless a package is known by another of its names.',
    },
  ]
}
