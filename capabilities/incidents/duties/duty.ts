// Which duties a case has: for each rule whether it applies and why, when it is due, and how it stands.
// SPDX-License-Identifier: EUPL-1.2
import { type Applicability, decide } from './condition.ts'
import type { ConditionFact, ConditionFacts } from './condition-facts.ts'
import { type DueTime, dueTimeOf } from './deadline.ts'
import { type Reason, reasonFromData, text } from './reason.ts'
import type { Rule } from './rule.ts'
import { proposalsFor, type RuleOnDay, rulesOn, transpositionOf } from './rule-book.ts'
import { conditionFactsOf, lawDayOf, type Situation } from './situation.ts'
import { isLawIn } from './territory.ts'

/**
 * waiting: the clock's start is not known yet. running, overdue: a time is set. owed: due now, the law gives no figure.
 * open: may be done, or is done when asked.
 */
export const dutyStates = [
  'not-applicable',
  'waiting',
  'running',
  'overdue',
  'owed',
  'open',
  'met',
  'met-late',
] as const
export type DutyState = (typeof dutyStates)[number]

export interface Duty extends DueTime {
  readonly rule: Rule
  readonly applies: Applicability
  /** Why it applies, does not, or is not certain. The steps of the due time stand in `calculation`. */
  readonly because: readonly Reason[]
  /** What else a reader has to know: traps of the rule, the state of national law, proposals, that nobody verified it. */
  readonly remarks: readonly Reason[]
  readonly decidedBy: readonly { readonly fact: ConditionFact; readonly answer: string }[]
  /** Unknown facts that could change whether it applies. */
  readonly lacking: readonly ConditionFact[]
  readonly state: DutyState
  readonly dischargedAt: Date | null
}

/**
 * One duty for each rule of the country, in the order of the rules, those that do not apply included. Where it is
 * unknown whether a rule applies, its clock is shown as if it ran: in doubt, report.
 */
export function dutiesFor(situation: Situation, at: Date): readonly Duty[] {
  const facts = conditionFactsOf(situation, at)
  return rulesOn(situation.country, lawDayOf(situation, at)).map((version) =>
    dutyOf(version, situation, facts, at),
  )
}

function dutyOf(version: RuleOnDay, situation: Situation, facts: ConditionFacts, at: Date): Duty {
  const { rule } = version
  const decision = decideIn(version, situation.country, facts)
  const due: DueTime =
    decision.applies === 'not_applicable'
      ? { anchor: null, anchorAt: null, dueAt: null, laterAt: null, isTimed: false, calculation: [] }
      : dueTimeOf(rule.deadlines, situation.moments, facts, situation.timeZone)
  const dischargedAt = dischargeOf(rule, due, situation)
  return {
    ...due,
    rule,
    ...decision,
    remarks: remarksOn(rule, situation.country, decision.applies),
    state: stateOf(rule, decision.applies, due, dischargedAt, at),
    dischargedAt,
  }
}

type Applied = Pick<Duty, 'applies' | 'because' | 'decidedBy' | 'lacking'>

/** First whether it is law there and then, then the rule's own table. Not law where it is no is no, whatever the facts. */
function decideIn({ rule, force }: RuleOnDay, country: string, facts: ConditionFacts): Applied {
  const outside = { decidedBy: [], lacking: [] }
  const isLaw = isLawIn(rule.territory, country)
  const place = { country: { is: 'country', code: country } } as const
  if (isLaw === 'no')
    return { ...outside, applies: 'not_applicable', because: [{ code: 'law-elsewhere', values: place }] }
  if (force !== 'in-force') {
    const day = { is: 'day', day: force === 'not-yet' ? rule.validFrom : (rule.validTo ?? '') } as const
    return { ...outside, applies: 'not_applicable', because: [{ code: `law-${force}`, values: { day } }] }
  }
  const decided = decide(rule.condition, facts)
  const because: Reason[] = [reasonFromData(decided.because)]
  if (isLaw === 'unknown' && decided.applies !== 'not_applicable') {
    because.push({ code: 'law-uncertain', values: place }, ...inDoubt(rule))
    return { ...decided, applies: 'unknown', because }
  }
  if (decided.lacking.length > 0)
    because.push({ code: 'lacking', values: { facts: { is: 'facts', facts: decided.lacking } } })
  if (decided.applies === 'unknown') because.push(...inDoubt(rule))
  return { ...decided, because }
}

/** What others owe the hospital is nothing that it could report. */
function inDoubt({ owedBy }: Rule): readonly Reason[] {
  return owedBy === 'hospital' ? [{ code: 'in-doubt' }] : []
}

function remarksOn(rule: Rule, country: string, applies: Applicability): readonly Reason[] {
  if (applies === 'not_applicable') return [unverified(rule)].filter((one) => one !== null)
  const transposition = transpositionOf(country, rule.regime)
  return [
    ...rule.notes.map(reasonFromData),
    ...(transposition
      ? [
          {
            code: `transposition-${transposition.status}`,
            values: { law: text(transposition.law ?? '–') },
          } as const,
        ]
      : []),
    ...proposalsFor(rule.key).map(
      ({ key }): Reason => ({ code: 'proposed', values: { rule: { is: 'rule', key } } }),
    ),
    unverified(rule),
  ].filter((one) => one !== null)
}

function unverified({ verifiedBy, evidence, article, source }: Rule): Reason | null {
  return verifiedBy === null
    ? {
        code: `unverified-${evidence}`,
        values: { article: text(article), source: text(source.title) },
      }
    : null
}

/** A report that is owed again and again starts its own next clock, so the last one does not discharge it. */
function dischargeOf(rule: Rule, { anchor }: DueTime, { moments }: Situation): Date | null {
  if (rule.dischargedBy === null || rule.dischargedBy === anchor) return null
  return moments[rule.dischargedBy] ?? null
}

function stateOf(
  rule: Rule,
  applies: Applicability,
  { dueAt, isTimed, anchor }: DueTime,
  dischargedAt: Date | null,
  at: Date,
): DutyState {
  if (applies === 'not_applicable') return 'not-applicable'
  if (dischargedAt) return dueAt && dischargedAt > dueAt ? 'met-late' : 'met'
  if (dueAt) return at > dueAt ? 'overdue' : 'running'
  if (isTimed) return rule.deadlines.some(({ offset }) => offset === 'as-asked') ? 'open' : 'waiting'
  if (rule.strength === 'voluntary') return 'open'
  return anchor || rule.deadlines.some(({ offset }) => offset === 'always') ? 'owed' : 'waiting'
}
