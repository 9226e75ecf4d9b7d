// Saves what was decided about alerts one by one: raised, opened again, updated, ended; with journal and clocks.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { type JournalEntry, record } from '../../../platform/journal/journal.ts'
import { foldedAdvisories } from '../../matching/index.ts'
import {
  cancelObligations,
  dischargeObligations,
  startObligations,
  type ToStart,
} from '../../obligations/index.ts'
import { alertOpened } from '../events.ts'
import type { Revision } from '../revision.ts'
import { numbersOf } from '../store/decisions.ts'
import {
  type AlertToWrite,
  endAlerts,
  insertAlerts,
  reopenAlerts,
  updateAlerts,
  type WrittenAlert,
} from '../store.ts'
import type { Change } from './changes.ts'
import type { Occasion } from './refresh.ts'

export interface RefreshSummary {
  readonly raised: number
  readonly reopened: number
  readonly updated: number
  readonly withdrawn: number
  readonly resolved: number
}

export const noSummary: RefreshSummary = { raised: 0, reopened: 0, updated: 0, withdrawn: 0, resolved: 0 }

export function plus(a: RefreshSummary, b: RefreshSummary): RefreshSummary {
  return {
    raised: a.raised + b.raised,
    reopened: a.reopened + b.reopened,
    updated: a.updated + b.updated,
    withdrawn: a.withdrawn + b.withdrawn,
    resolved: a.resolved + b.resolved,
  }
}

export async function saveChanges(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  changes: readonly Change[],
  occasion: Occasion,
  now: Date,
): Promise<RefreshSummary> {
  const alerts = await alertsOf(scope, changes)
  const of = (kind: Revision['kind']) => alerts.filter(({ change }) => change.revision.kind === kind)
  const rows = (kind: Revision['kind']) => of(kind).map(({ alert }) => alert)
  const raised = await insertAlerts(scope, rows('raise'), now)
  const reopened = await reopenAlerts(scope, rows('reopen'), now)
  await updateAlerts(scope, rows('update'), now)
  const withdrawn = await end(scope, changes, 'withdraw', occasion, now)
  const resolved = await end(scope, changes, 'resolve', occasion, now)
  const written = new Map(alerts.map(({ alert }) => [keyOf(alert), alert]))
  const opened = (list: readonly WrittenAlert[]) =>
    list.flatMap((one) => {
      const alert = written.get(keyOf(one))
      return alert ? [{ ...alert, alertId: one.alertId }] : []
    })
  await startClocks(scope, opened(raised), opened(reopened), now)
  await record(scope, [
    ...opened(raised).map((alert) => journalOf(alert, 'alert.raised', occasion, now)),
    ...opened(reopened).map((alert) => journalOf(alert, 'alert.reopened', occasion, now)),
  ])
  const told = [...opened(raised), ...opened(reopened)].map(
    ({ organisationId, advisoryId, alertId, urgency }) => ({ organisationId, advisoryId, alertId, urgency }),
  )
  await context.events.announce(scope, alertOpened, told, now)
  const updated = of('update').length
  return { raised: raised.length, reopened: reopened.length, updated, withdrawn, resolved }
}

type OpenedAlert = AlertToWrite & { readonly alertId: number }

async function alertsOf(
  scope: EngineScope,
  changes: readonly Change[],
): Promise<readonly { readonly change: Change; readonly alert: AlertToWrite }[]> {
  const writing = changes.filter(
    ({ revision: { kind } }) => kind === 'raise' || kind === 'reopen' || kind === 'update',
  )
  const decisions = writing.map((change) => change.now?.decision).filter((decision) => decision !== undefined)
  const distinct = [...new Set(decisions)]
  const numbers = await numbersOf(scope, distinct)
  const numberOf = new Map(distinct.map((decision, index) => [decision, numbers[index] ?? 0]))
  return writing.flatMap((change) => {
    const { comparison, now, revision } = change
    if (!now) return []
    const { decision, ...found } = now
    const { organisationId, advisoryId } = comparison
    const reopenedBecause = revision.kind === 'reopen' ? revision.because : null
    const decisionId = numberOf.get(decision) ?? 0
    const alert = { organisationId, advisoryId, state: 'new' as const, decisionId, reopenedBecause, ...found }
    return [{ change, alert }]
  })
}

/** Withdrawn: nothing is owed any more. Resolved: the inventory is the evidence. */
async function end(
  scope: EngineScope,
  changes: readonly Change[],
  kind: 'withdraw' | 'resolve',
  occasion: Occasion,
  now: Date,
): Promise<number> {
  const ended = changes.flatMap(({ comparison: { organisationId, advisoryId, alertId }, revision }) =>
    revision.kind === kind && alertId !== null ? [{ organisationId, advisoryId, alertId }] : [],
  )
  if (ended.length === 0) return 0
  const folded = await foldedAdvisories(
    scope,
    ended.map((one) => one.advisoryId),
  )
  const becauseOf = (advisoryId: number) =>
    folded.has(advisoryId) && kind === 'withdraw' ? 'folded' : (occasion.because ?? occasion.cause)
  const state = kind === 'withdraw' ? 'withdrawn' : 'remediated'
  await endAlerts(
    scope,
    ended.map((one) => ({ ...one, because: becauseOf(one.advisoryId) })),
    state,
    now,
  )
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
    ended.map(({ organisationId, advisoryId, alertId }) => ({
      organisationId,
      at: now,
      actor: 'matching',
      action,
      objectType: 'alert',
      objectId: alertId,
      details: { because: becauseOf(advisoryId) },
    })),
  )
  return ended.length
}

async function startClocks(
  scope: EngineScope,
  raised: readonly OpenedAlert[],
  reopened: readonly OpenedAlert[],
  now: Date,
): Promise<void> {
  if (reopened.length > 0)
    await cancelObligations(scope, {
      organisationIds: reopened.map((one) => one.organisationId),
      subjectType: 'alert',
      subjectIds: reopened.map((one) => one.alertId),
      kinds: null,
      at: now,
    })
  const toStart = [...raised, ...reopened].flatMap(
    ({ organisationId, alertId, urgency }): readonly ToStart[] => {
      const common = { organisationId, subjectType: 'alert', subjectId: alertId, startsAt: now }
      return [
        { ...common, kind: 'alert-acknowledge', when: null },
        { ...common, kind: 'alert-remediate', when: urgency },
      ]
    },
  )
  await startObligations(scope, toStart)
}

function journalOf(alert: OpenedAlert, action: string, occasion: Occasion, now: Date): JournalEntry {
  const { organisationId, advisoryId, alertId, urgency, affectedAssets, reopenedBecause } = alert
  return {
    organisationId,
    at: now,
    actor: 'matching',
    action,
    objectType: 'alert',
    objectId: alertId,
    details: {
      advisoryId,
      urgency,
      assets: affectedAssets,
      because: reopenedBecause ?? undefined,
      cause: occasion.because,
    },
  }
}

function keyOf(one: { readonly organisationId: number; readonly advisoryId: number }): string {
  return `${one.organisationId} ${one.advisoryId}`
}
