// What the values of a column look like, whatever its heading says.
// SPDX-License-Identifier: EUPL-1.2
import { parseCpe } from '../cpe/index.ts'
import { parsePurl } from '../purl/index.ts'
import { readUdi } from '../udi/index.ts'
import { clinicalRoleOf, networkExposureOf } from './closed-words.ts'
import { plainWords } from './headings.ts'

const sampledValues = 500
const inspectedCharacters = 300

export interface ColumnValues {
  readonly filled: number
  /** Shares from 0 to 1 of the filled cells (of the first 500). */
  readonly purls: number
  readonly cpes: number
  readonly udis: number
  readonly versions: number
  readonly dates: number
  readonly addresses: number
  readonly numbers: number
  readonly vendors: number
  readonly roles: number
  readonly exposures: number
  readonly different: number
}

export function inspectValues(cells: readonly string[], knownVendors: ReadonlySet<string>): ColumnValues {
  const values = cells.filter((cell) => cell !== '').slice(0, sampledValues)
  const texts = values.map((value) => value.slice(0, inspectedCharacters))
  const share = (test: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length
  return {
    filled: texts.length,
    purls: share((text) => parsePurl(text) !== null),
    cpes: share((text) => parseCpe(text) !== null),
    udis: share((text) => readUdi(text) !== null),
    versions: share(looksLikeVersion),
    dates: share(looksLikeDate),
    addresses: share(looksLikeAddress),
    numbers: share((text) => /^\d+$/.test(text)),
    vendors: share((text) => knownVendors.has(plainWords(text))),
    roles: share((text) => clinicalRoleOf(text) !== null),
    exposures: share((text) => networkExposureOf(text) !== null),
    different: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
  }
}

/** "4.2", "v2.1.0 SP3", "R14-2", "VF10.2", "2024.1"; not "4711" and not a date. */
function looksLikeVersion(text: string): boolean {
  return (
    /^(?:[A-Za-z]{1,8}[ .]?)?\d{1,6}(?:[._-]\d{1,8}){1,6}(?:[ ._+~-]?[A-Za-z0-9]{1,12}){0,3}$/.test(
      text.slice(0, 60),
    ) &&
    !looksLikeDate(text) &&
    !looksLikeAddress(text)
  )
}

function looksLikeDate(text: string): boolean {
  return /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.test(
    text,
  )
}

/** IPv4, IPv6, MAC or mail addresses: none of them says what a device is. */
function looksLikeAddress(text: string): boolean {
  if (/^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/.test(text))
    return text
      .split(/[./]/)
      .slice(0, 4)
      .every((part) => Number(part) < 256)
  if (/^[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}$/.test(text)) return true
  if (/^[0-9A-Fa-f:]{6,39}$/.test(text) && text.split(':').length >= 4) return true
  return /^[^\s@]{1,64}@[^\s@]{1,200}$/.test(text)
}
