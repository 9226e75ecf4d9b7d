// Reads what HL7 gateways log of messages: the header segment and the code of an acknowledgement, never a patient.
// SPDX-License-Identifier: EUPL-1.2
import { type Broken, emptyFields, type Fields, isBroken, type LogEvent, setField } from '../event/event.ts'
import { headLines, linesOf } from './lines.ts'
import { instantOfIso, instantOfWall, offsetOf, wallOf } from './local-time.ts'
import type { LogParser, ReadingContext } from './parser.ts'
import { itemOf, type LineReading } from './record.ts'

export const hl7Parser: LogParser = {
  name: 'hl7',
  accepts: (head) => headLines(head).some((line) => headerMark.test(line)),
  read: readHl7Log,
}

const headerMark = /MSH([^\w\s])\S{3,5}\1/

/** Fields of MSH by their number (HL7 v2.9, 2.13.9). Those that a sender may fill with anything else are left. */
const headerFields: readonly (readonly [number, string])[] = [
  [3, 'sending_application'],
  [4, 'sending_facility'],
  [5, 'receiving_application'],
  [6, 'receiving_facility'],
  [9, 'message_type'],
  [10, 'message_control_id'],
  [11, 'processing_id'],
  [12, 'version'],
]

/** A message may stand in several lines; then the code of an acknowledgement follows in one of its own. */
async function* readHl7Log(
  chunks: AsyncIterable<Uint8Array>,
  context: ReadingContext,
): AsyncGenerator<LogEvent | Broken> {
  let message: LogEvent | null = null
  for await (const { text, number, bytes } of linesOf(segmentLines(chunks))) {
    const reading = text === null ? 'it is longer than what is read' : readHl7Line(text, context)
    if (reading === null) {
      if (message !== null) readAcknowledgement(text ?? '', '|', message.fields)
      continue
    }
    if (message !== null) yield message
    message = null
    const item = itemOf(reading, context.source, number, bytes, `line ${number}`)
    if (isBroken(item) || item.fields.message_code === undefined) yield item
    else message = item
  }
  if (message !== null) yield message
}

/** A segment ends with a carriage return, often without a line feed. */
async function* segmentLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isAfterReturn = false
  for await (const chunk of chunks) {
    const lines = Uint8Array.from(chunk)
    for (let at = 0; at < lines.length; at += 1) {
      const isReturn = chunk[at] === carriageReturn
      // The feed of a pair becomes the return that ends the line before; so each line is counted once.
      if (isReturn) lines[at] = lineFeed
      else if (isAfterReturn && chunk[at] === lineFeed) lines[at] = carriageReturn
      isAfterReturn = isReturn
    }
    yield lines
  }
}

const carriageReturn = 0x0d
const lineFeed = 0x0a

/** A line of the gateway itself is told without its words, which may repeat a message; segments are left out. */
function readHl7Line(text: string, context: ReadingContext): LineReading {
  const reading = readHl7(text, context)
  if (reading !== null) return reading
  const at = instantOfIso(text.slice(0, 40), context.timeZone)
  const level = /\b(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b/.exec(text.slice(0, 120))?.[0]
  if (at === null || level === undefined) return null
  const fields = emptyFields()
  setField(fields, 'severity', level.toLowerCase())
  return { at, logSource: interfaceLog, fields, raw: null }
}

const interfaceLog = { product: 'hl7', category: 'interface', service: null } as const

/** Lines of other segments are null and leave nothing: PID, NK1, OBX and the rest hold patients. */
export function readHl7(text: string, context: ReadingContext): LineReading {
  const found = headerMark.exec(text)
  if (found === null) return null
  const bar = found[1] ?? '|'
  const header = headerOf(text.slice(found.index), bar)
  const parts = header.split(bar, 14)
  if (!isWellFormed(parts)) return 'its header segment is cut off or spoilt'
  const fields = emptyFields()
  for (const [number, name] of headerFields) {
    const value = parts[number - 1]
    if (value !== undefined && value !== '') setField(fields, name, value.slice(0, maxFieldUnits))
  }
  const [code = '', trigger = ''] = String(fields.message_type ?? '').split('^')
  if (code !== '') setField(fields, 'message_code', code)
  if (trigger !== '') setField(fields, 'trigger_event', trigger)
  readAcknowledgement(text.slice(found.index + header.length), bar, fields)
  const at = instantOfHl7(parts[6] ?? '', context) ?? instantOfIso(text.slice(0, 40), context.timeZone)
  return { at, logSource: interfaceLog, fields, raw: null }
}

const maxFieldUnits = 200

/** Where these three have their form the bars are in their places, so that no field of a patient is taken for one. */
function isWellFormed(parts: readonly string[]): boolean {
  const [type = '', , processing = '', version = ''] = parts.slice(8)
  return (
    /^[A-Z][A-Z\d]{2}(?:\^[A-Z\d]{1,3}(?:\^[A-Z\d_]{3,12})?)?$/.test(type) &&
    /^[DPT](?:\^[A-Z]?)?$/.test(processing) &&
    /^(?:2(?:\.\d{1,2}){1,2}(?:\^[A-Z\d^.]{0,40})?)?\s?$/.test(version)
  )
}

/** The header ends where a segment can begin: gateways write the end of a segment in many ways, or not at all. */
function headerOf(text: string, bar: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: MLLP frames messages with control characters
  const control = text.search(/[\r\n\u000b\u001c]|<CR>|<0x0D>|\\r|\\n|\\x0d|&#x?0*[1d]3?;/i)
  const line = control === -1 ? text : text.slice(0, control)
  let end = line.length
  for (const segment of otherSegments) {
    const at = line.indexOf(segment + bar)
    if (at !== -1 && at < end) end = at
  }
  return line.slice(0, end)
}

const otherSegments = [
  'ACC',
  'ARQ',
  'DG1',
  'ERR',
  'EVN',
  'FT1',
  'GT1',
  'IN1',
  'IN2',
  'MFE',
  'MFI',
  'MRG',
  'MSA',
  'NK1',
  'NTE',
  'OBR',
  'OBX',
  'ORC',
  'PD1',
  'PID',
  'PR1',
  'PRT',
  'PV1',
  'PV2',
  'QAK',
  'QPD',
  'QRD',
  'QRF',
  'RCP',
  'RGS',
  'RXA',
  'RXE',
  'RXO',
  'SCH',
  'SFT',
  'SPM',
  'TXA',
  'UAC',
  'ZPD',
  'ZPI',
] as const

/** MSA-1: AA, AE, AR or CA, CE, CR. */
function readAcknowledgement(rest: string, bar: string, fields: Fields): void {
  const at = rest.indexOf(`MSA${bar}`)
  if (at === -1) return
  const code = rest.slice(at + 4, at + 6)
  if (/^[AC][AER]$/.test(code) && rest[at + 6] === bar) setField(fields, 'acknowledgement_code', code)
}

/** 20261127100000.1234+0100 */
function instantOfHl7(text: string, { timeZone }: ReadingContext): number | null {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:\.(\d{1,4}))?([+-]\d{4})?/.exec(text)
  if (found === null) return null
  const [, year, month, day, hour, minute, second = '00', fraction, zone] = found
  const wall = wallOf(year, month, day, hour, minute, second, fraction)
  if (zone === undefined) return instantOfWall(wall, timeZone)
  const utc = instantOfWall(wall, 'UTC')
  return utc === null ? null : utc - offsetOf(zone)
}
