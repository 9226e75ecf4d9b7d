// Reads the correlation section of a Sigma meta rule.
// SPDX-License-Identifier: EUPL-1.2
import { textAt, textsAt } from './head.ts'
import { DetectionFault } from './modifiers.ts'
import type { Plain, PlainMap } from './plain.ts'
import {
  type Bound,
  type Comparison,
  type CorrelationRule,
  type CorrelationType,
  correlationTypes,
  type RuleHead,
} from './rule.ts'

export const maxRules = 200
const maxTimespanMs = 366 * 86_400_000
const unitMs: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
}
const comparisons: readonly Comparison[] = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq']
const overValues: readonly CorrelationType[] = ['value_count', 'value_sum', 'value_avg', 'value_percentile']

export function readCorrelation(section: Plain, outer: PlainMap, head: RuleHead): CorrelationRule {
  if (!(section instanceof Map)) throw new DetectionFault('a map is expected', 'correlation')
  const map: PlainMap = section
  const type = correlationTypes.find((known) => known === textAt(map, 'type'))
  if (!type)
    throw new DetectionFault(
      `the type "${(textAt(map, 'type') ?? '').slice(0, 40)}" is not known`,
      'correlation/type',
    )
  const rules = textsAt(map, 'rules')
  if (rules.length === 0 || rules.length > maxRules)
    throw new DetectionFault(`1 to ${maxRules} rules are expected`, 'correlation/rules')
  const condition = conditionOf(map, type, rules)
  return {
    kind: 'correlation',
    head,
    type,
    rules,
    groupBy: textsAt(map, 'group-by').map(stripped),
    timespanMs: timespanOf(textAt(map, 'timespan') ?? textAt(map, 'timeframe')),
    ...condition,
    aliases: aliasesOf(map.get('aliases') ?? null),
    generate: map.get('generate') === true || outer.get('generate') === true,
  }
}

/** Written without a capital as Sigma asks: 15s, 30m, 1h, 7d. */
export function timespanOf(text: string | null): number {
  const found = /^(\d{1,9})([smhdw])$/.exec(text ?? '')
  const ms = Number(found?.[1]) * (unitMs[found?.[2] ?? ''] ?? Number.NaN)
  if (!(ms > 0) || ms > maxTimespanMs)
    throw new DetectionFault(
      `the timespan "${(text ?? '').slice(0, 20)}" is not a number of s, m, h, d or w up to a year`,
      'correlation/timespan',
    )
  return ms
}

function conditionOf(map: PlainMap, type: CorrelationType, rules: readonly string[]) {
  const value = map.get('condition')
  const temporal = type === 'temporal' || type === 'temporal_ordered'
  if (temporal && (value === undefined || typeof value === 'string'))
    return { bounds: [allRules(value, rules)], fields: [], percentile: 0 }
  if (!(value instanceof Map)) throw new DetectionFault('a condition is expected', 'correlation/condition')
  const bounds = [...(value as PlainMap)].flatMap(([key, limit]): Bound[] => {
    const comparison = comparisons.find((known) => known === key)
    if (!comparison) {
      if (key === 'field' || key === 'percentile') return []
      throw new DetectionFault(`"${key.slice(0, 40)}" is no comparison`, 'correlation/condition')
    }
    if (typeof limit !== 'number')
      throw new DetectionFault('a number is expected', `correlation/condition/${key}`)
    return [{ comparison, value: limit }]
  })
  if (bounds.length === 0) throw new DetectionFault('no comparison', 'correlation/condition')
  const fields = textsAt(value as PlainMap, 'field').map(stripped)
  if (overValues.includes(type) && fields.length === 0)
    throw new DetectionFault(`"${type}" needs a field`, 'correlation/condition/field')
  if (type !== 'value_count' && fields.length > 1)
    throw new DetectionFault(`"${type}" takes one field`, 'correlation/condition/field')
  return { bounds, fields, percentile: percentileOf(value as PlainMap) }
}

/** "a and b and c" says what a temporal correlation says anyway; other expressions are not understood. */
function allRules(condition: Plain | undefined, rules: readonly string[]): Bound {
  if (typeof condition === 'string') {
    const named = condition.split(/\s+and\s+/i).map((name) => name.trim())
    if (named.length !== rules.length || !rules.every((rule) => named.includes(rule)))
      throw new DetectionFault(
        'only the conjunction of all rules is understood as an expression',
        'correlation/condition',
      )
  }
  return { comparison: 'gte', value: rules.length }
}

function percentileOf(condition: PlainMap): number {
  const value = condition.get('percentile') ?? 50
  if (typeof value !== 'number' || value < 0 || value > 100)
    throw new DetectionFault('a number from 0 to 100 is expected', 'correlation/condition/percentile')
  return value
}

export function aliasesOf(value: Plain): ReadonlyMap<string, ReadonlyMap<string, string>> {
  if (!(value instanceof Map)) return new Map()
  return new Map(
    [...(value as PlainMap)].map(([alias, fields]) => [
      stripped(alias),
      new Map(
        fields instanceof Map
          ? [...(fields as PlainMap)].map(([rule, field]) => [rule, stripped(String(field))] as const)
          : [],
      ),
    ]),
  )
}

export function stripped(name: string): string {
  return name.replaceAll(' ', '')
}
