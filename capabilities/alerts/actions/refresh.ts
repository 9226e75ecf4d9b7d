// Lets alerts follow verdicts and inventories: finds what is new, changed or over, saves it, and starts the clocks.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { planAnew } from '../../../platform/database/planning.ts'
import { type ThreatFactsOfAdvisory, threatFactsOf } from '../../advisories/index.ts'
import { verdictAdvisories } from '../../matching/index.ts'
import { alertsRaised } from '../events.ts'
import type { Cause } from '../revision.ts'
import { situations } from '../situation.ts'
import type { Part } from '../store/concerned.ts'
import { numbersOf } from '../store/decisions.ts'
import { type Prepared, raiseAlerts } from '../store/raise.ts'
import { nextMembersWithAlerts, selectComparisons } from '../store.ts'
import type { UrgencyDecision } from '../urgency.ts'
import { decideChanges, type UrgencyDecider, urgencyDecider } from './changes.ts'
import { noSummary, plus, type RefreshSummary, saveChanges } from './save-changes.ts'

/** Members with an alert about one advisory that are looked at together: memory must not grow with their number. */
const membersAtOnce = 2_000

export interface Occasion {
  readonly cause: Cause
  /** A closed word for `alerts.ended_because` and the journal, where it is not the advisory or the inventory itself. */
  readonly because?: string | undefined
}

/** Verdicts on these advisories may be others now: for all hospitals. */
export async function refreshAlertsOf(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  advisoryIds: readonly number[],
  occasion: Occasion,
  now: Date,
): Promise<RefreshSummary> {
  const threats = await threatFactsOf(scope, advisoryIds)
  const decide = urgencyDecider(threats)
  let summary = noSummary
  for (let after = 0; ; ) {
    const upTo = await nextMembersWithAlerts(scope, advisoryIds, after, membersAtOnce)
    if (upTo === null) break
    await planAnew(scope)
    const part: Part = { advisoryIds, members: { after, upTo } }
    summary = plus(summary, await refreshPart(context, scope, part, { threats, decide }, occasion, now))
    after = upTo
  }
  const raised = await raiseAlerts(scope, await prepare(scope, advisoryIds, threats, decide), now)
  if (raised > 0)
    await context.events.announce(
      scope,
      alertsRaised,
      { advisoryIds: [...advisoryIds], openedAt: now.toISOString() },
      now,
    )
  return { ...summary, raised: summary.raised + raised }
}

/** What this hospital runs is other now: for all advisories. The scope is bound to it. */
export async function refreshAlertsFor(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  organisationId: number,
  occasion: Occasion,
  now: Date,
): Promise<RefreshSummary> {
  const comparisons = await selectComparisons(scope, { organisationId })
  const advisoryIds = [...new Set(comparisons.map((comparison) => comparison.advisoryId))]
  const threats = await threatFactsOf(scope, advisoryIds)
  const changes = decideChanges(comparisons, threats, urgencyDecider(threats), occasion.cause)
  return saveChanges(context, scope, changes, occasion, now)
}

interface Rules {
  readonly threats: ReadonlyMap<number, ThreatFactsOfAdvisory>
  readonly decide: UrgencyDecider
}

async function refreshPart(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  part: Part,
  { threats, decide }: Rules,
  occasion: Occasion,
  now: Date,
): Promise<RefreshSummary> {
  const comparisons = await selectComparisons(scope, part)
  return saveChanges(
    context,
    scope,
    decideChanges(comparisons, threats, decide, occasion.cause),
    occasion,
    now,
  )
}

/** The rules decide each situation beforehand; SQL only looks up which one a hospital is in. */
async function prepare(
  scope: EngineScope,
  advisoryIds: readonly number[],
  threats: ReadonlyMap<number, ThreatFactsOfAdvisory>,
  decide: UrgencyDecider,
): Promise<Prepared> {
  const sets = new Map<string, readonly UrgencyDecision[]>()
  const concerning = await verdictAdvisories(scope, advisoryIds)
  const live = concerning.flatMap(({ advisoryId }) => {
    const threat = threats.get(advisoryId)
    return threat?.isLive ? [{ advisoryId, threat, decided: decide(advisoryId) }] : []
  })
  for (const { decided } of live) sets.set(decided.key, decided.decisions)
  const keys = [...sets.keys()]
  const numbers = await numbersOf(scope, [...sets.values()].flat())
  return {
    hasExemptions: concerning.some((one) => one.hasExemptions),
    hasSerials: concerning.some((one) => one.hasSerials),
    advisories: live.map(({ advisoryId, threat, decided }) => ({
      advisoryId,
      set: keys.indexOf(decided.key),
      remediationFingerprint: threat.remediationFingerprint,
    })),
    sets: [...sets.values()].map((decisions, set) =>
      decisions.map(({ urgency, path }, situation) => ({
        urgency,
        decisionId: numbers[set * situations.length + situation] ?? 0,
        exploited: path[0]?.answer === 'active',
      })),
    ),
  }
}
