// CSAF 2.1, 6.1.37: a date and time is written with T, seconds and a zone, and is a day that exists.
// SPDX-License-Identifier: EUPL-1.2
import { escapePointer } from '../../json/index.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'

/** The library takes more than nine digits of a second for a mistake. */
export const dateTimeRules: readonly CsafRule[] = [
  { id: '6.1.37', check: (document) => walk(document, '', null) },
]

/** Keys of the format date-time; `date` stands in many objects, all of them with this format. */
const keys = new Set([
  'current_release_date',
  'initial_release_date',
  'date',
  'disclosure_date',
  'discovery_date',
  'exploitation_date',
  'timestamp',
])
const form =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,100})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/** Depth is bounded by the JSON reader. Extensions have formats of their own. */
function walk(value: unknown, pointer: string, key: string | null): RuleFinding[] {
  if (typeof value === 'string') {
    if (key === null || !keys.has(key) || isDateTime(value)) return []
    return [{ instancePath: pointer, message: 'this is no date and time of the form 2026-03-04T10:00:00Z' }]
  }
  if (value === null || typeof value !== 'object' || key === 'x_extensions') return []
  return Object.entries(value).flatMap(([name, child]) =>
    walk(child, `${pointer}/${escapePointer(name)}`, name),
  )
}

export function isDateTime(text: string): boolean {
  const parts = form.exec(text)
  if (parts === null) return false
  const [year, month, day] = parts.slice(1, 4).map(Number)
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day ?? 0)
  return date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day
}
