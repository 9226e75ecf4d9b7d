// Reads syslog, RFC 5424 and RFC 3164, with or without a priority; formats that travel inside are read by their own.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, type LogSource, setField } from '../event/event.ts'
import { readBody } from './bodies.ts'
import { headLines } from './lines.ts'
import { instantOfIso, instantWithoutYear, monthNumber } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import { type LineReading, lineParser } from './record.ts'
import { readStructuredData } from './structured-data.ts'

interface Head {
  readonly at: number | null
  readonly fields: Fields
  readonly message: string
}

/** RFC 5424 6: version 1, then five words, each "-" where there is none. */
const version5424 = /^1 (\S{1,64}) (\S{1,255}) (\S{1,48}) (\S{1,128}) (\S{1,32}) /
const time3164 = /^([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?:? /
const timeIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)? /
const priority = /^<(\d{1,3})>/
/** Octet counting of RFC 6587. */
const octetCount = /^\d{1,7} (?=<)/

export const syslogParser = lineParser({
  name: 'syslog',
  accepts: (head) => {
    const lines = headLines(head).slice(0, 20)
    return lines.length > 0 && lines.filter(isSyslogLine).length * 2 > lines.length
  },
  open: (context) => (line) => readSyslog(line, context),
})

function isSyslogLine(line: string): boolean {
  const rest = line.replace(octetCount, '')
  return priority.test(rest) || time3164.test(rest) || timeIso.test(rest)
}

export function readSyslog(line: string, context: ReadingContext): LineReading {
  const text = line.replace(octetCount, '')
  const found = priority.exec(text)
  const value = found === null ? null : Number(found[1])
  if (value !== null && value > 191) return 'its priority is above 191'
  const rest = found === null ? text : text.slice(found[0].length)
  const head = read5424(rest) ?? read3164(rest, context)
  if (head === null) return 'it has no head of syslog'
  if (value !== null) {
    setField(head.fields, 'facility', value >> 3)
    setField(head.fields, 'severity', value & 7)
  }
  return withBody(head, line, context)
}

function read5424(text: string): Head | null {
  const found = version5424.exec(text)
  if (found === null) return null
  const [whole, time = '-', host = '-', program = '-', process = '-', kind = '-'] = found
  const fields = emptyFields()
  setGiven(fields, 'hostname', host)
  setGiven(fields, 'program', program)
  setGiven(fields, 'pid', process)
  setGiven(fields, 'msgid', kind)
  const end = readStructuredData(text, whole.length, fields)
  if (end === null) return null
  return { at: instantOfIso(time, 'UTC'), fields, message: text.slice(end).replace(/^ ?\uFEFF?/, '') }
}

function setGiven(fields: Fields, name: string, value: string): void {
  if (value !== '-') setField(fields, name, value)
}

function read3164(text: string, context: ReadingContext): Head | null {
  const dated = dateOf(text, context)
  if (dated === null) return null
  const fields = emptyFields()
  const rest = text.slice(dated.length)
  const hostEnd = rest.indexOf(' ')
  // RFC 3164 5.2: devices leave out the host; then the first word is the tag.
  const hasHost = hostEnd > 0 && !/[:[]/.test(rest.slice(0, hostEnd).replace(/^[\da-fA-F:.]{2,45}$/, ''))
  if (hasHost) setField(fields, 'hostname', rest.slice(0, hostEnd))
  const tagged = hasHost ? rest.slice(hostEnd + 1) : rest
  const tag = /^(?!CEF:|LEEF:)([^\s:[\]]{1,64})(?:\[([^\]\s]{1,20})\])?: ?/.exec(tagged)
  if (tag !== null) {
    setField(fields, 'program', tag[1] ?? '')
    if (tag[2] !== undefined) setField(fields, 'pid', tag[2])
  }
  return { at: dated.at, fields, message: tag === null ? tagged : tagged.slice(tag[0].length) }
}

function dateOf(text: string, context: ReadingContext): { at: number | null; length: number } | null {
  const iso = timeIso.exec(text)
  if (iso !== null) return { at: instantOfIso(iso[0], context.timeZone), length: iso[0].length }
  const found = time3164.exec(text)
  if (found === null) return null
  const [whole, month = '', day, year, hour, minute, second] = found
  const wall = {
    month: monthNumber(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    ms: 0,
  }
  const withYear = `${year}-${String(wall.month).padStart(2, '0')}-${String(day).padStart(2, '0')} ${hour}:${minute}:${second}`
  const at = year === undefined ? instantWithoutYear(wall, context) : instantOfIso(withYear, context.timeZone)
  return { at, length: whole.length }
}

function withBody({ at, fields, message }: Head, line: string, context: ReadingContext): LineReading {
  const body = readBody(message, context)
  if (typeof body === 'string') return body
  if (body === null) {
    setField(fields, 'message', message)
    if (fields.program === 'sudo') readSudo(message, fields)
    return { at, logSource: sourceOf(fields, message), fields, raw: line }
  }
  // The record inside keeps its own names; what the carrier says under the same name is told apart.
  for (const [name, value] of Object.entries(fields)) {
    setField(body.fields, body.fields[name] === undefined ? name : `syslog_${name}`, value)
  }
  const raw = body.raw === null ? null : line
  return { at: body.at ?? at, logSource: body.logSource, fields: body.fields, raw }
}

/** `alice : TTY=pts/0 ; PWD=/home/alice ; USER=root ; COMMAND=/usr/bin/id` */
function readSudo(message: string, fields: Fields): void {
  for (const part of message.split(' ; ').slice(0, 10)) {
    const found = /^(?:\s*\S+ : )?([A-Z]{3,10})=/.exec(part)
    if (found?.[1] !== undefined) setField(fields, found[1], part.slice(found[0].length).trim())
  }
}

const services: ReadonlyMap<string, string> = new Map([
  ['sshd', 'sshd'],
  ['sshd-session', 'sshd'],
  ['sudo', 'sudo'],
  ['cron', 'cron'],
  ['crond', 'cron'],
  ['clamd', 'clamav'],
  ['freshclam', 'clamav'],
  ['vsftpd', 'vsftpd'],
  ['guacd', 'guacamole'],
])

const authFacilities = [4, 10]

function sourceOf(fields: Fields, message: string): LogSource {
  if (/^(?:[\w.]{0,40}: )?%[A-Z][A-Z0-9_-]{1,40}-\d-[A-Z0-9_]{1,40}: /.test(message)) {
    return { product: 'cisco', category: null, service: 'syslog' }
  }
  const program = typeof fields.program === 'string' ? fields.program.toLowerCase() : ''
  const isAuth = typeof fields.facility === 'number' && authFacilities.includes(fields.facility)
  const service = services.get(program) ?? (isAuth ? 'auth' : 'syslog')
  return { product: 'linux', category: null, service }
}
