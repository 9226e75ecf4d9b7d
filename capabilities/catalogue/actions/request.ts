// Asks for an item, and takes a step of a request: one table of transitions, from either side, with its clock.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import type { FactBook } from '../../facts/index.ts'
import { cancelObligations, dischargeObligations, startObligations } from '../../obligations/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { movedOn, notRequestable, unknownItem } from '../contract/refusals.ts'
import type { Item } from '../item.ts'
import { sizeOf } from '../month.ts'
import {
  answeringSteps,
  type ItemRequest,
  isOver,
  outcomeAfter,
  type RequestStep,
  stateAfter,
} from '../request.ts'
import {
  findRequest,
  findRequestByForm,
  insertRequest,
  insertRequestStep,
  type RequestChange,
  saveRequest,
  selectRequestSteps,
} from '../store/requests.ts'
import { type Acting, actorOf, noteInJournal } from './acting.ts'
import { findListed, isRetired } from './items.ts'

const subjectType = 'item-request'

export interface Asking {
  readonly key: string
  readonly text: string | null
  readonly contactName: string
  readonly contactPhone: string | null
  readonly formToken: string
}

/** The number of the request; the same form sent twice is one request. */
export function requestItem(
  context: Pick<Context, 'database'>,
  book: FactBook,
  by: Acting,
  asking: Asking,
  now: Date,
): Promise<number> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    const item = (await findListed(scope, asking.key))?.item
    if (!item) throw unknownItem()
    if (item.request.kind === 'self' || (await isRetired(scope, item.key))) throw notRequestable()
    const organisation = await findOrganisation(scope, organisationId)
    const facts = await book.about(scope, organisationId, now)
    const dueAt = dueOf(item, now)
    const id = await insertRequest(scope, {
      organisationId,
      itemKey: item.key,
      itemVersion: item.version,
      via: item.request.kind,
      text: asking.text,
      contactName: asking.contactName,
      contactPhone: asking.contactPhone,
      formToken: asking.formToken,
      country: organisation?.country ?? 'XX',
      houseSize: sizeOf(facts),
      pillars: item.pillars,
      askedAt: now,
      askedByName: by.name,
      dueAt,
    })
    if (id === null) {
      const known = await findRequestByForm(scope, organisationId, asking.formToken)
      if (!known) throw new Error('a form token was taken and belongs to no request')
      return known.id
    }
    await noteAsked(scope, by, { id, item, dueAt }, now)
    return id
  })
}

async function noteAsked(
  scope: MemberScope,
  by: Acting,
  { id, item, dueAt }: { readonly id: number; readonly item: Item; readonly dueAt: Date | null },
  now: Date,
): Promise<void> {
  const { organisationId, name } = by
  await insertRequestStep(scope, organisationId, id, {
    step: 'ask',
    state: 'asked',
    note: null,
    at: now,
    by: actorOf(by),
    byName: name,
  })
  if (dueAt)
    await startObligations(scope, [
      {
        organisationId,
        kind: 'request-answer',
        when: null,
        subjectType,
        subjectId: id,
        startsAt: now,
        chosenDueAt: dueAt,
      },
    ])
  await noteInJournal(
    scope,
    by,
    { action: 'request-asked', objectType: 'item-request', objectId: id, details: { item: item.key } },
    now,
  )
}

function dueOf({ request }: Item, now: Date): Date | null {
  if (request.kind !== 'centre' || request.answerWithinHours === null) return null
  return new Date(now.getTime() + request.answerWithinHours * 3_600_000)
}

export interface StepTaken {
  readonly step: RequestStep
  readonly note: string | null
  /** Of the step `promise`. */
  readonly promisedFor: Date | null
}

export function takeRequestStep(
  context: Pick<Context, 'database'>,
  by: Acting,
  requestId: number,
  taken: StepTaken,
  now: Date,
): Promise<void> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    const request = await findRequest(scope, organisationId, requestId, { lock: true })
    if (!request) throw unknownItem()
    const change = changeBy(request, by, taken, now)
    if (!change) throw movedOn()
    await saveRequest(scope, request, change)
    await endClock(scope, by, request, { step: taken.step, isOver: isOver(change) }, now)
    await insertRequestStep(scope, organisationId, requestId, {
      step: taken.step,
      state: change.state,
      note: taken.note,
      at: now,
      by: actorOf(by),
      byName: by.name,
    })
    const action = `request-${taken.step}`
    await noteInJournal(scope, by, { action, objectType: 'item-request', objectId: requestId }, now)
  })
}

/** Null where the step is not possible from here, or not from this side. */
function changeBy(
  request: ItemRequest,
  by: Acting,
  { step, promisedFor }: StepTaken,
  now: Date,
): RequestChange | null {
  const state = stateAfter(request, step, by.side)
  if (state === null || (step === 'promise' && !promisedFor)) return null
  return {
    state,
    takenBy: by.side === 'centre' ? { personId: by.personId, name: by.name, at: now } : null,
    promisedFor: promisedFor ?? request.promisedFor,
    outcome: outcomeAfter(step),
    endedAt: isOver({ state }) ? now : null,
  }
}

async function endClock(
  scope: MemberScope,
  by: Acting,
  { organisationId, id }: ItemRequest,
  { step, isOver: ends }: { readonly step: RequestStep; readonly isOver: boolean },
  now: Date,
): Promise<void> {
  const end = {
    organisationIds: [organisationId],
    subjectType,
    subjectIds: [id],
    kinds: ['request-answer' as const],
    at: now,
  }
  if (answeringSteps.has(step)) await dischargeObligations(scope, end, `${step} by ${by.name}`)
  else if (ends) await cancelObligations(scope, end)
}

export function viewRequest(context: Pick<Context, 'database'>, organisationId: number, requestId: number) {
  return context.database.asMember(organisationId, async (scope) => {
    const request = await findRequest(scope, organisationId, requestId)
    if (!request) throw unknownItem()
    return {
      request,
      listed: await findListed(scope, request.itemKey),
      steps: await selectRequestSteps(scope, organisationId, requestId),
    }
  })
}
