// Reads events of Windows in JSON: Winlogbeat, NXLog and other flat forms, and the Event documents of EVTX converters.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, setField, windowsLog } from '../event/event.ts'
import { sectionPrefix, systemFields } from '../evtx/plan.ts'
import { at, flatten, isObject, type JsonObject, plainValue, textAt } from './json-values.ts'
import { numberOrText } from './key-values.ts'
import { instantOfEpoch, instantOfIso } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import type { LineReading } from './record.ts'

export function readWindowsJson(record: JsonObject, context: ReadingContext): LineReading {
  const fields = readWinlogbeat(record) ?? readDocument(record) ?? readFlat(record)
  if (fields === null) return null
  return { at: timeOf(record, fields, context), logSource: windowsLog, fields, raw: null }
}

/** Winlogbeat 7 and later: `winlog.event_data.Image` is Image. */
const winlogNames: ReadonlyMap<string, string> = new Map([
  ['channel', 'Channel'],
  ['event_id', 'EventID'],
  ['provider_name', 'Provider_Name'],
  ['provider_guid', 'Provider_Guid'],
  ['computer_name', 'Computer'],
  ['record_id', 'EventRecordID'],
  ['activity_id', 'Correlation_ActivityID'],
  ['version', 'Version'],
  ['opcode', 'Opcode'],
  ['task', 'Task'],
])

function readWinlogbeat(record: JsonObject): Fields | null {
  const winlog = at(record, 'winlog')
  if (!isObject(winlog)) return null
  const fields = emptyFields()
  for (const [key, name] of winlogNames) {
    const value = at(winlog, key)
    if (value !== undefined) setSystem(fields, name, value)
  }
  const provider = at(winlog, 'process')
  setSystem(fields, 'Execution_ProcessID', at(provider, 'pid'))
  setSystem(fields, 'Security_UserID', at(at(winlog, 'user'), 'identifier'))
  setData(fields, at(winlog, 'event_data'), 'eventData')
  setData(fields, at(winlog, 'user_data'), 'userData')
  setSystem(fields, 'Message', at(record, 'message'))
  return fields
}

/** `{"Event": {"System": …, "EventData": …}}`, attributes in `#attributes` or with `@`. */
function readDocument(record: JsonObject): Fields | null {
  const event = at(record, 'Event')
  const system = at(event, 'System')
  if (!isObject(system)) return null
  const fields = emptyFields()
  for (const [name, value] of Object.entries(system)) setSystemElement(fields, name, value)
  setData(fields, at(event, 'EventData'), 'eventData')
  const userData = at(event, 'UserData')
  if (isObject(userData)) for (const part of Object.values(userData)) setData(fields, part, 'userData')
  return fields
}

function setSystemElement(fields: Fields, name: string, value: unknown): void {
  if (!isObject(value)) {
    if (value !== null) setSystem(fields, name, value)
    return
  }
  const attributes = at(value, '#attributes')
  for (const [key, inner] of Object.entries({ ...value, ...(isObject(attributes) ? attributes : {}) })) {
    if (key === '#text') setSystem(fields, name, inner)
    else if (key !== '#attributes') setSystem(fields, `${name}_${key.replace(/^@/, '')}`, inner)
  }
}

/** NXLog and others write system and data side by side, under names of their own for the first. */
const flatNames: ReadonlyMap<string, string> = new Map([
  ['SourceName', 'Provider_Name'],
  ['ProviderName', 'Provider_Name'],
  ['ProviderGuid', 'Provider_Guid'],
  ['Hostname', 'Computer'],
  ['ComputerName', 'Computer'],
  ['MachineName', 'Computer'],
  ['EventId', 'EventID'],
  ['event_id', 'EventID'],
  ['LogName', 'Channel'],
  ['RecordNumber', 'EventRecordID'],
  ['RecordId', 'EventRecordID'],
])

function readFlat(record: JsonObject): Fields | null {
  const id = at(record, 'EventID') ?? at(record, 'EventId') ?? at(record, 'event_id')
  const channel = at(record, 'Channel') ?? at(record, 'LogName') ?? at(record, 'SourceName')
  if (id === undefined || typeof channel !== 'string') return null
  const fields = emptyFields()
  const { EventData, ...rest } = record
  flatten(rest, '', fields)
  for (const [key, name] of flatNames) {
    if (at(record, key) !== undefined && fields[name] === undefined) setSystem(fields, name, at(record, key))
  }
  setData(fields, EventData, 'eventData')
  return fields
}

function setSystem(fields: Fields, name: string, value: unknown): void {
  if (value === undefined || value === null) return
  const plain = plainValue(value)
  setField(fields, name, typeof plain === 'string' && systemFields.has(name) ? numberOrText(plain) : plain)
}

function setData(fields: Fields, data: unknown, section: 'eventData' | 'userData'): void {
  if (!isObject(data)) return
  const own = emptyFields()
  const { '#attributes': _, ...rest } = data
  flatten(rest, '', own)
  for (const [name, value] of Object.entries(own)) {
    setField(fields, systemFields.has(name) ? sectionPrefix[section] + name : name, value)
  }
}

function timeOf(record: JsonObject, fields: Fields, { timeZone }: ReadingContext): number | null {
  const utc = fields.UtcTime
  const candidates = [
    fields.TimeCreated_SystemTime,
    textAt(record, '@timestamp'),
    textAt(record, 'TimeCreated'),
    textAt(record, 'EventTime'),
    textAt(record, 'TimeGenerated'),
  ]
  for (const candidate of candidates) {
    if (typeof candidate !== 'string') continue
    const instant = /^\d{9,19}$/.test(candidate)
      ? instantOfEpoch(Number(candidate))
      : instantOfIso(candidate, timeZone)
    if (instant !== null) return instant
  }
  return typeof utc === 'string' ? instantOfIso(utc, 'UTC') : null
}
