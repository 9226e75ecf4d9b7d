// Lets alerts follow verdicts and inventories: finds what is new, changed or over, saves it, and starts the clocks.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { type ThreatFactsOfAdvisory, threatFactsOf } from '../../advisories/index.ts'
import { verdictAdvisories } from '../../matching/index.ts'
import { alertsRaised } from '../events.ts'
import type { Cause } from '../revision.ts'
import type { Part } from '../store/concerned.ts'
import { numbersOf } from '../store/decisions.ts'
import { type Prepared, raiseAlerts } from '../store/raise.ts'
import { nextMembersWithAlerts, selectComparisons } from '../store.ts'
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
  const sets = new Map<string, number>()
  const advisories: Prepared['advisories'][number][] = []
  const decisions: Omit<Prepared['decisions'][number], 'decisionId'>[] = []
  const texts: ReturnType<UrgencyDecider>['decisions'][number][] = []
  for (const advisoryId of await verdictAdvisories(scope, advisoryIds)) {
    const threat = threats.get(advisoryId)
    if (!threat?.isLive) continue
    const { key, decisions: decided } = decide(advisoryId)
    const set = sets.get(key) ?? sets.size
    if (!sets.has(key))
      for (const [situation, decision] of decided.entries()) {
        decisions.push({
          set,
          situation,
          urgency: decision.urgency,
          exploited: decision.path[0]?.answer === 'active',
        })
        texts.push(decision)
      }
    sets.set(key, set)
    advisories.push({ advisoryId, set, remediationFingerprint: threat.remediationFingerprint })
  }
  const numbers = await numbersOf(scope, texts)
  return {
    advisories,
    decisions: decisions.map((one, index) => ({ ...one, decisionId: numbers[index] ?? 0 })),
  }
}
