// Reads EVE, the JSON log of Suricata.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, type LogSource, setField } from '../event/event.ts'
import { at, flatten, type JsonObject, objectsAt, plainValue, textAt } from './json-values.ts'
import { instantOfIso } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import type { LineReading } from './record.ts'

export function readSuricata(record: JsonObject, { timeZone }: ReadingContext): LineReading {
  const type = textAt(record, 'event_type')
  const time = textAt(record, 'timestamp')
  if (type === null || time === null || (at(record, 'flow_id') === undefined && type !== 'stats')) return null
  const fields = emptyFields()
  flatten(record, '', fields)
  copy(record, 'dest_ip', 'dst_ip', fields)
  copy(record, 'dest_port', 'dst_port', fields)
  if (type === 'dns') addDns(record, fields)
  if (type === 'http') addHttp(record, fields)
  return { at: instantOfIso(time, timeZone), logSource: sourceOf(type), fields, raw: null }
}

const categories: ReadonlyMap<string, string> = new Map([
  ['dns', 'dns'],
  ['http', 'proxy'],
])

function sourceOf(type: string): LogSource {
  return { product: 'suricata', category: categories.get(type) ?? null, service: type }
}

function copy(from: unknown, key: string, name: string, fields: Fields): void {
  const value = at(from, key)
  if (value !== undefined && fields[name] === undefined) setField(fields, name, plainValue(value))
}

function addDns(record: JsonObject, fields: Fields): void {
  const dns = at(record, 'dns')
  for (const part of [dns, ...objectsAt(dns, 'queries')]) {
    copy(part, 'rrname', 'query', fields)
    copy(part, 'rrtype', 'record_type', fields)
  }
  const answers = objectsAt(dns, 'answers').flatMap((answer) => textAt(answer, 'rdata') ?? [])
  if (answers.length > 0) setField(fields, 'answer', answers)
}

function addHttp(record: JsonObject, fields: Fields): void {
  const http = at(record, 'http')
  copy(http, 'hostname', 'cs-host', fields)
  copy(http, 'url', 'c-uri', fields)
  copy(http, 'http_user_agent', 'c-useragent', fields)
  copy(http, 'http_method', 'cs-method', fields)
  copy(http, 'status', 'sc-status', fields)
  copy(http, 'http_refer', 'cs-referer', fields)
}
