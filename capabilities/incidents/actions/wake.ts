// Wakes the centre for cases that nobody has taken: one officer after another, until a person answers.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { colleaguesIn } from '../../accounts/index.ts'
import { centreOf, findOrganisation } from '../../organisations/index.ts'
import type { Access } from '../access.ts'
import { alreadyTaken } from '../contract/refusals.ts'
import type { Incident } from '../incident.ts'
import { wakeMail } from '../mails/wake.ts'
import { markAnswered, markTold, selectToWake } from '../store/incidents.ts'
import { personsOnShift } from '../store/shifts.ts'
import { minutesBetweenSteps, officersOfStep } from '../wake.ts'
import { inRoom, noteInJournal, type RoomContext } from './room.ts'

export type WakeContext = Pick<Context, 'database' | 'log' | 'translator' | 'origin' | 'config' | 'wake'>

const casesAtOnce = 50

export interface WakeSummary {
  readonly cases: number
  readonly messages: number
}

/** One transaction: what is marked as told was asked to be sent, and the other way round. */
export async function wakeOfficers(context: WakeContext, now: Date): Promise<WakeSummary> {
  const summary = await context.database.asEngine(async (scope) => {
    const toldBefore = new Date(now.getTime() - minutesBetweenSteps * 60_000)
    const incidents = await selectToWake(scope, toldBefore, casesAtOnce)
    if (incidents.length === 0) return { cases: 0, messages: 0 }
    const officers = await officersNow(scope)
    if (officers.length === 0) {
      context.log.error(
        { cases: incidents.length },
        'a case waits and the centre has nobody to wake; invite a duty officer',
      )
      return { cases: incidents.length, messages: 0 }
    }
    let messages = 0
    for (const incident of incidents) messages += await wakeFor(context, scope, incident, officers, now)
    return { cases: incidents.length, messages }
  })
  if (summary.messages > 0) await context.wake('delivery.send')
  return summary
}

interface OnDuty {
  readonly personId: number
  readonly name: string
  readonly email: string
  readonly language: string
  readonly isOnShift: boolean
}

async function officersNow(scope: EngineScope): Promise<readonly OnDuty[]> {
  const centre = await centreOf(scope)
  if (!centre) return []
  const colleagues = await colleaguesIn(scope, [centre.id])
  const onShift = await personsOnShift(scope)
  const officers = colleagues.filter((one) => one.role === 'duty-officer')
  return (officers.length > 0 ? officers : colleagues).map(({ personId, name, email, language }) => ({
    personId,
    name,
    email,
    language,
    isOnShift: onShift.has(personId),
  }))
}

async function wakeFor(
  context: WakeContext,
  scope: EngineScope,
  incident: Incident,
  officers: readonly OnDuty[],
  now: Date,
): Promise<number> {
  const member = await findOrganisation(scope, incident.organisationId)
  if (!member) return 0
  const step = incident.toldSteps
  const woken = officersOfStep(officers, step)
  await requestDeliveries(
    scope,
    woken.map((officer) => ({
      organisationId: centreJournal,
      kind: 'incident.wake',
      occasion: `incident ${incident.organisationId}/${incident.id} step ${step}`,
      recipient: officer.email,
      language: officer.language,
      subjectType: 'incident',
      subjectId: incident.id,
      message: wakeMail(context, { incident, member, officer, step }, now),
      urgent: true,
      notBefore: now,
    })),
    now,
  )
  await markTold(scope, incident, step + 1, now)
  await record(scope, {
    organisationId: incident.organisationId,
    at: now,
    actor: 'engine',
    action: 'incident.officer-woken',
    objectType: 'incident',
    objectId: incident.id,
    details: { step, officers: woken.map((officer) => officer.personId) },
  })
  return woken.length
}

/** The first who presses the button has it; the second learns who that was. */
export function takeIncident(
  context: Pick<RoomContext, 'database'>,
  access: Access,
  personId: number,
  now: Date,
): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    const taken = await markAnswered(room.scope, room.incident, { personId, name: access.name }, now)
    if (!taken) throw alreadyTaken(room.incident.answeredByName ?? access.name)
    await noteInJournal(room, 'taken')
  })
}
