// Tells the centre of requests that wait longer than was promised: the duty officers first, a day later everybody.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { type DeliveryRequest, requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { type Colleague, colleaguesIn } from '../../accounts/index.ts'
import { centreOf, findOrganisation, type Organisation } from '../../organisations/index.ts'
import type { Item } from '../item.ts'
import { lateMail } from '../mails/late.ts'
import { type ItemRequest, isReminderDue } from '../request.ts'
import { markRequestTold, selectMaybeLate } from '../store/requests.ts'
import { findListed } from './items.ts'

export type RemindContext = Pick<Context, 'database' | 'log' | 'translator' | 'origin' | 'wake'>

const requestsAtOnce = 100

export interface RemindSummary {
  readonly requests: number
  readonly messages: number
}

/** One transaction: what is marked as told was asked to be sent, and the other way round. */
export async function remindOfRequests(context: RemindContext, now: Date): Promise<RemindSummary> {
  const summary = await context.database.asEngine(async (scope) => {
    const late = (await selectMaybeLate(scope, now, requestsAtOnce)).filter((one) => isReminderDue(one, now))
    const people = late.length > 0 ? await peopleOfCentre(scope) : []
    let messages = 0
    for (const request of late) messages += await remindOf(context, scope, { request, people }, now)
    return { requests: late.length, messages }
  })
  if (summary.messages > 0) await context.wake('delivery.send')
  return summary
}

async function peopleOfCentre(scope: EngineScope): Promise<readonly Colleague[]> {
  const centre = await centreOf(scope)
  return centre ? colleaguesIn(scope, [centre.id]) : []
}

async function remindOf(
  context: RemindContext,
  scope: EngineScope,
  { request, people }: { readonly request: ItemRequest; readonly people: readonly Colleague[] },
  now: Date,
): Promise<number> {
  const member = await findOrganisation(scope, request.organisationId)
  const item = (await findListed(scope, request.itemKey))?.item ?? null
  if (!member) return 0
  const recipients = recipientsOf(people, request.toldSteps)
  if (recipients.length === 0)
    context.log.error(
      { request: request.id },
      'a request waits and there is nobody to tell; invite a duty officer',
    )
  const told = { request, item, member }
  await requestDeliveries(
    scope,
    recipients.map((person) => deliveryFor(context, { ...told, person }, now)),
    now,
  )
  await markRequestTold(scope, request, now)
  await record(scope, {
    organisationId: request.organisationId,
    at: now,
    actor: 'engine',
    action: 'catalogue.request-told',
    objectType: 'item-request',
    objectId: request.id,
    details: { people: recipients.map(({ personId }) => personId) },
  })
  return recipients.length
}

/** The duty officers at first; who was told once and did nothing is not alone with it the second time. */
export function recipientsOf<P extends Pick<Colleague, 'role'>>(
  people: readonly P[],
  toldSteps: number,
): readonly P[] {
  const officers = people.filter(({ role }) => role === 'duty-officer')
  return toldSteps === 0 && officers.length > 0 ? officers : people
}

function deliveryFor(
  context: RemindContext,
  told: {
    readonly request: ItemRequest
    readonly item: Item | null
    readonly member: Organisation
    readonly person: Colleague
  },
  now: Date,
): DeliveryRequest {
  const { request, person } = told
  return {
    organisationId: centreJournal,
    kind: 'catalogue.late',
    occasion: `item request ${request.organisationId}/${request.id} late at ${now.toISOString()}`,
    recipient: person.email,
    language: person.language,
    subjectType: 'item-request',
    subjectId: request.id,
    message: lateMail(context, { ...told, language: person.language }),
    urgent: false,
    notBefore: now,
  }
}
