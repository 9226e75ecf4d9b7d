// Reads the query log of BIND: who asked which name server for what.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, setField } from '../event/event.ts'
import { headLines } from './lines.ts'
import { instantOfIso, instantOfWall, monthNumber, wallOf } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import { type LineReading, lineParser } from './record.ts'

export const bindParser = lineParser({
  name: 'bind',
  accepts: (head) => headLines(head).some((line) => queryForm.test(line) && ownTime.test(line)),
  open: (context) => (line) => {
    const reading = readBindQuery(line, context)
    // The same file may hold other categories of the name server.
    return reading ?? (ownTime.test(line) ? otherCategory(line, context) : 'it is no line of the name server')
  },
})

const ownTime = /^(?:\d\d-[A-Z][a-z]{2}-\d{4}|\d{4}-\d\d-\d\d)[ T]\d\d:\d\d:\d\d/
const queryForm =
  /client (?:@0x[0-9a-f]{1,16} )?([\da-fA-F.:]{2,45}(?:%\w{1,16})?)#(\d{1,5})(?:\/key [^\s:]{1,255})?(?: \(([^)\s]{1,1025})\))?:(?: view [^\s:]{1,255}:)? query: (\S{1,1025}) (\S{1,16}) (\S{1,16})(?: (\S{1,32}))?(?: \(([\da-fA-F.:]{2,45})\))?/

/** A name has at most 1,025 characters in text form, and stands twice. */
const maxQueryUnits = 4_096

export function readBindQuery(text: string, context: ReadingContext): LineReading {
  if (text.length > maxQueryUnits || !text.includes(' query: ')) return null
  const found = queryForm.exec(text)
  if (found === null) return null
  const [, client = '', port, , name = '', recordClass = '', type = '', flags, server] = found
  const fields = emptyFields()
  setField(fields, 'src_ip', client)
  setField(fields, 'src_port', Number(port))
  setField(fields, 'query', name)
  setField(fields, 'record_class', recordClass)
  setField(fields, 'record_type', type)
  if (flags !== undefined) setField(fields, 'flags', flags)
  if (server !== undefined) setField(fields, 'dst_ip', server)
  return { at: timeOf(text, context), logSource: dnsLog, fields, raw: text }
}

const dnsLog = { product: 'bind', category: 'dns', service: null } as const

function otherCategory(text: string, context: ReadingContext): LineReading {
  const fields = emptyFields()
  setField(fields, 'message', text)
  return {
    at: timeOf(text, context),
    logSource: { product: 'bind', category: null, service: null },
    fields,
    raw: text,
  }
}

function timeOf(text: string, { timeZone }: ReadingContext): number | null {
  const found = /^(\d\d)-([A-Z][a-z]{2})-(\d{4}) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?/.exec(text)
  if (found === null) return instantOfIso(text, timeZone)
  const [, day, month = '', year, hour, minute, second, fraction] = found
  return instantOfWall(wallOf(year, monthNumber(month), day, hour, minute, second, fraction), timeZone)
}
