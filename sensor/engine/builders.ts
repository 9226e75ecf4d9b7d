// Makes events and rules for tests.
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
