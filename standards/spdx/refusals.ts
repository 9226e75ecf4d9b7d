// Why an SPDX document is not read, each with its remedy.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { maxInventoryItems } from '../inventory/item.ts'
import { quote } from '../inventory/quote.ts'

const sniffedBytes = 4_096

export function isTagValue(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, sniffedBytes)).toString('latin1')
  return /^(?:\xef\xbb\xbf)?(?:SPDXVersion:|#)/.test(start.trimStart()) || /^SPDXVersion:/m.test(start)
}

export const tagValue: Fault = {
  code: 'spdx/tag-value',
  place: 'line 1',
  detail: 'The document is SPDX in the tag-value form, which is not read.',
  remedy: 'Export it as SPDX 2.3 JSON, or convert it with the SPDX command line tools.',
}

export const spdx3: Fault = {
  code: 'spdx/version',
  place: '/@context',
  detail: 'The document is SPDX 3, which is not read yet.',
  remedy: 'Export it as SPDX 2.3 JSON or as CycloneDX.',
}

export const notSpdx: Fault = {
  code: 'spdx/not-spdx',
  place: '',
  detail: 'The document does not say that it is SPDX: there is no spdxVersion.',
  remedy: 'Check that you chose the right file.',
}

export function unknownVersion(place: string, version: string): Fault {
  return {
    code: 'spdx/version',
    place: `${place}/spdxVersion`,
    detail: `The document says "${quote(version, 30)}"; SPDX-2.2 and SPDX-2.3 are read.`,
    remedy: 'Export it as SPDX 2.3 JSON or as CycloneDX.',
  }
}

export function packagesMissing(place: string): Fault {
  return {
    code: 'spdx/no-packages',
    place: `${place}/packages`,
    detail: 'The document lists no packages.',
    remedy: 'Check that the program that made it was pointed at the installed software, and export it again.',
  }
}

export function tooManyPackages(place: string): Fault {
  return {
    code: 'spdx/too-many-packages',
    place: `${place}/packages`,
    detail: `The document lists more than ${maxInventoryItems} packages.`,
    remedy: 'Split it by device or system, and import the parts one after the other.',
  }
}
