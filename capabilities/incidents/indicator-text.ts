// Reads lines that somebody pasted as traces of an attack, and writes such traces so that nobody can click on them.
// SPDX-License-Identifier: EUPL-1.2
import { isIP } from 'node:net'
import type { IndicatorType } from './store/room.ts'

/** A list from a supplier or the CSIRT; longer ones are files and belong to the evidence. */
export const maxIndicatorLines = 500
export const maxIndicatorCharacters = 2_000

export interface ReadIndicator {
  readonly type: IndicatorType
  readonly value: string
}

export type ReadLines =
  | { readonly ok: true; readonly indicators: readonly ReadIndicator[] }
  | { readonly ok: false; readonly fault: 'missing' | 'too-many-lines' | 'line-too-long' }

/** One a line; the same twice is one. What is none of the known kinds is kept as `other`: nothing is dropped. */
export function readIndicatorLines(text: string): ReadLines {
  const lines = text
    .replaceAll('\0', '')
    .toWellFormed()
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length === 0) return { ok: false, fault: 'missing' }
  if (lines.length > maxIndicatorLines) return { ok: false, fault: 'too-many-lines' }
  if (lines.some((line) => line.length > maxIndicatorCharacters)) return { ok: false, fault: 'line-too-long' }
  const indicators = lines.map(readIndicator)
  const distinct = new Map(indicators.map((one) => [`${one.type} ${one.value}`, one]))
  return { ok: true, indicators: [...distinct.values()] }
}

export function readIndicator(line: string): ReadIndicator {
  const value = armed(line)
  const type = typeOf(value)
  return { type, value: lowerCase.has(type) ? value.toLowerCase() : value }
}

const lowerCase: ReadonlySet<IndicatorType> = new Set(['domain', 'md5', 'sha1', 'sha256', 'email', 'ipv6'])

/** Others write `hxxp://evil[.]example` for the same reason as we do. */
function armed(line: string): string {
  const plain = line
    .replaceAll('[.]', '.')
    .replaceAll('(.)', '.')
    .replaceAll('[dot]', '.')
    .replaceAll('[:]', ':')
    .replaceAll('[at]', '@')
    .replaceAll('[@]', '@')
  return /^hxxps?:/i.test(plain) ? `http${plain.slice('hxxp'.length)}` : plain
}

const hashes: Readonly<Record<number, IndicatorType>> = { 32: 'md5', 40: 'sha1', 64: 'sha256' }

function typeOf(value: string): IndicatorType {
  if (/^[0-9a-f]+$/i.test(value)) return hashes[value.length] ?? 'other'
  if (/^(https?|ftp):\/\//i.test(value)) return URL.canParse(value) ? 'url' : 'other'
  const version = isIP(value)
  if (version === 4) return 'ipv4'
  if (version === 6) return 'ipv6'
  if (/\s/.test(value)) return 'other'
  const [account = '', host, ...more] = value.split('@')
  if (host !== undefined) return more.length === 0 && account !== '' && isDomain(host) ? 'email' : 'other'
  if (isFileName(value)) return 'file-name'
  return isDomain(value) ? 'domain' : 'other'
}

const maxDomainCharacters = 253

function isDomain(text: string): boolean {
  const labels = text.split('.')
  return (
    text.length <= maxDomainCharacters &&
    labels.length > 1 &&
    labels.every((label) => /^[\p{L}\p{N}_-]{1,63}$/u.test(label)) &&
    /\p{L}/u.test(labels.at(-1) ?? '')
  )
}

/** Endings of files that could be read as the end of a name in the net. */
const endings = new Set(
  'exe dll sys bat cmd ps1 vbs js hta lnk msi scr jar sh py txt log html htm pdf doc docx docm xls xlsx xlsm rtf zip rar 7z gz iso img vhd eml msg dat tmp bin locked encrypted'.split(
    ' ',
  ),
)

function isFileName(value: string): boolean {
  if (value.includes('\\') || value.startsWith('/')) return true
  return value.includes('.') && endings.has(value.slice(value.lastIndexOf('.') + 1).toLowerCase())
}

/** For screens and paper: no link, and no program makes one of it. */
export function defanged({ type, value }: ReadIndicator): string {
  switch (type) {
    case 'url':
      return dotted(value.replace(/^http/i, 'hxxp'))
    case 'email':
      return dotted(value.replaceAll('@', '[at]'))
    case 'domain':
    case 'ipv4':
      return dotted(value)
    case 'ipv6':
      return value.replaceAll(':', '[:]')
    default:
      return value
  }
}

function dotted(value: string): string {
  return value.replaceAll('.', '[.]')
}
