// Which fields of an event an exception may rest on: what tells this program or machine apart, never what changes each time.
// SPDX-License-Identifier: EUPL-1.2
import type { Mapping } from '../../engine/groups.ts'
import { fieldOf } from '../../engine/mapping.ts'
import type { LogEvent } from '../../event/event.ts'
import type { Expression } from '../../sigma/expression.ts'

export interface Candidate {
  readonly field: string
  /** One for each different value of the events, in their order. */
  readonly values: readonly string[]
  /** Who or where: too wide for an exception that rests on it alone. */
  readonly isGeneral: boolean
}

const maxCandidates = 14
const maxValueUnits = 2_000
const maxValues = 10

/** Best first: they say which program did what to what. */
const telling = [
  'Image',
  'CommandLine',
  'ParentImage',
  'ParentCommandLine',
  'TargetFilename',
  'TargetObject',
  'ServiceName',
  'ImagePath',
  'ServiceFileName',
  'TaskName',
  'ScriptBlockText',
  'QueryName',
  'DestinationHostname',
  'SourceImage',
  'TargetImage',
  'ImageLoaded',
  'PipeName',
  'ShareName',
  'RelativeTargetName',
  'cs-uri',
  'c-uri',
  'app',
  'purpose',
  'actor_role',
] as const
const general = [
  'actor',
  'client_ip',
  'User',
  'SubjectUserName',
  'TargetUserName',
  'WorkstationName',
  'IpAddress',
  'DestinationIp',
  'SourceIp',
  'src_ip',
  'dst_ip',
  'Computer',
  'host',
] as const

/** Numbers and times that no second event will have, and what says only which kind of event it is. */
const never =
  /^(EventID|Channel|Provider.*|Level|Task|Opcode|Keywords|Version|EventRecordID|.*Guid|.*ProcessId|.*ThreadId|.*LogonId|.*Handle.*|.*Time.*|Execution.*|Correlation.*|RuleName|Hashes|patient_key)$/i

export function candidatesFor(
  expression: Expression,
  events: readonly LogEvent[],
  mapping: Mapping | null,
): readonly Candidate[] {
  const asked = fieldsAsked(expression)
  const isGeneral = (field: string) => general.some((one) => one === field)
  const names = [...asked.filter((field) => !isGeneral(field)), ...telling, ...asked, ...general]
  const candidates: Candidate[] = []
  for (const field of new Set(names)) {
    const values = never.test(field) ? null : valuesOf(field, events, mapping)
    if (values !== null) candidates.push({ field, values, isGeneral: isGeneral(field) })
    if (candidates.length === maxCandidates) break
  }
  return candidates
}

/** Null unless every event has one short text there, and all together not too many. */
function valuesOf(
  field: string,
  events: readonly LogEvent[],
  mapping: Mapping | null,
): readonly string[] | null {
  const values = new Set<string>()
  for (const { fields } of events) {
    const value = fieldOf(fields, mapping, field)
    if (typeof value !== 'string' && typeof value !== 'number') return null
    const text = String(value)
    if (text === '' || text === '-' || text.length > maxValueUnits) return null
    values.add(text)
  }
  return values.size === 0 || values.size > maxValues ? null : [...values]
}

function fieldsAsked(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'field':
      return [expression.field]
    case 'keyword':
      return []
    case 'not':
    case 'named':
      return fieldsAsked(expression.of)
    default:
      return expression.of.flatMap(fieldsAsked)
  }
}
