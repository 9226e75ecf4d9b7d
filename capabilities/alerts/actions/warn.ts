// The centre warns members of what other hospitals saw: an advisory of its own, and an alert for each of the audience.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { recordDocument, threatFactsOf } from '../../advisories/index.ts'
import { alertsRaised } from '../events.ts'
import { numbersOf } from '../store/decisions.ts'
import { insertWarned, insertWarning } from '../store/warnings.ts'
import { decideWarning } from '../urgency.ts'
import type { Warning } from '../warning.ts'
import { warningDocument } from '../warning-document.ts'

export type WarningContext = Pick<Context, 'config' | 'events' | 'origin'>

export interface WarnCommand extends Warning {
  readonly organisationIds: readonly number[]
  readonly by: { readonly actor: string; readonly name: string }
}

export interface Warned {
  readonly advisoryId: number
  readonly members: number
}

/** Within the caller's transaction, so that what led to the warning is noted together with it. */
export async function raiseWarning(
  context: WarningContext,
  scope: EngineScope,
  command: WarnCommand,
  now: Date,
): Promise<Warned> {
  const advisoryId = await publish(context, scope, command, now)
  const { texts, hospitals, exposure, audience, by, organisationIds } = command
  const warning = { advisoryId, texts, hospitals, exposure, audience, warnedAt: now }
  await insertWarning(scope, { ...warning, warnedBy: by.actor, warnedByName: by.name })
  const threat = (await threatFactsOf(scope, [advisoryId])).get(advisoryId)
  if (!threat) throw new Error(`the warning ${advisoryId} was recorded and is not there`)
  const decision = decideWarning(threat, { exposure })
  const [decisionId = 0] = await numbersOf(scope, [decision])
  const members = await insertWarned(
    scope,
    {
      advisoryId,
      organisationIds,
      urgency: decision.urgency,
      decisionId,
      remediationFingerprint: threat.remediationFingerprint,
      actor: by.actor,
    },
    now,
  )
  await record(scope, {
    organisationId: centreJournal,
    at: now,
    actor: by.actor,
    action: 'warning.published',
    objectType: 'advisory',
    objectId: advisoryId,
    details: { members, hospitals, urgency: decision.urgency, ...audience },
  })
  if (members > 0)
    await context.events.announce(
      scope,
      alertsRaised,
      { advisoryIds: [advisoryId], openedAt: now.toISOString() },
      now,
    )
  return { advisoryId, members }
}

async function publish(
  context: WarningContext,
  scope: EngineScope,
  { texts, by }: WarnCommand,
  now: Date,
): Promise<number> {
  const trackingId = `WARNING-${now.toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`
  const document = warningDocument({
    texts,
    trackingId,
    publisher: { name: context.config.centreName, address: context.origin() },
    publishedAt: now,
  })
  const received = {
    name: `${trackingId.toLowerCase()}.json`,
    bytes: Buffer.from(JSON.stringify(document)),
    source: 'warning',
  }
  const { advisoryId, faults } = await recordDocument(context, scope, received, { now, actor: by.actor })
  if (advisoryId === null || faults.length > 0)
    throw new Error(`our own warning is not a valid advisory: ${JSON.stringify(faults)}`)
  return advisoryId
}
