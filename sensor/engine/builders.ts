// Makes events and rules for tests: from plain objects, and from the JSON that stands beside sample logs.
// SPDX-License-Identifier: EUPL-1.2
import {
  emptyFields,
  type FieldValue,
  type LogEvent,
  type LogSource,
  setField,
  windowsLog,
} from '../event/event.ts'
import { readRules } from '../sigma/read.ts'
import type { DetectionRule, SigmaRule } from '../sigma/rule.ts'
import type { Placeholders } from '../sigma/values.ts'

export interface EventParts {
  readonly at?: number | null
  readonly record?: number
  readonly source?: string
  readonly logSource?: LogSource
  readonly raw?: string | null
}

/** A Windows event unless it says otherwise. */
export function event(values: Readonly<Record<string, FieldValue>>, parts: EventParts = {}): LogEvent {
  const fields = emptyFields()
  for (const [name, value] of Object.entries(values)) setField(fields, name, value)
  return {
    source: parts.source ?? 'test.log',
    record: parts.record ?? 1,
    at: parts.at ?? null,
    logSource: parts.logSource ?? windowsLog,
    fields,
    raw: parts.raw ?? null,
  }
}

/** A Windows event as evtx_dump writes it in JSON. */
export function eventOfDump(dump: unknown, source: string, record: number): LogEvent {
  const fields = emptyFields()
  const { System, ...data } = (dump as { Event: Record<string, Record<string, unknown>> }).Event
  const system = System as Record<string, unknown> & {
    TimeCreated?: { '#attributes'?: { SystemTime?: string } }
  }
  for (const [name, value] of Object.entries(system)) addDumped(fields, name, value)
  for (const part of Object.values(data))
    if (part && typeof part === 'object')
      for (const [name, value] of Object.entries(part)) addDumped(fields, name, value)
  const time = Date.parse(system.TimeCreated?.['#attributes']?.SystemTime ?? '')
  return { source, record, at: Number.isNaN(time) ? null : time, logSource: windowsLog, fields, raw: null }
}

function addDumped(fields: LogEvent['fields'], name: string, value: unknown): void {
  if (name === '#attributes') return
  if (value === null || typeof value !== 'object') {
    setField(fields, name, value as FieldValue)
    return
  }
  if (Array.isArray(value)) {
    setField(fields, name, value.map(String))
    return
  }
  const { '#attributes': attributes, '#text': text, ...rest } = value as Record<string, unknown>
  if (attributes && typeof attributes === 'object')
    for (const [key, inner] of Object.entries(attributes))
      setField(fields, `${name}_${key}`, inner as FieldValue)
  if (text !== undefined) addDumped(fields, name, text)
  for (const [key, inner] of Object.entries(rest)) addDumped(fields, key, inner)
}

/** The rules of a text; throws where one cannot be read, because a test that loses its rule proves nothing. */
export function rulesOf(yaml: string, placeholders: Placeholders = new Map()): readonly SigmaRule[] {
  const { rules, faults } = readRules(yaml, 'test.yml', placeholders)
  const [fault] = faults
  if (fault) throw new Error(`${fault.place}: ${fault.because}`)
  return rules
}

/** A rule for Windows with the given detection, written as in a rule file. */
export function detectionOf(detection: string, placeholders: Placeholders = new Map()): DetectionRule {
  const [rule] = rulesOf(
    `title: test\nlogsource:\n  product: windows\ndetection:\n${detection.replace(/^/gm, '  ')}\n`,
    placeholders,
  )
  if (rule?.kind !== 'detection') throw new Error('not a detection rule')
  return rule
}
