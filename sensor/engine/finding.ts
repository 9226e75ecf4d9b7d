// A finding: a rule that held, where and when, why, and whose rule it is.
// SPDX-License-Identifier: EUPL-1.2
import type { LogEvent } from '../event/event.ts'
import type { CorrelationRule, DetectionRule, RuleHead, RuleLevel } from '../sigma/rule.ts'
import type { Correlated } from './correlation/hit.ts'
import { reasonOf } from './explain.ts'
import type { Mapping } from './groups.ts'
import { printable } from './printable.ts'

export interface Finding {
  readonly ruleId: string
  readonly title: string
  readonly level: RuleLevel
  /** Event time in ISO 8601, UTC; null where the record has none. */
  readonly time: string | null
  readonly source: string
  readonly record: number
  readonly reason: string
  readonly author: string | null
  readonly licence: string | null
  readonly tags: readonly string[]
  /** Host that the event names, for grouping. */
  readonly asset: string | null
  /** Events behind a correlation. */
  readonly evidence?: readonly {
    readonly ruleId: string
    readonly time: string
    readonly source: string
    readonly record: number
  }[]
  readonly group?: Readonly<Record<string, string>>
}

export function findingOf(rule: DetectionRule, event: LogEvent, mapping: Mapping | null): Finding {
  return {
    ...ofHead(rule.head),
    time: isoTime(event.at),
    source: event.source,
    record: event.record,
    reason: reasonOf(rule.expression, event, mapping),
    ...credits(rule.head),
    asset: assetOf(event),
  }
}

export function correlationFinding(rule: CorrelationRule, correlated: Correlated): Finding {
  const last = correlated.evidence.at(-1)
  return {
    ...ofHead(rule.head),
    time: isoTime(correlated.at),
    source: last?.source ?? '',
    record: last?.record ?? 0,
    reason: correlationReason(rule, correlated),
    ...credits(rule.head),
    asset: null,
    evidence: correlated.evidence.map(({ ruleId, at, source, record }) => ({
      ruleId,
      time: isoTime(at) ?? '',
      source,
      record,
    })),
    group: correlated.group,
  }
}

function ofHead({ id, title, level }: RuleHead): Pick<Finding, 'ruleId' | 'title' | 'level'> {
  return { ruleId: id, title, level }
}

function credits({ author, licence, tags }: RuleHead): Pick<Finding, 'author' | 'licence' | 'tags'> {
  return { author, licence, tags }
}

function correlationReason(rule: CorrelationRule, { value, events, group }: Correlated): string {
  const fields = rule.fields.map((field) => printable(field, 80)).join(', ')
  const counted: Record<CorrelationRule['type'], string> = {
    event_count: `${events} events`,
    value_count: `${value} different values of ${fields} in ${events} events`,
    value_sum: `a sum of ${value} of ${fields} in ${events} events`,
    value_avg: `an average of ${value} of ${fields} in ${events} events`,
    value_percentile: `${value} as percentile ${rule.percentile} of ${fields} in ${events} events`,
    temporal: `${value} rules held`,
    temporal_ordered: `${value} rules held in their order`,
  }
  const who = Object.entries(group).map(([name, text]) => `${printable(name)} "${printable(text, 80)}"`)
  const bounds = rule.bounds.map(({ comparison, value: limit }) => `${comparison} ${limit}`).join(' and ')
  return `${counted[rule.type]} within ${timespanText(rule.timespanMs)}${who.length > 0 ? ` for ${who.join(', ')}` : ''} (asked: ${bounds})`
}

function timespanText(ms: number): string {
  const units = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
  ] as const
  const unit = units.find(([size]) => ms % size === 0)
  return unit ? `${ms / unit[0]} ${unit[1]}` : `${ms / 1_000} s`
}

/** A time that JavaScript has no date for is none. */
function isoTime(at: number | null): string | null {
  return at === null || !(Math.abs(at) <= 8.64e15) ? null : new Date(at).toISOString()
}

const assetFields = ['Computer', 'ComputerName', 'host', 'hostname', 'Hostname', 'host.name']

function assetOf({ fields }: LogEvent): string | null {
  for (const name of assetFields) {
    const value = fields[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return null
}
