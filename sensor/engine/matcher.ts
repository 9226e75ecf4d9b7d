// The engine: compiles detection rules and says of an event which of them it fulfils.
// SPDX-License-Identifier: EUPL-1.2
import type { LogEvent } from '../event/event.ts'
import { type Pipeline, standardPipelines } from '../sigma/pipelines/pipeline.ts'
import { work } from '../sigma/regex/automaton.ts'
import type { DetectionRule } from '../sigma/rule.ts'
import { compileExpression } from './closures.ts'
import { type Group, groupsOf, type Mapping } from './groups.ts'
import { lookUp, lookUpWords, wordIndexOf } from './index-words.ts'
import { costLimits, type Meter, meterOf } from './meter.ts'
import { preparedOf } from './prepared.ts'
import { routerOf, type Section } from './router.ts'
import type { Predicate } from './tests.ts'
import { type Texts, viewOf } from './view.ts'

export interface RuleHit {
  /** Index of the rule. */
  readonly rule: number
  readonly mapping: Mapping | null
}

export interface Matcher {
  readonly rules: readonly DetectionRule[]
  readonly groups: readonly Group[]
  /** Rules that the event fulfils, in the order of the rules. */
  match(event: LogEvent): readonly RuleHit[]
  /** Events that reached each group; a group without any is blind. */
  readonly reached: Float64Array
  readonly meter: Meter
  readonly counts: { candidates: number }
  readonly index: { readonly bytes: number; readonly states: number; readonly always: number }
}

export interface MatcherOptions {
  readonly pipelines?: readonly Pipeline[]
  readonly costs?: { readonly startSteps: number; readonly stepsPerEvent: number }
  readonly onQuarantine?: (rule: DetectionRule) => void
}

const noHits: readonly RuleHit[] = []

export function matcherOf(rules: readonly DetectionRule[], options: MatcherOptions = {}): Matcher {
  const slots = new Map<string, number>()
  const slotOf = (name: string): number => {
    const slot = slots.get(name) ?? slots.size
    slots.set(name, slot)
    return slot
  }
  const prepared = rules.map(preparedOf)
  for (const { fields } of prepared) for (const name of fields) slotOf(name)
  /** Each made when it is first asked for: most rules never are. */
  const predicates: (Predicate | undefined)[] = new Array(rules.length).fill(undefined)
  const predicateOf = (rule: number): Predicate => {
    const made = predicates[rule] ?? compileExpression((rules[rule] as DetectionRule).expression, slotOf)
    predicates[rule] = made
    return made
  }
  const witnesses = prepared.map((one) => one.witnesses)
  const index = wordIndexOf(witnesses, slotOf)
  const groups = groupsOf(rules, options.pipelines ?? standardPipelines)
  const groupOf = new Int32Array(rules.length)
  for (const [at, group] of groups.entries()) for (const rule of group.rules) groupOf[rule] = at
  const isAlways = (rule: number) => witnesses[rule] === null
  const routeOf = routerOf(
    groups,
    prepared.map(({ eventIds }) => eventIds),
    index,
    isAlways,
  )
  const view = viewOf([...slots.keys()])
  const reached = new Float64Array(groups.length)
  const meter = meterOf(rules.length, options.costs ?? costLimits)
  const counts = { candidates: 0 }
  const seen = new Uint32Array(rules.length)
  let stamp = 0
  let member: Uint8Array = new Uint8Array(0)
  let candidates: number[] = []

  const propose = (found: Int32Array): void => {
    for (let at = 0; at < found.length; at++) {
      const rule = found[at] as number
      if (member[rule] === 0 || seen[rule] === stamp) continue
      seen[rule] = stamp
      candidates.push(rule)
    }
  }
  const gather = (event: LogEvent, section: Section): void => {
    stamp = nextStamp(stamp, seen)
    member = section.member
    candidates = []
    propose(section.always)
    for (const field of section.fields) {
      const texts: Texts = view.text(field.slot)
      if (typeof texts === 'string') lookUp(field, texts, propose)
      else if (texts !== undefined) for (const text of texts) lookUp(field, text, propose)
    }
    if (section.words) lookUpWords(section.words, event, propose)
    if (candidates.length > 1) candidates.sort((one, two) => one - two)
    counts.candidates += candidates.length
  }
  const evaluate = (rule: number): boolean => {
    if (meter.quarantined[rule] === 1) return false
    const before = work.steps
    const holds = predicateOf(rule)(view)
    const events = reached[groupOf[rule] as number] as number
    if (!meter.charge(rule, work.steps - before + 1, events))
      options.onQuarantine?.(rules[rule] as DetectionRule)
    return holds
  }
  return {
    rules,
    groups,
    match(event) {
      const route = routeOf(event)
      for (const group of route.groups) reached[group] = (reached[group] as number) + 1
      let hits: RuleHit[] | null = null
      for (const section of route.sections) {
        view.begin(event, section.mapping)
        gather(event, section)
        for (const rule of candidates)
          if (evaluate(rule)) {
            hits ??= []
            hits.push({ rule, mapping: section.mapping })
          }
      }
      if (hits === null) return noHits
      return hits.length > 1 ? hits.sort((one, two) => one.rule - two.rule) : hits
    },
    reached,
    meter,
    counts,
    index: {
      bytes: index.bytes,
      states: index.states,
      always: rules.filter((_, rule) => isAlways(rule)).length,
    },
  }
}

function nextStamp(stamp: number, seen: Uint32Array): number {
  if (stamp < 0xfffffffe) return stamp + 1
  seen.fill(0)
  return 1
}
