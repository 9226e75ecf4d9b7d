// Which rules can work with the logs that come, which cannot and why: counted, never rounded up.
// SPDX-License-Identifier: EUPL-1.2
import { eventIdsOf } from '../engine/event-ids.ts'
import { groupsOf, selects, sourceName, type Traits } from '../engine/groups.ts'
import { type Pipeline, standardPipelines } from '../sigma/pipelines/pipeline.ts'
import type {
  CorrelationRule,
  DetectionRule,
  RuleFault,
  RuleHead,
  RuleSource,
  SigmaRule,
} from '../sigma/rule.ts'

/** From best to worst; a correlation is as good as the worst rule that it refers to. */
export const ruleStates = ['ready', 'quiet', 'blind', 'quarantined', 'unsupported'] as const
export type RuleState = (typeof ruleStates)[number]
export type StateCounts = Readonly<Record<RuleState, number>>

export interface CoveredRule {
  readonly head: RuleHead
  /** Null for correlations. */
  readonly source: RuleSource | null
  readonly state: RuleState
  /** EventIDs without which the rule cannot hold; null where any will do. */
  readonly eventIds: ReadonlySet<string> | null
}

export interface CoverageInput {
  readonly rules: readonly SigmaRule[]
  readonly faults: readonly RuleFault[]
  /** Ids of rules that were taken out of service. */
  readonly quarantined?: ReadonlySet<string>
  /** Kinds of events that came; null where no logs were looked at. */
  readonly seen: readonly Traits[] | null
  /** Names of log sources of which a running sensor saw nothing; null where none runs. Others count as come. */
  readonly blind?: ReadonlySet<string> | null
  readonly pipelines?: readonly Pipeline[]
}

export interface Coverage {
  readonly looked: boolean
  readonly rules: readonly CoveredRule[]
  readonly faults: readonly RuleFault[]
  readonly states: StateCounts
  readonly all: number
}

export function coverageOf({
  rules,
  faults,
  quarantined,
  seen,
  blind = null,
  pipelines,
}: CoverageInput): Coverage {
  const detections = rules.filter((rule): rule is DetectionRule => rule.kind === 'detection')
  const covered = coveredDetections(
    detections,
    seen ?? [],
    quarantined ?? new Set(),
    pipelines ?? standardPipelines,
    blind,
  )
  const correlations = rules.filter((rule): rule is CorrelationRule => rule.kind === 'correlation')
  const all = [...covered, ...coveredCorrelations(correlations, covered)]
  const count = (state: RuleState) => all.filter((rule) => rule.state === state).length
  const states = {
    ready: count('ready'),
    quiet: count('quiet'),
    blind: count('blind'),
    quarantined: count('quarantined'),
    unsupported: faults.length,
  }
  return {
    looked: seen !== null || blind !== null,
    rules: all,
    faults,
    states,
    all: all.length + faults.length,
  }
}

/** Of a hundred, whole: 99.9 is 99, because a hundred would be a promise. */
export function share(part: number, all: number): number {
  return all === 0 ? 0 : Math.floor((part / all) * 100)
}

function coveredDetections(
  rules: readonly DetectionRule[],
  seen: readonly Traits[],
  quarantined: ReadonlySet<string>,
  pipelines: readonly Pipeline[],
  blind: ReadonlySet<string> | null,
): readonly CoveredRule[] {
  return groupsOf(rules, pipelines).flatMap(({ source, selectors, rules: indexes }) => {
    const came = seen.filter((traits) => selectors.some((selector) => selects(selector, traits)))
    // A running sensor knows of log sources and not of kinds of events: then nobody can say that a rule is quiet.
    const isRead = blind !== null && !blind.has(sourceName(source))
    const ids = new Set(came.map(({ eventId }) => eventId))
    return indexes.flatMap((index): readonly CoveredRule[] => {
      const rule = rules[index]
      if (!rule) return []
      const eventIds = eventIdsOf(rule.expression)
      const isQuiet = !isRead && eventIds !== null && ![...eventIds].some((id) => ids.has(id))
      const state = quarantined.has(rule.head.id)
        ? 'quarantined'
        : came.length === 0 && !isRead
          ? 'blind'
          : isQuiet
            ? 'quiet'
            : 'ready'
      return [{ head: rule.head, source, state, eventIds }]
    })
  })
}

/** In as many rounds as correlations refer to one another; a reference to nothing is blind. */
function coveredCorrelations(
  correlations: readonly CorrelationRule[],
  covered: readonly CoveredRule[],
): readonly CoveredRule[] {
  const states = new Map<string, RuleState>()
  const know = ({ id, name }: RuleHead, state: RuleState) => {
    states.set(id, state)
    if (name !== null) states.set(name, state)
  }
  for (const { head, state } of covered) know(head, state)
  const worst = (names: readonly string[]) =>
    names
      .map((name) => states.get(name) ?? 'blind')
      .reduce((one, two) => (ruleStates.indexOf(one) > ruleStates.indexOf(two) ? one : two), 'ready')
  const maxRounds = 8
  for (let round = 0; round < maxRounds; round++)
    for (const { head, rules } of correlations) know(head, worst(rules))
  return correlations.map(({ head }) => ({
    head,
    source: null,
    state: states.get(head.id) ?? 'blind',
    eventIds: null,
  }))
}

export interface ProductCoverage {
  /** Null: rules for any system. */
  readonly product: string | null
  readonly all: number
  readonly ready: number
}

/** Most rules first. */
export function byProduct({ rules }: Coverage): readonly ProductCoverage[] {
  const products = new Map<string | null, { all: number; ready: number }>()
  for (const { source, state } of rules) {
    const product = source?.product ?? null
    const counts = products.get(product) ?? { all: 0, ready: 0 }
    counts.all++
    if (state === 'ready') counts.ready++
    products.set(product, counts)
  }
  return [...products]
    .map(([product, counts]) => ({ product, ...counts }))
    .sort((one, two) => two.all - one.all)
}

/** Log sources of which nothing came, with their rules. */
export function blindSources({
  rules,
}: Coverage): readonly { readonly source: string; readonly rules: number }[] {
  const counts = new Map<string, number>()
  for (const { source, state } of rules)
    if (state === 'blind' && source) {
      const name = sourceName(source)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  return [...counts]
    .map(([source, count]) => ({ source, rules: count }))
    .sort((one, two) => two.rules - one.rules || (one.source < two.source ? -1 : 1))
}
