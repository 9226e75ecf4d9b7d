// Lets alerts follow verdicts and inventories: finds what is new, changed or over, saves it, and starts the clocks.
// SPDX-License-Identifier: EUPL-1.2

import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { type JournalEntry, record } from '../../../platform/journal/journal.ts'
import { type ThreatFactsOfAdvisory, threatFactsOf } from '../../advisories/index.ts'
import {
  cancelObligations,
  dischargeObligations,
  startObligations,
  type ToStart,
} from '../../obligations/index.ts'
import { alertOpened } from '../events.ts'
import { type Before, type Cause, type Found, type Revision, reviseAlert } from '../revision.ts'
import {
  type AlertToWrite,
  type Comparison,
  endAlerts,
  insertAlerts,
  reopenAlerts,
  selectComparisons,
  updateAlerts,
  type WrittenAlert,
} from '../store.ts'
import { type AssetFacts, decideUrgency, type UrgencyDecision } from '../urgency.ts'

export interface RefreshSummary {
  readonly raised: number
  readonly reopened: number
  readonly updated: number
  readonly withdrawn: number
  readonly resolved: number
}

interface Change {
  readonly comparison: Comparison
  readonly revision: Revision
  readonly alert: AlertToWrite | null
}

/** `advisoryIds` null means all advisories, for the one hospital that the scope is bound to. */
export async function refreshAlerts(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  advisoryIds: readonly number[] | null,
  cause: Cause,
  now: Date,
): Promise<RefreshSummary> {
  const comparisons = await selectComparisons(scope, advisoryIds)
  const threats = await threatFactsOf(scope, [
    ...new Set(comparisons.map((comparison) => comparison.advisoryId)),
  ])
  const decide = urgencyDecider(threats)
  const changes = comparisons.map((comparison) => changeOf(comparison, threats, decide, cause))
  const raised = await insertAlerts(scope, alertsOf(changes, 'raise'), now)
  const reopened = await reopenAlerts(scope, alertsOf(changes, 'reopen'), now)
  await updateAlerts(scope, alertsOf(changes, 'update'), now)
  const withdrawn = await end(scope, changes, 'withdraw', now)
  const resolved = await end(scope, changes, 'resolve', now)
  await startClocks(scope, changes, raised, reopened, now)
  await record(scope, [
    ...journalOfOpened(changes, raised, 'alert.raised', now),
    ...journalOfOpened(changes, reopened, 'alert.reopened', now),
  ])
  await context.events.announce(scope, alertOpened, openedOf([...raised, ...reopened], changes), now)
  return {
    raised: raised.length,
    reopened: reopened.length,
    updated: alertsOf(changes, 'update').length,
    withdrawn,
    resolved,
  }
}

type Decide = (comparison: Comparison) => UrgencyDecision

/** Hospitals share few combinations of facts, so each is decided once for an advisory. */
function urgencyDecider(threats: ReadonlyMap<number, ThreatFactsOfAdvisory>): Decide {
  const decided = new Map<string, UrgencyDecision>()
  return (comparison) => {
    const key = [
      comparison.advisoryId,
      comparison.exposureRank,
      comparison.roleRank,
      comparison.roleMissing,
    ].join(' ')
    const known = decided.get(key)
    if (known) return known
    const decision = decideUrgency(threats.get(comparison.advisoryId) ?? nothingKnown, factsOf(comparison))
    decided.set(key, decision)
    return decision
  }
}

const nothingKnown = {
  exploitation: null,
  kevDateAdded: null,
  automatable: null,
  cvssVector: null,
  maxBaseScore: null,
}
const exposures = ['internet', 'hospital-network', null, 'isolated', 'offline'] as const
const roles = ['life-supporting', 'diagnostic', 'records', 'support', 'office'] as const

function factsOf(comparison: Comparison): AssetFacts {
  const role = comparison.roleRank === null ? undefined : roles[comparison.roleRank]
  return {
    exposures: [exposures[comparison.exposureRank ?? 2] ?? null],
    clinicalRoles: [...(role ? [role] : []), ...(comparison.roleMissing || !role ? [null] : [])],
  }
}

function changeOf(
  comparison: Comparison,
  threats: ReadonlyMap<number, ThreatFactsOfAdvisory>,
  decide: Decide,
  cause: Cause,
): Change {
  const threat = threats.get(comparison.advisoryId)
  const decision = comparison.affected === null ? null : decide(comparison)
  const found: Found | null =
    decision && threat?.isLive
      ? {
          affectedAssets: comparison.affected ?? 0,
          unsureAssets: comparison.unsure ?? 0,
          urgency: decision.urgency,
          remediationFingerprint: threat.remediationFingerprint,
          exploited: decision.path[0]?.answer === 'active',
        }
      : null
  const revision = reviseAlert(beforeOf(comparison), found, cause)
  if (!found || !decision) return { comparison, revision, alert: null }
  const { organisationId, advisoryId } = comparison
  const reopenedBecause = revision.kind === 'reopen' ? revision.because : null
  return {
    comparison,
    revision,
    alert: { organisationId, advisoryId, state: 'new', urgencyPath: decision, reopenedBecause, ...found },
  }
}

