// What a correlation is told: that a rule held for an event, when, and the values it groups and counts by.
// SPDX-License-Identifier: EUPL-1.2

/** Where something was seen. */
export interface Reference {
  readonly ruleId: string
  readonly at: number
  readonly source: string
  readonly record: number
}

export interface Hit extends Reference {
  /** Only the fields that some correlation asks for; folded, absent where the event has none. Without a prototype. */
  readonly fields: Readonly<Record<string, string>>
}

/** A correlation that held. */
export interface Correlated {
  readonly ruleId: string
  /** Time of the last event that took part. */
  readonly at: number
  readonly group: Readonly<Record<string, string>>
  /** What was counted; of temporal correlations the number of rules. */
  readonly value: number
  readonly events: number
  /** The bound that was reached, where it is no fixed one. */
  readonly asked?: number
  /** The first few and the last of the events that took part. */
  readonly evidence: readonly Reference[]
}

export const correlationLimits = {
  maxGroupsOfRule: 100_000,
  maxEventsOfGroup: 10_000,
  maxEventsOfRule: 1_000_000,
  /** Hits that wait for late ones; beyond, the oldest are worked off although a late one may still come. */
  maxWaiting: 400_000,
  maxEvidence: 10,
  maxCorrelations: 5_000,
} as const

/** One order for all: by time, then by place, then by rule; so workers and files may come in any order. */
export function byTime(one: Hit, two: Hit): number {
  return (
    one.at - two.at ||
    compareTexts(one.source, two.source) ||
    one.record - two.record ||
    compareTexts(one.ruleId, two.ruleId)
  )
}

function compareTexts(one: string, two: string): number {
  return one < two ? -1 : one > two ? 1 : 0
}

export function sameEvent(one: Hit, two: Hit): boolean {
  return one.at === two.at && one.record === two.record && one.source === two.source
}
