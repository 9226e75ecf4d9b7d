// Unbinds a CPE 2.3 formatted string or a CPE 2.2 URI (NISTIR 7695, 6.1.3 and 6.2.3).
// SPDX-License-Identifier: EUPL-1.2
import { any, type Cpe, type CpeAttribute, cpeAttributeNames, na } from './cpe.ts'

export const maxCpeCharacters = 1_000
const attributeCount = cpeAttributeNames.length
const parts = new Set(['a', 'o', 'h', any, na])
/** Wildcards at the ends, in between letters, digits, `.`, `-`, `_`, `~` and escaped signs. */
const valuePattern = /^(?:\*|\?+)?(?:[a-z0-9_.~-]|\\[!-/:-@[-`{-~])+(?:\*|\?+)?$/

/** Null for texts that are no CPE name. */
export function parseCpe(text: string): Cpe | null {
  const trimmed = text.trim()
  if (trimmed.length > maxCpeCharacters) return null
  const lower = trimmed.toLowerCase()
  if (lower.startsWith('cpe:2.3:')) return parseFormatted(lower.slice(8))
  return lower.startsWith('cpe:/') ? parseUri(lower.slice(5)) : null
}

function parseFormatted(bound: string): Cpe | null {
  const values = splitUnescaped(bound)
  return values.length === attributeCount ? build(values) : null
}

/** A colon belongs to the value when an odd number of backslashes stands before it. */
function splitUnescaped(bound: string): string[] {
  const values: string[] = ['']
  for (let index = 0; index < bound.length; index += 1) {
    const sign = bound.charAt(index)
    if (sign === ':') {
      values.push('')
      continue
    }
    const taken = sign === '\\' ? bound.slice(index, index + 2) : sign
    index += taken.length - 1
    values.push(`${values.pop() ?? ''}${taken}`)
  }
  return values
}

function parseUri(bound: string): Cpe | null {
  const components = bound.split(':')
  if (components.length > 7) return null
  const edition = components[5] ?? ''
  const packed = edition.startsWith('~') ? unpackEdition(edition) : []
  if (packed === null) return null
  const [unpacked, ...extended] = packed
  const values = components.map(decodeComponent)
  if (unpacked !== undefined) values[5] = unpacked
  const all = [
    ...cpeAttributeNames.slice(0, 7).map((_, index) => (index in values ? values[index] : any)),
    ...extended,
  ]
  const named = cpeAttributeNames.map((_, index) => all[index] ?? (index in all ? null : any))
  return named.every((value) => value !== null) ? build(named) : null
}

/** `~edition~software edition~target software~target hardware~other` (NISTIR 7695, 6.1.2.1). */
function unpackEdition(component: string): string[] | null {
  const fields = component.slice(1).split('~').map(decodeComponent)
  return fields.length === 5 && fields.every((field) => field !== null) ? fields : null
}

/** Percent codes become escaped signs; `%01` and `%02` are the wildcards `?` and `*` of the URI form. */
function decodeComponent(component: string): CpeAttribute | null {
  if (component === '') return any
  if (component === na) return na
  let value = ''
  for (let index = 0; index < component.length; index += 1) {
    const sign = component.charAt(index)
    const code = sign === '%' ? component.slice(index + 1, index + 3) : ''
    if (sign === '%') index += 2
    const decoded = sign === '%' ? decodePercent(code) : escapeSign(sign)
    if (decoded === null) return null
    value += decoded
  }
  return value
}

function decodePercent(code: string): string | null {
  if (!/^[0-9a-f]{2}$/.test(code)) return null
  if (code === '01') return '?'
  if (code === '02') return '*'
  const number = Number.parseInt(code, 16)
  return number > 0x20 && number < 0x7f ? escapeSign(String.fromCharCode(number).toLowerCase()) : null
}

function escapeSign(sign: string): string {
  return /[a-z0-9_]/.test(sign) ? sign : `\\${sign}`
}

function build(values: readonly string[]): Cpe | null {
  const normal = values.map(normaliseValue)
  const [part = '', vendor = '', product = '', version = '', update = '', edition = '', language = ''] =
    normal
  const [swEdition = '', targetSw = '', targetHw = '', other = ''] = normal.slice(7)
  if (
    !parts.has(part) ||
    !normal.every((value) => value === any || value === na || valuePattern.test(value))
  ) {
    return null
  }
  return { part, vendor, product, version, update, edition, language, swEdition, targetSw, targetHw, other }
}

/** The formatted string writes `.`, `-` and `_` bare and `~` escaped (6.2.2.1); many files do otherwise. */
function normaliseValue(value: string): string {
  // A lone escaped hyphen is the text "-", not the logical value.
  if (value === '\\-') return value
  return value.replaceAll(/\\(.)|~/g, (whole: string, sign: string | undefined) => {
    if (sign === undefined) return '\\~'
    return /[._a-z0-9-]/.test(sign) ? sign : whole
  })
}
