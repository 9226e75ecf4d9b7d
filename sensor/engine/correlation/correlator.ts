// What every kind of correlation offers to the network of rules, and how a hit finds its group.
// SPDX-License-Identifier: EUPL-1.2
import type { CorrelationRule } from '../../sigma/rule.ts'
import type { Correlated, Hit } from './hit.ts'

export interface Grouped {
  readonly key: string
  readonly group: Readonly<Record<string, string>>
  readonly hit: Hit
  /** What the event has in the fields that are counted, in their order. */
  readonly values: readonly (string | undefined)[]
}

export interface Correlator {
  /** Hits of one instant's event, in the order of time. */
  feed(hits: readonly Grouped[]): readonly Correlated[]
  /** When the next window is complete, if any waits for that. */
  nextClose(): number | null
  /** Decides about the window that is complete next. */
  close(): Correlated | null
  /** Decided by time that passed, so never beyond the newest event, even at the end. */
  readonly needsTime?: true
  readonly evicted: () => number
  /** Events that a full group had to let go although they still counted. */
  readonly forgotten: () => number
  /** Plain data for a checkpoint. */
  save(): unknown
  load(saved: unknown): void
}

/** Null: the event lacks a field of `group-by`, and so belongs to no group. */
export function groupOf(rule: CorrelationRule, hit: Hit, ruleNames: readonly string[]): Grouped | null {
  const group: Record<string, string> = Object.create(null) as Record<string, string>
  const parts: string[] = []
  for (const name of rule.groupBy) {
    const value = hit.fields[fieldFor(rule, name, ruleNames)]
    if (value === undefined) return null
    group[name] = value
    parts.push(value)
  }
  const values = rule.fields.map((field) => hit.fields[fieldFor(rule, field, ruleNames)])
  return { key: JSON.stringify(parts), group, hit, values }
}

/** The field behind a name of `group-by`: an alias says for each rule, by its id or name, which field it means. */
export function fieldFor(rule: CorrelationRule, name: string, ruleNames: readonly string[]): string {
  const alias = rule.aliases.get(name)
  for (const ruleName of ruleNames) {
    const field = alias?.get(ruleName)
    if (field !== undefined) return field
  }
  return name
}
