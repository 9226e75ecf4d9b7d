// Why a rule held, as values: the tests that decided and what the event has there, so that any language can say it.
// SPDX-License-Identifier: EUPL-1.2
import type { FieldValue, LogEvent } from '../event/event.ts'
import type { Test } from '../sigma/expression.ts'
import type { CorrelationType } from '../sigma/rule.ts'
import type { DecidingTest } from './deciding.ts'
import type { Mapping } from './groups.ts'
import { fieldOf } from './mapping.ts'

export const relations = [
  'equals',
  'contains',
  'startswith',
  'endswith',
  'matches',
  'network',
  'lt',
  'lte',
  'gt',
  'gte',
  'eq',
  'exists',
  'absent',
  'null',
  'fieldref',
] as const
export type Relation = (typeof relations)[number]

export interface Decided {
  /** Null: any word of the record. */
  readonly field: string | null
  readonly relation: Relation
  readonly asked: string
  /** What the event has; null where it has nothing there, or for words. Cut, and not made harmless for any output. */
  readonly value: string | null
}

export interface Because {
  readonly tests: readonly Decided[]
  /** Tests that held and are left out. */
  readonly more: number
  /** Who and what the event is about, whatever the rule looked at. */
  readonly about: Readonly<Record<string, string>>
}

/** What a correlation counted. */
export interface Counted {
  readonly type: CorrelationType
  readonly value: number
  readonly events: number
  readonly fields: readonly string[]
  readonly withinMs: number
}

export const becauseLimits = {
  maxTests: 8,
  maxValueUnits: 300,
  maxAskedUnits: 120,
  maxAbout: 8,
} as const

export function becauseOf(
  deciding: readonly DecidingTest[],
  event: LogEvent,
  mapping: Mapping | null,
): Because {
  const tests = deciding.slice(0, becauseLimits.maxTests).map((one) => decidedBy(one, event, mapping))
  const told = new Set(tests.map(({ field }) => field))
  return { tests, more: deciding.length - tests.length, about: aboutOf(event, told) }
}

function decidedBy(one: DecidingTest, event: LogEvent, mapping: Mapping | null): Decided {
  const isField = one.kind === 'field'
  return {
    field: isField ? one.field.slice(0, 100) : null,
    ...askedBy(one.test),
    value: isField ? textOf(fieldOf(event.fields, mapping, one.field)) : null,
  }
}

function askedBy(test: Test): Pick<Decided, 'relation' | 'asked'> {
  const asked = (text: string | number) => cut(String(text), becauseLimits.maxAskedUnits)
  switch (test.kind) {
    case 'text':
      return { relation: test.relation, asked: asked(test.text) }
    case 'pattern':
      return { relation: 'matches', asked: asked(test.source) }
    case 'cidr':
      return { relation: 'network', asked: asked(test.text) }
    case 'number':
    case 'time':
      return { relation: test.order, asked: asked(test.value) }
    case 'exists':
      return { relation: test.exists ? 'exists' : 'absent', asked: '' }
    case 'null':
      return { relation: 'null', asked: '' }
    case 'fieldref':
      return { relation: 'fieldref', asked: asked(test.other) }
  }
}

/** In the order in which a person asks: who, on what record, with which program, from where to where. */
const aboutFields = [
  'actor',
  'actor_role',
  'actor_unit',
  'action',
  'patient_key',
  'patient_unit',
  'relation',
  'purpose',
  'object_count',
  'app',
  'client_ip',
  'EventID',
  'User',
  'SubjectUserName',
  'TargetUserName',
  'Image',
  'NewProcessName',
  'CommandLine',
  'ParentImage',
  'ParentProcessName',
  'IpAddress',
  'WorkstationName',
  'ShareName',
  'RelativeTargetName',
  'ServiceName',
  'ImagePath',
  'TaskName',
  'TargetFilename',
  'TargetObject',
  'QueryName',
  'DestinationHostname',
  'SourceIp',
  'DestinationIp',
  'src_ip',
  'dst_ip',
  'c-uri',
] as const

function aboutOf({ fields }: LogEvent, told: ReadonlySet<string | null>): Readonly<Record<string, string>> {
  const about: Record<string, string> = {}
  let left: number = becauseLimits.maxAbout
  for (const name of aboutFields) {
    if (left === 0) break
    const text = told.has(name) ? null : textOf(fields[name])
    if (text === null || text === '' || text === '-') continue
    about[name] = text
    left--
  }
  return about
}

function textOf(value: FieldValue | undefined): string | null {
  if (value === undefined || value === null) return null
  return cut(
    typeof value === 'object' ? value.slice(0, 20).join(', ') : String(value),
    becauseLimits.maxValueUnits,
  )
}

function cut(text: string, units: number): string {
  return text.length > units ? `${text.slice(0, units)}…` : text
}
