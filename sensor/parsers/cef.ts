// Reads the Common Event Format: seven parts between bars, then key=value.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, type LogSource, setField } from '../event/event.ts'
import { maxPairs, numberOrText } from './key-values.ts'
import { headLines } from './lines.ts'
import { instantOfEpoch, instantOfIso, instantOfWall, monthNumber, wallOf } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import { type LineReading, lineParser } from './record.ts'

export const cefParser = lineParser({
  name: 'cef',
  accepts: (head) => headLines(head)[0]?.startsWith('CEF:') ?? false,
  open: (context) => (line) => readCef(line, context) ?? 'it is not of the Common Event Format',
})

const headFields = [
  'cefVersion',
  'deviceVendor',
  'deviceProduct',
  'deviceVersion',
  'deviceEventClassId',
  'name',
  'severity',
] as const

/** Words that rules on firewalls and proxies use, for the short names of CEF. */
const ruleNames: ReadonlyMap<string, string> = new Map([
  ['src', 'src_ip'],
  ['dst', 'dst_ip'],
  ['spt', 'src_port'],
  ['dpt', 'dst_port'],
  ['act', 'action'],
  ['request', 'c-uri'],
  ['requestMethod', 'cs-method'],
  ['requestClientApplication', 'c-useragent'],
])

export function readCef(text: string, context: ReadingContext): LineReading {
  const start = text.startsWith('CEF:') ? 4 : text.indexOf(' CEF:') + 5
  if (start === 4 && !text.startsWith('CEF:')) return null
  const { parts, rest } = splitHead(text.slice(start))
  if (parts.length < headFields.length) return 'its head of CEF has fewer than seven parts'
  const fields = emptyFields()
  for (const [index, name] of headFields.entries()) setField(fields, name, parts[index] ?? '')
  readExtension(rest, fields)
  addLabelled(fields)
  return { at: timeOf(fields, context), logSource: sourceOf(parts[1] ?? ''), fields, raw: text }
}

export function sourceOf(vendor: string): LogSource {
  const product = vendor.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return { product: product === '' ? null : product, category: null, service: null }
}

function splitHead(text: string): { parts: string[]; rest: string } {
  const parts: string[] = []
  let part = ''
  let from = 0
  for (let at = 0; at < text.length && parts.length < headFields.length; at += 1) {
    const character = text[at]
    if (character === '\\') at += 1
    else if (character === '|') {
      part = text.slice(from, at)
      parts.push(part.replaceAll(/\\([\\|])/g, '$1'))
      from = at + 1
    }
  }
  if (parts.length === headFields.length - 1) return { parts: [...parts, text.slice(from)], rest: '' }
  return { parts, rest: text.slice(from) }
}

/** A value reaches to the last blank before the next key; a key is a word before an `=` that is not escaped. */
function readExtension(text: string, fields: Fields): void {
  const keys: RegExpExecArray[] = []
  for (const key of text.matchAll(/(?<=^|\s)([\w.[\]-]{1,128})=/g)) {
    if (keys.push(key) === maxPairs) break
  }
  for (const [index, key] of keys.entries()) {
    const name = key[1] ?? ''
    const start = key.index + key[0].length
    const value = text.slice(start, keys[index + 1]?.index ?? text.length).trimEnd()
    const plain = numberOrText(unescaped(value))
    setField(fields, name, plain)
    const ruleName = ruleNames.get(name)
    if (ruleName !== undefined) setField(fields, ruleName, plain)
  }
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text
  return text.replaceAll(/\\([\\=nr|])/g, (_, mark: string) =>
    mark === 'n' ? '\n' : mark === 'r' ? '\r' : mark,
  )
}

/** `cs1Label=Policy cs1=Block` also says Policy: Block. */
function addLabelled(fields: Fields): void {
  for (const name of Object.keys(fields)) {
    if (!name.endsWith('Label')) continue
    const label = fields[name]
    const value = fields[name.slice(0, -5)]
    if (typeof label === 'string' && value !== undefined) setField(fields, label, value)
  }
}

function timeOf(fields: Fields, context: ReadingContext): number | null {
  for (const name of ['rt', 'end', 'start']) {
    const value = fields[name]
    if (typeof value === 'number') return instantOfEpoch(value)
    const instant = typeof value === 'string' ? instantOfText(value, context) : null
    if (instant !== null) return instant
  }
  return null
}

/** `Nov 27 2026 10:00:00.123 UTC`, or as ISO 8601. */
export function instantOfText(text: string, { timeZone }: ReadingContext): number | null {
  const found = /^([A-Z][a-z]{2}) (\d\d?) (\d{4}) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?: (UTC|GMT|Z))?/.exec(
    text,
  )
  if (found === null) return instantOfIso(text, timeZone)
  const [, month = '', day, year, hour, minute, second, fraction, zone] = found
  const wall = wallOf(year, monthNumber(month), day, hour, minute, second, fraction)
  return instantOfWall(wall, zone === undefined ? timeZone : 'UTC')
}
