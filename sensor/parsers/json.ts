// Reads logs in JSON: lines, documents in a row, lists and Bundles; each record by what it shows itself to be.
// SPDX-License-Identifier: EUPL-1.2
import { type Broken, emptyFields, type LogEvent, unknownLog } from '../event/event.ts'
import { readAuditEvent } from './fhir-audit.ts'
import { jsonPieces } from './json-objects.ts'
import { at, flatten, isObject, type JsonObject, textAt } from './json-values.ts'
import { headText } from './lines.ts'
import { instantOfEpoch, instantOfIso } from './local-time.ts'
import { type LogParser, lineLimits, type ReadingContext } from './parser.ts'
import { peek } from './peek.ts'
import { itemOf, type LineReading, readLines } from './record.ts'
import { readSuricata } from './suricata.ts'
import { readWindowsJson } from './windows-json.ts'
import { readZeekJson } from './zeek-json.ts'

export const jsonParser: LogParser = {
  name: 'json',
  accepts: (head) => /^\s*(?:\{|\[\s*[{\]])/.test(headText(head)) || isLines(headText(head)),
  read: readJson,
}

/** null where the object is of another kind. */
type ObjectReader = (record: JsonObject, context: ReadingContext) => LineReading

/** The kinds with patients first. */
const objectReaders: readonly ObjectReader[] = [readAuditEvent, readWindowsJson, readSuricata, readZeekJson]

async function* readJson(
  chunks: AsyncIterable<Uint8Array>,
  context: ReadingContext,
): AsyncGenerator<LogEvent | Broken> {
  const { head, all } = await peek(chunks)
  const start = headText(head)
  // In a file of AuditEvents a piece that is none is the rest of one that was spoilt, with a patient in it.
  let onlyAudit = patientMark.test(start)
  const read = (text: string): LineReading => {
    const reading = readJsonText(text, context)
    if (reading === null || typeof reading === 'string') return reading
    if (reading.logSource.product === 'ehr') onlyAudit = true
    return onlyAudit && reading.logSource.product !== 'ehr' ? notAudit : reading
  }
  if (isLines(start)) {
    yield* readLines(all, context, read)
    return
  }
  let record = 0
  for await (const { text, bytes } of jsonPieces(all)) {
    record += 1
    const reading = text === null ? unread : read(text)
    if (reading !== null) yield itemOf(reading, context.source, record, bytes, `record ${record}`)
  }
}

const unread = `it is cut off, longer than ${lineLimits.maxLineBytes} bytes or nested too deep`

/** One object a line: the first line is whole, or the second one begins an object of its own. */
function isLines(head: string): boolean {
  const [first = '', second = ''] = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (second.startsWith('{"') && first !== '{' && !first.startsWith('[')) return true
  return first.startsWith('{') && first.endsWith('}') && !/"(?:entry|[Rr]ecords)"\s*:\s*\[/.test(first)
}

function readJsonText(text: string, context: ReadingContext): LineReading {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'it is no JSON'
  }
  if (!isObject(value)) return 'it is no object'
  // The entry of a Bundle holds the resource, a line of an index the document.
  const inner = at(value, 'resource') ?? at(value, '_source')
  const record = isObject(inner) ? inner : value
  for (const read of objectReaders) {
    const reading = read(record, context)
    if (reading !== null) return reading
  }
  if (patientMark.test(text)) return notAudit
  return readAny(record, context)
}

/** Other resources of FHIR, and what was one before it was spoilt, hold patients and are no logs. */
const patientMark =
  /resourceType|AuditEvent|Patient\/|"Patient"|"(?:pati|subject)[a-z]{0,10}"\s{0,4}:\s{0,4}\{/
const notAudit = 'it looks like a part of a record of FHIR and is no AuditEvent'

const timeNames = [
  '@timestamp',
  'timestamp',
  'time',
  'ts',
  'eventTime',
  'date',
  'Timestamp',
  'TimeGenerated',
] as const

function readAny(record: JsonObject, context: ReadingContext): LineReading {
  const fields = emptyFields()
  flatten(record, '', fields)
  return { at: timeOf(record, context), logSource: unknownLog, fields, raw: null }
}

function timeOf(record: JsonObject, { timeZone }: ReadingContext): number | null {
  for (const name of timeNames) {
    const text = textAt(record, name)
    if (text === null) continue
    const instant = /^\d{9,19}(?:\.\d{1,9})?$/.test(text)
      ? instantOfEpoch(Number(text))
      : instantOfIso(text, timeZone)
    if (instant !== null) return instant
  }
  return null
}
