// UDIs of GS1: element strings `(01)…(21)…` with or without brackets, and bare GTINs, with their check digit.
// SPDX-License-Identifier: EUPL-1.2
import type { Udi } from './index.ts'

/** FNC1 as scanners hand it over, between elements of open length. */
const groupSeparator = '\u001d'
/** Symbology identifiers that scanners put in front (GS1 General Specifications, 5.1.2). */
const symbology = /^\](?:C1|d2|Q3|e0|J1)/
/** Application identifiers of a fixed length; those of a UDI without a length here are open, to 20 characters. */
const fixedLengths: Readonly<Record<string, number>> = {
  '01': 14,
  '11': 6,
  '13': 6,
  '15': 6,
  '17': 6,
  '20': 2,
}
const openIdentifiers = ['10', '21', '240', '241', '250', '8012', '30', '37', '710', '711']
const maxOpenCharacters = 30

/** A GTIN-8, -12, -13 or -14 alone; kept as written, since databases of devices hold all four lengths. */
export function readGtin(text: string): Udi | null {
  if (!/^(?:\d{8}|\d{12,14})$/.test(text) || !hasRightCheckDigit(text)) return null
  return { agency: 'GS1', udiDi: text.padStart(14, '0'), serial: null, lot: null, softwareVersion: null }
}

/** Weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
export function hasRightCheckDigit(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].reverse().entries())
    sum += Number(digit) * (index % 2 === 0 ? 1 : 3)
  return sum % 10 === 0
}

export function readGs1(text: string): Udi | null {
  const bare = text.replace(symbology, '')
  const elements = bare.startsWith('(') ? readBracketed(bare) : readPlain(bare)
  const gtin = elements?.get('01')
  if (elements === null || gtin === undefined || !/^\d{14}$/.test(gtin) || !hasRightCheckDigit(gtin))
    return null
  return {
    agency: 'GS1',
    udiDi: gtin,
    serial: elements.get('21') ?? null,
    lot: elements.get('10') ?? null,
    softwareVersion: elements.get('8012') ?? null,
  }
}

function readBracketed(text: string): Map<string, string> | null {
  const elements = new Map<string, string>()
  const pattern = /\((\d{2,4})\)([^()]*)/gy
  let read = 0
  for (const [whole, identifier = '', value = ''] of text.matchAll(pattern)) {
    elements.set(identifier, value.trim())
    read += whole.length
  }
  return read === text.length ? elements : null
}

function readPlain(text: string): Map<string, string> | null {
  if (!/^01\d{14}/.test(text)) return null
  const elements = new Map<string, string>()
  let rest = text
  while (rest !== '') {
    const identifier = identifierOf(rest)
    if (identifier === null) return null
    const body = rest.slice(identifier.length)
    const end = endOf(body, fixedLengths[identifier])
    if (end === null) return null
    elements.set(identifier, body.slice(0, end))
    rest = body.slice(body[end] === groupSeparator ? end + 1 : end)
  }
  return elements
}

function identifierOf(text: string): string | null {
  if (Object.hasOwn(fixedLengths, text.slice(0, 2))) return text.slice(0, 2)
  return openIdentifiers.find((identifier) => text.startsWith(identifier)) ?? null
}

function endOf(body: string, fixed: number | undefined): number | null {
  if (fixed !== undefined) return body.length >= fixed ? fixed : null
  const separator = body.indexOf(groupSeparator)
  const end = separator === -1 ? body.length : separator
  return end >= 1 && end <= maxOpenCharacters ? end : null
}
