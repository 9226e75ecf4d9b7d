// Reads events of Windows that were exported as XML.
// SPDX-License-Identifier: EUPL-1.2
import { readXml, type XmlElement } from '@salus/standards/xml'
import { emptyFields, type Fields, fieldLimits, setField, windowsLog } from '../event/event.ts'
import type { Child, ElementNode } from '../evtx/fragment.ts'
import { buildPlan, sectionPrefix, systemFields } from '../evtx/plan.ts'
import { numberOrText } from './key-values.ts'
import { instantOfIso } from './local-time.ts'
import type { LineReading } from './record.ts'

/** The names of fields are decided as for EVTX, where the same events are in binary form. */
export function readWindowsXml(text: string): LineReading {
  const reading = readXml(new TextEncoder().encode(text))
  if (reading.outcome === 'refused') return `it cannot be read (${reading.faults[0].code})`
  const fields = emptyFields()
  const { items } = buildPlan([nodeOf(reading.value)], 'document')
  for (const item of items.slice(0, fieldLimits.maxFields)) {
    const name = item.name ?? 'Data'
    const isSystem = item.section === 'system'
    const value = item.parts.length === 0 && item.missing === null ? '' : item.parts.join('')
    const own = !isSystem && systemFields.has(name) ? sectionPrefix[item.section] + name : name
    setField(fields, own, isSystem ? numberOrText(value) : value)
  }
  if (fields.EventID === undefined) return 'it has no EventID'
  return { at: timeOf(fields), logSource: windowsLog, fields, raw: null }
}

/** The XML reader bounds the depth. */
function nodeOf({ name, attributes, children, text }: XmlElement): ElementNode {
  const inner: Child[] = children.map(nodeOf)
  if (children.length === 0 && text !== '') inner.push(text)
  return {
    name,
    attributes: [...attributes].map(([key, value]) => ({ name: key, parts: [value] })),
    children: inner,
  }
}

function timeOf(fields: Fields): number | null {
  const time = fields.TimeCreated_SystemTime
  return typeof time === 'string' ? instantOfIso(time, 'UTC') : null
}
