// What a Sigma document is once it is read: a detection rule, a correlation, or a filter.
// SPDX-License-Identifier: EUPL-1.2
import type { Expression } from './expression.ts'

export const ruleLevels = ['informational', 'low', 'medium', 'high', 'critical'] as const
export type RuleLevel = (typeof ruleLevels)[number]

export interface RuleSource {
  readonly product: string | null
  readonly category: string | null
  readonly service: string | null
}

/** The signed pack that a rule came in. */
export interface PackReference {
  readonly id: string
  readonly sequence: number
}

/** What every document says of itself; author and licence go with each finding (Detection Rule License 1.1). */
export interface RuleHead {
  /** The `id`, or where there is none the `name`, or the file and its place in it. */
  readonly id: string
  readonly name: string | null
  readonly title: string
  readonly level: RuleLevel
  readonly status: string | null
  readonly author: string | null
  readonly licence: string | null
  readonly description: string | null
  readonly tags: readonly string[]
  readonly references: readonly string[]
  readonly falsePositives: readonly string[]
  readonly file: string
  readonly line: number
  /** Null for rules that were read from a folder. */
  readonly pack: PackReference | null
}

export interface DetectionRule {
  readonly kind: 'detection'
  readonly head: RuleHead
  readonly logSource: RuleSource
  readonly expression: Expression
}

export const correlationTypes = [
  'event_count',
  'value_count',
  'temporal',
  'temporal_ordered',
  'value_sum',
  'value_avg',
  'value_percentile',
] as const
/** Ours, in our own namespace (docs/decisions/0026-sigma-extensions.md). */
export const extensionTypes = ['absence', 'first_seen', 'baseline'] as const
export type ExtensionType = (typeof extensionTypes)[number]
export type CorrelationType = (typeof correlationTypes)[number] | ExtensionType

export interface AbsenceSettings {
  readonly type: 'absence'
  /** So many of `rules` begin what the others end; 0: the rules themselves fall silent. */
  readonly after: number
  /** Events within one timespan that make a group regular. */
  readonly seen: number
  /** For so long it must not have been silent before: what rests every night is no news. */
  readonly unbrokenMs: number
}

export interface FirstSeenSettings {
  readonly type: 'first_seen'
  /** Fields of the group that learn for themselves, such as the device of a new peer. */
  readonly of: readonly string[]
  readonly learningMs: number
  readonly forgetMs: number
}

export interface BaselineSettings {
  readonly type: 'baseline'
  /** Fields by which groups share a history, such as a role; empty: each group has its own. */
  readonly alike: readonly string[]
  readonly percentile: number
  readonly factor: number
  readonly floor: number
  /** Windows of history before anything is decided. */
  readonly learning: number
}

export type ExtensionSettings = AbsenceSettings | FirstSeenSettings | BaselineSettings

export type Comparison = 'gt' | 'gte' | 'lt' | 'lte' | 'eq' | 'neq'
export interface Bound {
  readonly comparison: Comparison
  readonly value: number
}

export interface CorrelationRule {
  readonly kind: 'correlation'
  readonly head: RuleHead
  readonly type: CorrelationType
  /** Ids or names, in the order written. */
  readonly rules: readonly string[]
  readonly groupBy: readonly string[]
  readonly timespanMs: number
  /** All must hold: two make a range. */
  readonly bounds: readonly Bound[]
  /** Fields whose values are counted or summed. */
  readonly fields: readonly string[]
  readonly percentile: number
  /** alias → rule (id or name) → field. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Whether the rules referred to also find for themselves. */
  readonly generate: boolean
  /** Only where `type` is one of ours. */
  readonly extension?: ExtensionSettings
}

export interface FilterRule {
  readonly kind: 'filter'
  readonly head: RuleHead
  readonly logSource: RuleSource
  /** Ids or names; null for `any`. */
  readonly rules: readonly string[] | null
  /** What is suppressed. */
  readonly expression: Expression
}

export type SigmaRule = DetectionRule | CorrelationRule | FilterRule

/** Why a document gives no rule: what is wrong with it, or what the sensor lacks for it. */
export interface RuleFault {
  readonly file: string
  readonly line: number
  readonly ruleId: string | null
  readonly title: string | null
  /** Where in the rule, such as `detection/selection/Image|contains`. */
  readonly place: string
  readonly because: string
}