function beforeOf(comparison: Comparison): Before | null {
  const { state, affectedBefore, unsureBefore, urgencyBefore, fingerprintBefore, exploitedBefore } =
    comparison
  if (
    state === null ||
    affectedBefore === null ||
    unsureBefore === null ||
    urgencyBefore === null ||
    fingerprintBefore === null ||
    exploitedBefore === null
  )
    return null
  return {
    state,
    affectedAssets: affectedBefore,
    unsureAssets: unsureBefore,
    urgency: urgencyBefore,
    remediationFingerprint: fingerprintBefore,
    exploited: exploitedBefore,
  }
}

function alertsOf(changes: readonly Change[], kind: Revision['kind']): readonly AlertToWrite[] {
  return changes
    .filter((change) => change.revision.kind === kind)
    .map((change) => change.alert)
    .filter((alert) => alert !== null)
}

/** Withdrawn: nothing is owed any more. Resolved: the inventory is the evidence. */
async function end(
  scope: EngineScope,
  changes: readonly Change[],
  kind: 'withdraw' | 'resolve',
  now: Date,
): Promise<number> {
  const ended = changes
    .filter((change) => change.revision.kind === kind)
    .flatMap(({ comparison }) =>
      comparison.alertId === null
        ? []
        : [{ organisationId: comparison.organisationId, alertId: comparison.alertId }],
    )
  if (ended.length === 0) return 0
  await endAlerts(scope, ended, kind === 'withdraw' ? 'withdrawn' : 'remediated', now)
  const obligations = {
    organisationIds: ended.map((one) => one.organisationId),
    subjectType: 'alert',
    subjectIds: ended.map((one) => one.alertId),
    kinds: null,
    at: now,
  }
  if (kind === 'withdraw') await cancelObligations(scope, obligations)
  else await dischargeObligations(scope, obligations, 'inventory without the affected version')
  const action = kind === 'withdraw' ? 'alert.withdrawn' : 'alert.resolved'
  await record(
    scope,
    ended.map((one) => ({
      organisationId: one.organisationId,
      at: now,
      actor: 'matching',
      action,
      objectType: 'alert',
      objectId: one.alertId,
    })),
  )
  return ended.length
}

async function startClocks(
  scope: EngineScope,
  changes: readonly Change[],
  raised: readonly WrittenAlert[],
  reopened: readonly WrittenAlert[],
  now: Date,
): Promise<void> {
  if (reopened.length > 0) {
    await cancelObligations(scope, {
      organisationIds: reopened.map((one) => one.organisationId),
      subjectType: 'alert',
      subjectIds: reopened.map((one) => one.alertId),
      kinds: null,
      at: now,
    })
  }
  const urgencyOf = new Map(
    changes.map((change) => [keyOf(change.comparison), change.alert?.urgency ?? null]),
  )
  const toStart = [...raised, ...reopened].flatMap((alert): readonly ToStart[] => {
    const common = {
      organisationId: alert.organisationId,
      subjectType: 'alert',
      subjectId: alert.alertId,
      startsAt: now,
    }
    return [
      { ...common, kind: 'alert-acknowledge', when: null },
      { ...common, kind: 'alert-remediate', when: urgencyOf.get(keyOf(alert)) ?? null },
    ]
  })
  await startObligations(scope, toStart)
}

function journalOfOpened(
  changes: readonly Change[],
  written: readonly WrittenAlert[],
  action: string,
  now: Date,
): readonly JournalEntry[] {
  const byKey = new Map(changes.map((change) => [keyOf(change.comparison), change]))
  return written.map((alert) => {
    const change = byKey.get(keyOf(alert))
    const details = {
      advisoryId: alert.advisoryId,
      urgency: change?.alert?.urgency,
      assets: change?.alert?.affectedAssets,
      because: change?.alert?.reopenedBecause ?? undefined,
    }
    return {
      organisationId: alert.organisationId,
      at: now,
      actor: 'matching',
      action,
      objectType: 'alert',
      objectId: alert.alertId,
      details,
    }
  })
}

function openedOf(written: readonly WrittenAlert[], changes: readonly Change[]) {
  const byKey = new Map(changes.map((change) => [keyOf(change.comparison), change.alert]))
  return written.map((alert) => ({
    ...alert,
    urgency: byKey.get(keyOf(alert))?.urgency ?? ('next-maintenance' as const),
  }))
}

function keyOf(one: { readonly organisationId: number; readonly advisoryId: number }): string {
  return `${one.organisationId} ${one.advisoryId}`
}
