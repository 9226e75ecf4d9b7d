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
  /** As the sensor will read it: one for each log source. */
  readonly filters: readonly FilterRule[]
}

export interface FilterInput {
  /** Of the rule that found something; the exception may be to others below it. */
  readonly title: string
  readonly rules: readonly DetectionRule[]
  readonly fields: Draft['fields']
  readonly day: string
  readonly comments: readonly string[]
}

export function filterDocument(input: FilterInput): FilterDocument {
  const bySource = Map.groupBy(input.rules, ({ logSource }) => JSON.stringify(logSource))
  const contents = [...bySource.values()].map((rules) => contentOf(rules, input))
  const head = input.comments.map((comment) => `# ${printable(comment, 500)}\n`).join('')
  const texts = contents.map((one) => stringify(one, { lineWidth: 0, defaultStringType: 'PLAIN' }))
  const yaml = `${head}${texts.join('---\n')}`
  return { id: contents[0]?.id ?? '', yaml, filters: readBack(yaml, contents.length) }
}

function contentOf(rules: readonly DetectionRule[], { title, fields, day }: FilterInput) {
  const selection = Object.fromEntries(
    fields.map(({ field, values }) => [
      field,
      values.length === 1 ? literal(values[0] ?? '') : values.map(literal),
    ]),
  )
  const ids = rules.map(({ head }) => head.id)
  const { product = null, category = null, service = null } = rules[0]?.logSource ?? {}
  const source = Object.entries({ product, category, service }).filter(([, value]) => value !== null)
  return {
    title: `Exception for: ${printable(title, 120)}`,
    id: idFor(ids.join('\n'), JSON.stringify(selection)),
    status: 'experimental',
    description: 'Local exception, drafted from a false alarm and looked at by a person.',
    date: day,
    logsource: Object.fromEntries(source),
    filter: { rules: ids, selection, condition: 'selection' },
  }
}

/** A draft that the sensor would not read as written is a fault of ours and not something to hand to anybody. */
function readBack(yaml: string, count: number): readonly FilterRule[] {
  const { rules, faults } = readRules(yaml, 'draft')
  const filters = rules.filter((rule) => rule.kind === 'filter')
  if (count > 0 && rules.length === count && filters.length === count) return filters
  throw new Error(`The draft cannot be read back: ${faults[0]?.because ?? 'it is no filter'}.`)
}

/** The same exception has the same id (a UUID of version 8, RFC 9562). */
function idFor(ruleId: string, selection: string): string {
  const hash = createHash('sha256').update(`salus filter\n${ruleId}\n${selection}`).digest('hex')
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
