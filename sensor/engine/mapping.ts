// Looks up a field by Sigma's name where the event calls it otherwise (4688 has NewProcessName for Image).
// SPDX-License-Identifier: EUPL-1.2
import type { Fields, FieldValue } from '../event/event.ts'
import type { FieldSource } from '../sigma/pipelines/pipeline.ts'
import type { Mapping } from './groups.ts'

export function fieldOf(fields: Fields, mapping: Mapping | null, name: string): FieldValue | undefined {
  const source = mapping?.get(name)
  return source === undefined ? fields[name] : mappedValue(fields, source)
}

function mappedValue(fields: Fields, source: FieldSource): FieldValue | undefined {
  if (typeof source === 'string') return fields[source]
  const parts = source.from.map((name) => fields[name])
  const [first] = parts
  if (parts.length === 1 && (first === undefined || first === null)) return first
  if (parts.every((part) => part === undefined)) return undefined
  const present = parts.filter((part) => part !== undefined && part !== null && part !== '' && part !== '-')
  let text = present.map(String).join(source.join ?? ' ')
  if (source.number === 'hex' && /^0x[0-9a-f]{1,13}$/i.test(text)) text = String(Number(text))
  for (const [before, after] of Object.entries(source.prefixes ?? {}))
    if (text.startsWith(before)) text = after + text.slice(before.length)
  return source.values && Object.hasOwn(source.values, text) ? (source.values[text] ?? text) : text
}
