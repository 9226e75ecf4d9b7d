// Tells people of calls that nobody has taken and of promises whose time has passed, again and again.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { type DeliveryRequest, requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { colleaguesIn } from '../../accounts/index.ts'
import { centreOf, findOrganisation, type Organisation } from '../../organisations/index.ts'
import type { Call } from '../call.ts'
import { callMail, type Occasion } from '../mails/call.ts'
import { isPromiseBroken, type Reachable, recipientsOf, reminderDue } from '../reminders.ts'
import { markCallTold, markPromiseTold, selectToRemind } from '../store/calls.ts'

export type RemindContext = Pick<Context, 'database' | 'log' | 'translator' | 'origin' | 'wake'>

const callsAtOnce = 100
/** Who of the hospital is told of an exercise instead of the centre. */
const rolesOfExercise: ReadonlySet<string> = new Set(['lead', 'responder'])

export interface RemindSummary {
  readonly calls: number
  readonly messages: number
}

/** One transaction: what is marked as told was asked to be sent, and the other way round. */
export async function remindOfCalls(context: RemindContext, now: Date): Promise<RemindSummary> {
  const summary = await context.database.asEngine(async (scope) => {
    const calls = await selectToRemind(scope, now, callsAtOnce)
    let told = 0
    let messages = 0
    for (const call of calls) {
      const sent = await remindOf(context, scope, call, now)
      told += sent === null ? 0 : 1
      messages += sent ?? 0
    }
    return { calls: told, messages }
  })
  if (summary.messages > 0) await context.wake('delivery.send')
  return summary
}

/** Null where nothing is due for it yet. */
async function remindOf(
  context: RemindContext,
  scope: EngineScope,
  call: Call,
  now: Date,
): Promise<number | null> {
  const step = reminderDue(call, now)
  const isBroken = isPromiseBroken(call, now)
  if (step === null && !isBroken) return null
  const member = await findOrganisation(scope, call.organisationId)
  if (!member) return null
  const recipients = recipientsOf(call.realm, isBroken ? 1 : (step ?? 0), await peopleFor(scope, call))
  if (recipients.length === 0)
    context.log.error(
      { call: call.id },
      'a call for help waits and there is nobody to tell; invite a duty officer',
    )
  const occasion: Occasion = isBroken ? { kind: 'promise-broken' } : { kind: 'waiting', step: step ?? 0 }
  const requests = recipients.map((person) => requestFor(context, { call, member, person, occasion }, now))
  await requestDeliveries(scope, requests, now)
  if (isBroken) await markPromiseTold(scope, call, now)
  else await markCallTold(scope, call, (step ?? 0) + 1, now)
  await record(scope, {
    organisationId: call.organisationId,
    at: now,
    actor: 'engine',
    action: isBroken ? 'support.promise-broken' : 'support.call-told',
    objectType: 'support-call',
    objectId: call.id,
    details: { step, people: recipients.map(({ personId }) => personId) },
  })
  return requests.length
}

/** Of an exercise the centre's people are not even looked up. */
async function peopleFor(scope: EngineScope, { realm, organisationId }: Call) {
  if (realm === 'exercise') {
    const colleagues = await colleaguesIn(scope, [organisationId])
    return { own: colleagues.filter(({ role }) => rolesOfExercise.has(role)), centre: [] }
  }
  const centre = await centreOf(scope)
  return { own: [], centre: centre ? await colleaguesIn(scope, [centre.id]) : [] }
}

function requestFor(
  context: RemindContext,
  told: {
    readonly call: Call
    readonly member: Organisation
    readonly person: Reachable
    readonly occasion: Occasion
  },
  now: Date,
): DeliveryRequest {
  const { call, member, person, occasion } = told
  const step = occasion.kind === 'waiting' ? `step ${occasion.step}` : 'promise broken'
  return {
    organisationId: call.realm === 'exercise' ? member.id : centreJournal,
    kind: 'support.call',
    // With its moment: given back or asked again, a call is told from the first step on anew.
    occasion: `support call ${call.organisationId}/${call.id} ${step} at ${now.toISOString()}`,
    recipient: person.email,
    language: person.language,
    subjectType: 'support-call',
    subjectId: call.id,
    message: callMail(context, { call, member, language: person.language, occasion }),
    urgent: true,
    notBefore: now,
  }
}
