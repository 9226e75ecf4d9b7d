// Looks at one event after the other: which rules hold, which indicators are met, what it cost. Nothing here knows the order.
// SPDX-License-Identifier: EUPL-1.2
import type { AssetClassList } from '../../engine/asset-class.ts'
import { keptTexts } from '../../engine/correlation/kept.ts'
import { wantedFields } from '../../engine/detector.ts'
import { findingOf } from '../../engine/finding.ts'
import { type Matcher, matcherOf } from '../../engine/matcher.ts'
import { costLimits } from '../../engine/meter.ts'
import { jsonLine } from '../../engine/printable.ts'
import type { LogEvent } from '../../event/event.ts'
import { type IndicatorMatcher, keyOf } from '../../indicators/matcher.ts'
import { noneUntold, untoldSince } from '../../indicators/untold.ts'
import type { Pipeline } from '../../sigma/pipelines/pipeline.ts'
import { beginCosts, work } from '../../sigma/regex/automaton.ts'
import type { DetectionRule, RuleLevel } from '../../sigma/rule.ts'
import { ruleLevels } from '../../sigma/rule.ts'
import type { Outcome } from './outcome.ts'

export interface LookerParts {
  /** Made by `unmeteredMatcher`. */
  readonly matcher: Matcher
  /** The lowest level told. */
  readonly level: RuleLevel
  /** Ids of rules that do not find for themselves. */
  readonly silent: ReadonlySet<string>
  /** Fields that correlations want of a rule's events, by its id. */
  readonly wanted: ReadonlyMap<string, ReadonlySet<string>>
  readonly assetClasses: AssetClassList
  readonly enrich: ((event: LogEvent) => LogEvent) | null
  /** Tells every meeting: repeats are left out by who takes the outcomes. */
  readonly indicators: IndicatorMatcher | null
  readonly stepsPerEvent?: number
}

export interface Looker {
  /** Begins a piece: what it costs does not depend on what was read before. */
  begin(): void
  look(event: LogEvent, outcomes: Outcome[]): void
  /** Groups that had their first event of the piece since this was last asked. */
  reached(outcomes: Outcome[]): void
  /** What the piece cost. */
  spent(): Outcome
  /** The rule is out of service: its outcomes are not wanted any more. */
  quarantine(rule: number): void
}

/** Only who takes the outcomes knows all that was read, and so what a rule may cost. */
export function unmeteredMatcher(rules: readonly DetectionRule[], pipelines: readonly Pipeline[]): Matcher {
  return matcherOf(rules, { pipelines, costs: { startSteps: Number.POSITIVE_INFINITY, stepsPerEvent: 0 } })
}

export function lookerOf(parts: LookerParts): Looker {
  const { matcher, silent, assetClasses, enrich, indicators } = parts
  const { rules, groups, meter } = matcher
  const lowest = ruleLevels.indexOf(parts.level)
  const isTold = (level: RuleLevel) => ruleLevels.indexOf(level) >= lowest
  const tells = rules.map(({ head }) => isTold(head.level) && !silent.has(head.id))
  const wanted = rules.map(({ head }) => parts.wanted.get(head.id) ?? null)
  const folded = keptTexts()
  const costs = costsOf(matcher, parts.stepsPerEvent ?? costLimits.stepsPerEvent)
  const announced = new Uint8Array(groups.length)
  const reachedBefore = new Float64Array(groups.length)
  let untoldBefore = noneUntold()

  const meet = (event: LogEvent, outcomes: Outcome[]): void => {
    for (const finding of indicators?.see(event) ?? []) {
      const line = isTold(finding.level) ? jsonLine(finding) : null
      outcomes.push({ kind: 'met', key: keyOf(finding.ruleId, event), line })
    }
  }
  return {
    begin() {
      beginCosts()
      costs.begin()
      announced.fill(0)
      untoldBefore = { ...(indicators?.untold ?? untoldBefore) }
      reachedBefore.set(matcher.reached)
    },
    look(given, outcomes) {
      const event = enrich === null ? given : enrich(given)
      const before = work.steps
      for (const { rule, mapping } of matcher.match(event)) {
        const held = rules[rule] as DetectionRule
        if (tells[rule])
          outcomes.push({
            kind: 'finding',
            rule,
            line: jsonLine(findingOf(held, event, mapping, assetClasses)),
          })
        const names = wanted[rule]
        if (!names) continue
        const { at, record } = event
        outcomes.push({ kind: 'hit', rule, at, record, fields: wantedFields(event, names, mapping, folded) })
      }
      meet(event, outcomes)
      costs.charge(work.steps - before, outcomes)
    },
    reached(outcomes) {
      const first: number[] = []
      for (let group = 0; group < announced.length; group++) {
        if (announced[group] === 1 || matcher.reached[group] === reachedBefore[group]) continue
        announced[group] = 1
        first.push(group)
      }
      if (first.length > 0) outcomes.push({ kind: 'reached', groups: first })
    },
    spent: () => ({
      kind: 'spent',
      excess: costs.spent(),
      untold: untoldSince(untoldBefore, indicators?.untold ?? untoldBefore),
    }),
    quarantine(rule) {
      meter.quarantined[rule] = 1
    },
  }
}

/**
 * How far each rule is beyond what the events that reach it allow, since the piece began. A rule can only come further
 * with an event that costs it more than that, so nothing is reckoned for the others.
 */
function costsOf({ rules, groups, meter, reached }: Matcher, stepsPerEvent: number) {
  const groupOf = new Int32Array(rules.length)
  for (const [at, group] of groups.entries()) for (const rule of group.rules) groupOf[rule] = at
  const start = new Float64Array(rules.length)
  const highest = new Float64Array(rules.length)
  const balance = (rule: number): number =>
    meter.stepsOf(rule) - stepsPerEvent * (reached[groupOf[rule] as number] as number)
  return {
    begin() {
      for (let rule = 0; rule < rules.length; rule++) start[rule] = balance(rule)
      highest.fill(0)
    },
    charge(steps: number, outcomes: Outcome[]) {
      if (steps <= stepsPerEvent) return
      for (let rule = 0; rule < rules.length; rule++) {
        const excess = balance(rule) - (start[rule] as number)
        if (excess <= (highest[rule] as number)) continue
        highest[rule] = excess
        outcomes.push({ kind: 'excess', rule, steps: excess })
      }
    },
    spent: () => start.map((before, rule) => balance(rule) - before),
  }
}
