// A finding: a rule that held, where and when, why, and whose rule it is.
// SPDX-License-Identifier: EUPL-1.2
import type { FieldValue, LogEvent } from '../event/event.ts'
import type { CorrelationRule, DetectionRule, PackReference, RuleHead, RuleLevel } from '../sigma/rule.ts'
import { type AssetClass, type AssetClassList, assetClassByFacts, noAssetClasses } from './asset-class.ts'
import { type Because, becauseOf, type Counted } from './because.ts'
import type { Correlated } from './correlation/hit.ts'
import { decidingTests } from './deciding.ts'
import { reasonOf } from './explain.ts'
import { extensionReason } from './extensions/reason.ts'
import type { Mapping } from './groups.ts'
import { printable } from './printable.ts'

export type Audience = 'it' | 'privacy'

export interface Finding {
  readonly origin: 'rule' | 'indicator'
  /** Who may see it: what staff do with records is for the privacy officer and not for IT. */
  readonly audience: Audience
  /** The indicator met, where `origin` is `indicator`. */
  readonly indicatorId: string | null
  /** The pack that the rule or indicator came in; null for rules of a folder. */
  readonly pack: PackReference | null
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
  readonly assetClass: AssetClass
  /** Events behind a correlation. */
  readonly evidence?: readonly {
    readonly ruleId: string
    readonly time: string
    readonly source: string
    readonly record: number
  }[]
  /** What a correlation groups by; of a trail of record access, who opened whose record. */
  readonly group?: Readonly<Record<string, string>>
  /** The reason as values, for reports in any language. */
  readonly because?: Because
  readonly counted?: Counted
}

export function findingOf(
  rule: DetectionRule,
  event: LogEvent,
  mapping: Mapping | null,
  classes: AssetClassList = noAssetClasses,
): Finding {
  const { time, source, record, asset, assetClass } = placeOf(event, classes)
  const deciding = decidingTests(rule.expression, event, mapping)
  return {
    ...ofHead(rule.head),
    time,
    source,
    record,
    reason: reasonOf(deciding),
    because: becauseOf(deciding, event, mapping),
    ...credits(rule.head),
    asset,
    assetClass,
    ...originOf(rule.head),
    ...whoseAccess(event),
  }
}

/** In trails of record access, who opened whose record tells findings of one rule apart; patients by their key only. */
function whoseAccess({ logSource, fields }: LogEvent): Pick<Finding, 'group'> {
  if (!/^(ehr|pacs|hl7)$/.test(logSource.product ?? '')) return {}
  const named = ['actor', 'patient_key'].flatMap((name) => {
    const value = fields[name]
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
  })
  return named.length > 0 ? { group: Object.fromEntries(named) } : {}
}

/** `audience` is given because a correlation over rules for the privacy officer is for him too, whatever its own tags. */
export function correlationFinding(
  rule: CorrelationRule,
  correlated: Correlated,
  audience: Audience = audienceOf(rule.head.tags),
  classes: AssetClassList = noAssetClasses,
): Finding {
  const last = correlated.evidence.at(-1)
  const asset = hostIn(correlated.group)
  return {
    ...ofHead(rule.head),
    time: isoTime(correlated.at),
    source: last?.source ?? '',
    record: last?.record ?? 0,
    reason: correlationReason(rule, correlated),
    ...credits(rule.head),
    asset,
    assetClass: (asset === null ? null : classes(asset)) ?? 'unknown',
    ...originOf(rule.head),
    audience,
    evidence: correlated.evidence.map(({ ruleId, at, source, record }) => ({
      ruleId,
      time: isoTime(at) ?? '',
      source,
      record,
    })),
    group: correlated.group,
    counted: countedOf(rule, correlated),
  }
}

/** Where and when an event was seen and what kind of machine it is of; for findings of any origin. */
export function placeOf(
  event: LogEvent,
  classes: AssetClassList = noAssetClasses,
): Pick<Finding, 'time' | 'source' | 'record' | 'asset' | 'assetClass'> {
  const asset = hostIn(event.fields)
  return {
    time: isoTime(event.at),
    source: event.source,
    record: event.record,
    asset,
    assetClass: (asset === null ? null : classes(asset)) ?? assetClassByFacts(event),
  }
}

export function audienceOf(tags: readonly string[]): Audience {
  return tags.includes('salus.privacy') ? 'privacy' : 'it'
}

function originOf({ tags, pack }: RuleHead): Pick<Finding, 'origin' | 'audience' | 'indicatorId' | 'pack'> {
  return { origin: 'rule', audience: audienceOf(tags), indicatorId: null, pack }
}

function ofHead({ id, title, level }: RuleHead): Pick<Finding, 'ruleId' | 'title' | 'level'> {
  return { ruleId: id, title, level }
}

function credits({ author, licence, tags }: RuleHead): Pick<Finding, 'author' | 'licence' | 'tags'> {
  return { author, licence, tags }
}

function countedOf({ type, fields, timespanMs }: CorrelationRule, { value, events }: Correlated): Counted {
  return { type, value, events, fields, withinMs: timespanMs }
}

function correlationReason(rule: CorrelationRule, correlated: Correlated): string {
  const { value, events, group } = correlated
  const fields = rule.fields.map((field) => printable(field, 80)).join(', ')
  const counted: Partial<Record<CorrelationRule['type'], string>> = {
    event_count: `${events} events`,
    value_count: `${value} different values of ${fields} in ${events} events`,
    value_sum: `a sum of ${value} of ${fields} in ${events} events`,
    value_avg: `an average of ${value} of ${fields} in ${events} events`,
    value_percentile: `${value} as percentile ${rule.percentile} of ${fields} in ${events} events`,
    temporal: `${value} rules held`,
    temporal_ordered: `${value} rules held in their order`,
  }
  const who = Object.entries(group).map(([name, text]) => `${printable(name)} "${printable(text, 80)}"`)
  const whom = who.length > 0 ? ` for ${who.join(', ')}` : ''
  if (rule.extension) return extensionReason(rule, rule.extension, correlated, whom, timespanText)
  const bounds = rule.bounds.map(({ comparison, value: limit }) => `${comparison} ${limit}`).join(' and ')
  return `${counted[rule.type] ?? ''} within ${timespanText(rule.timespanMs)}${whom} (asked: ${bounds})`
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

function hostIn(fields: Readonly<Record<string, FieldValue>>): string | null {
  for (const name of assetFields) {
    const value = fields[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return null
}
