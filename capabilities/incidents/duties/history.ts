// Replays the journal of a case: how its clocks stood after each event, which one moved, from when to when, and why.
// SPDX-License-Identifier: EUPL-1.2
import { type FactEntry, type FactValue, foldLedger } from '../fact.ts'
import type { FactKey } from '../fact-keys.ts'
import { significanceOf } from '../significance.ts'
import type { CaseEvent } from './case-event.ts'
import type { Applicability } from './condition.ts'
import { type StatedFacts, statedFacts } from './condition-facts.ts'
import { dutiesFor } from './duty.ts'
import { type FilingMoment, factMoments, type MomentKey, type Moments, repeatedFilings } from './moments.ts'
import { rules, significanceThresholds } from './rule-book.ts'
import { lawDayOf, type Situation } from './situation.ts'

/** How one clock stood. */
export interface ClockStanding {
  readonly key: string
  /** The version of the rule, such as `NIS2-EW/de`. */
  readonly ruleId: string
  readonly applies: Applicability
  readonly anchor: MomentKey | null
  readonly dueAt: Date | null
}

export interface ClockChange {
  readonly key: string
  /** Null: the clock was not there before, as at the first event. */
  readonly from: ClockStanding | null
  readonly to: ClockStanding
}

export interface HistoryStep {
  /** The event that moved the clocks is the reason for their change. */
  readonly event: CaseEvent
  readonly clocks: readonly ClockStanding[]
  readonly changes: readonly ClockChange[]
}

/** Pure: the same events give the same clocks, in whatever order or portions they come, and whenever it is asked. */
export function clockHistory(events: Iterable<CaseEvent>): readonly HistoryStep[] {
  const steps: HistoryStep[] = []
  const soFar: CaseEvent[] = []
  let before: readonly ClockStanding[] = []
  for (const event of inJournalOrder(events)) {
    soFar.push(event)
    const clocks = clocksOf(situationOf(soFar), event.at)
    steps.push({ event, clocks, changes: changesBetween(before, clocks) })
    before = clocks
  }
  return steps
}

/** What the events together say; null until one tells where the hospital is. */
export function situationOf(events: Iterable<CaseEvent>): Situation | null {
  const ordered = inJournalOrder(events)
  const profile = ordered.findLast((event) => event.kind === 'profile')
  if (!profile) return null
  const { country, timeZone, entityClass, criticalEntity } = profile
  const values = valuesOf(ordered)
  const moments: Moments = { ...momentsOfFacts(values), ...filingsOf(ordered), ...inboundOf(ordered) }
  const stated: StatedFacts = { ...answersOf(values), entityClass, criticalEntity }
  const place = { country, timeZone, moments, facts: stated }
  // Rules are chosen by the day of awareness; until it is known the case's own beginning stands for it.
  const day = lawDayOf(place, ordered[0]?.at ?? profile.at)
  return {
    ...place,
    lawOn: day,
    facts: { ...stated, significant: significantOf(ordered, values, place, day) },
  }
}

/** By number. A number that comes twice is one event delivered twice. */
function inJournalOrder(events: Iterable<CaseEvent>): readonly CaseEvent[] {
  const byNumber = new Map(Array.from(events, (event) => [event.number, event]))
  return [...byNumber.values()].sort((a, b) => a.number - b.number)
}

type Values = ReadonlyMap<FactKey, FactValue>

function valuesOf(events: readonly CaseEvent[]): Values {
  const entries = events.flatMap((event): FactEntry[] =>
    event.kind === 'fact' ? [{ ...event.fact, number: event.number, recordedAt: event.at }] : [],
  )
  return new Map(
    [...foldLedger(entries)].flatMap(([key, { current }]) =>
      current.value === null ? [] : [[key, current.value] as const],
    ),
  )
}

function momentsOfFacts(values: Values): Moments {
  return Object.fromEntries(
    factMoments.flatMap((key) => {
      const value = values.get(key)
      return typeof value === 'string' ? [[key, new Date(value)]] : []
    }),
  )
}

function answersOf(values: Values): StatedFacts {
  return Object.fromEntries(
    statedFacts.flatMap((fact) => {
      // Facts that the ledger does not hold, such as the entity class, have no value there.
      const value = values.get(fact as FactKey)
      return typeof value === 'string' ? [[fact, value]] : []
    }),
  )
}

const momentOfDuty = new Map(
  rules.flatMap(({ key, owedBy, dischargedBy }) =>
    owedBy === 'hospital' && dischargedBy ? [[key, dischargedBy as FilingMoment] as const] : [],
  ),
)

function filingsOf(events: readonly CaseEvent[]): Moments {
  const submitted = new Map<FilingMoment, number[]>()
  for (const event of events) {
    if (event.kind !== 'filing' && event.kind !== 'filing-void') continue
    const moment = momentOfDuty.get(event.duty)
    if (!moment) continue
    const at = event.submittedAt.getTime()
    const known = submitted.get(moment) ?? []
    submitted.set(moment, event.kind === 'filing' ? [...known, at] : known.filter((one) => one !== at))
  }
  return Object.fromEntries(
    [...submitted].flatMap(([moment, at]) =>
      at.length === 0
        ? []
        : [[moment, new Date(repeatedFilings.includes(moment) ? Math.max(...at) : Math.min(...at))]],
    ),
  )
}

function inboundOf(events: readonly CaseEvent[]): Moments {
  return Object.fromEntries(
    events.flatMap((event) => (event.kind === 'inbound' ? [[event.moment, event.happenedAt]] : [])),
  )
}

/** Facts that make it significant outweigh a decision that it is not: the decision was made before they were known. */
function significantOf(
  events: readonly CaseEvent[],
  values: Values,
  { country, facts }: Pick<Situation, 'country' | 'facts'>,
  day: string,
): string {
  const figures = Object.fromEntries([...values].filter(([, value]) => typeof value === 'number'))
  const found = significanceOf(facts, figures, significanceThresholds(country, day)).answer
  if (found === 'yes') return found
  const decided = events.findLast((event) => event.kind === 'significance')?.answer ?? 'unknown'
  return decided === 'unknown' ? found : decided
}

function clocksOf(situation: Situation | null, at: Date): readonly ClockStanding[] {
  if (!situation) return []
  return dutiesFor(situation, at).map(({ rule, applies, anchor, dueAt }) => ({
    key: rule.key,
    ruleId: rule.id,
    applies,
    anchor,
    dueAt,
  }))
}

function changesBetween(
  before: readonly ClockStanding[],
  after: readonly ClockStanding[],
): readonly ClockChange[] {
  return after.flatMap((to) => {
    const from = before.find((clock) => clock.key === to.key) ?? null
    const isSame =
      from?.ruleId === to.ruleId &&
      from.applies === to.applies &&
      from.dueAt?.getTime() === to.dueAt?.getTime()
    return isSame ? [] : [{ key: to.key, from, to }]
  })
}
