// Writes a drafted exception as a Sigma filter, and reads it back before anybody sees it.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { stringify } from 'yaml'
import { printable } from '../../engine/printable.ts'
import { readRules } from '../../sigma/read.ts'
import type { DetectionRule, FilterRule } from '../../sigma/rule.ts'
import { type Draft, literal } from './draft.ts'

export interface FilterDocument {
  readonly id: string
  readonly yaml: string
  /** As the sensor will read it. */
  readonly rule: FilterRule
}

export function filterDocument(
  rule: DetectionRule,
  { fields }: Draft,
  day: string,
  comments: readonly string[],
): FilterDocument {
  const selection = Object.fromEntries(
    fields.map(({ field, values }) => [
      field,
      values.length === 1 ? literal(values[0] ?? '') : values.map(literal),
    ]),
  )
  const id = idFor(rule.head.id, JSON.stringify(selection))
  const { product, category, service } = rule.logSource
  const source = { product, category, service }
  const content = {
    title: `Exception for: ${printable(rule.head.title, 120)}`,
    id,
    status: 'experimental',
    description: 'Local exception, drafted from a false alarm and looked at by a person.',
    date: day,
    logsource: Object.fromEntries(Object.entries(source).filter(([, value]) => value !== null)),
    filter: { rules: [rule.head.id], selection, condition: 'selection' },
  }
  const head = comments.map((comment) => `# ${printable(comment, 500)}\n`).join('')
  const yaml = `${head}${stringify(content, { lineWidth: 0, defaultStringType: 'PLAIN' })}`
  return { id, yaml, rule: readBack(yaml) }
}

/** A draft that the sensor would not read as written is a fault of ours and not something to hand to anybody. */
function readBack(yaml: string): FilterRule {
  const { rules, faults } = readRules(yaml, 'draft')
  const [rule] = rules
  if (rules.length === 1 && rule?.kind === 'filter') return rule
  throw new Error(`The draft cannot be read back: ${faults[0]?.because ?? 'it is no filter'}.`)
}

/** The same exception has the same id (a UUID of version 8, RFC 9562). */
function idFor(ruleId: string, selection: string): string {
  const hash = createHash('sha256').update(`salus filter\n${ruleId}\n${selection}`).digest('hex')
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
