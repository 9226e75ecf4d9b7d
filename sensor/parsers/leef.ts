// Reads the Log Event Extended Format, versions 1.0 and 2.0: a head between bars, then key=value between tabs.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, setField } from '../event/event.ts'
import { instantOfText, sourceOf } from './cef.ts'
import { maxPairs, numberOrText } from './key-values.ts'
import { headLines } from './lines.ts'
import { instantOfEpoch } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import { type LineReading, lineParser } from './record.ts'

export const leefParser = lineParser({
  name: 'leef',
  accepts: (head) => headLines(head)[0]?.startsWith('LEEF:') ?? false,
  open: (context) => (line) => readLeef(line, context) ?? 'it is not of the Log Event Extended Format',
})

const ruleNames: ReadonlyMap<string, string> = new Map([
  ['src', 'src_ip'],
  ['dst', 'dst_ip'],
  ['srcPort', 'src_port'],
  ['dstPort', 'dst_port'],
])

export function readLeef(text: string, context: ReadingContext): LineReading {
  const start = text.startsWith('LEEF:') ? 5 : text.indexOf(' LEEF:') + 6
  if (start === 5 && !text.startsWith('LEEF:')) return null
  const parts = text.slice(start).split('|', 7)
  const [version = '', vendor = '', product, deviceVersion, eventId, delimiter = ''] = parts
  if (eventId === undefined) return 'its head of LEEF has fewer than five parts'
  const fields = emptyFields()
  setField(fields, 'leefVersion', version)
  setField(fields, 'deviceVendor', vendor)
  setField(fields, 'deviceProduct', product ?? '')
  setField(fields, 'deviceVersion', deviceVersion ?? '')
  setField(fields, 'deviceEventClassId', eventId)
  const isSecond = version.startsWith('2') && delimiter.length <= 5
  const headParts = parts.slice(0, isSecond ? 6 : 5)
  const rest = text.slice(start + headParts.join('|').length + 1)
  readPairs(rest, isSecond ? delimiterOf(delimiter) : '\t', fields)
  return { at: timeOf(fields, context), logSource: sourceOf(vendor), fields, raw: text }
}

/** One character, or its number in hexadecimal: x09, 0x09. */
function delimiterOf(text: string): string {
  const code = /^0?x([0-9a-fA-F]{1,4})$/.exec(text)?.[1]
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
  return text.charAt(0) || '\t'
}

function readPairs(text: string, delimiter: string, fields: Fields): void {
  for (const pair of text.split(delimiter, maxPairs)) {
    const equals = pair.indexOf('=')
    if (equals <= 0) continue
    const name = pair.slice(0, equals).trim()
    const value = numberOrText(pair.slice(equals + 1))
    setField(fields, name, value)
    const ruleName = ruleNames.get(name)
    if (ruleName !== undefined) setField(fields, ruleName, value)
  }
}

function timeOf(fields: Fields, context: ReadingContext): number | null {
  const { devTime } = fields
  if (typeof devTime === 'number') return instantOfEpoch(devTime)
  return typeof devTime === 'string' ? instantOfText(devTime, context) : null
}
