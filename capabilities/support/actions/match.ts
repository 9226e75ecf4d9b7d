// Brings two members together: answers an offer or need, and takes the steps that follow; the other side is told.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { record } from '../../../platform/journal/journal.ts'
import { type MatchStep, matchAfter } from '../aid.ts'
import { movedOn, noLongerThere, unknownHere } from '../contract/refusals.ts'
import { newsMail } from '../mails/news.ts'
import { findMatchOf, insertMatch, type Match, saveMatchState } from '../store/matches.ts'
import { ownerOfSeen } from '../store/postings.ts'
import type { Acting } from './acting.ts'
import { type AidContext, readerOf, sideOf } from './aid.ts'
import { peopleToTell, type TellContext } from './news.ts'

export interface Answer {
  readonly text: string
  readonly contactName: string
  readonly contactPhone: string
}

/** What is wanted of an offer, or what is answered to a need; the other side sees the words only. */
export function answerPosting(
  context: AidContext,
  by: Acting,
  subject: 'offer' | 'need',
  postingId: number,
  answer: Answer,
  now: Date,
): Promise<void> {
  const partnerId = by.organisationId
  return context.database.asEngine(async (scope) => {
    const reader = await readerOf(scope, partnerId)
    const ownerId = await ownerOfSeen(scope, subject, postingId, reader, now)
    if (ownerId === null) throw noLongerThere()
    const asked = { ...answer, subject, subjectId: postingId, ownerId, partnerId }
    const id = await insertMatch(scope, { ...asked, askedAt: now, askedByName: by.name })
    if (id === null) throw noLongerThere()
    await noteOnBothSides(scope, { ownerId, partnerId, id }, by, 'answered', now)
    const match = await findMatchOf(scope, ownerId, id)
    if (match) await tellOfMatch(context, scope, match, ownerId, 'answered', now)
  })
}

export function takeMatchStep(
  context: AidContext,
  by: Acting,
  matchId: number,
  step: MatchStep,
  now: Date,
): Promise<void> {
  return context.database.asEngine(async (scope) => {
    const match = await findMatchOf(scope, by.organisationId, matchId)
    if (!match) throw unknownHere()
    const state = matchAfter(match.state, step, sideOf(match, by.organisationId))
    if (state === null) throw movedOn()
    await saveMatchState(scope, match, { state, at: now, byName: by.name })
    await noteOnBothSides(scope, match, by, state, now)
    if (state === 'accepted' || state === 'declined')
      await tellOfMatch(context, scope, match, match.partnerId, state, now)
  })
}

/** In each journal without naming the other side. */
async function noteOnBothSides(
  scope: EngineScope,
  { ownerId, partnerId, id }: Pick<Match, 'ownerId' | 'partnerId' | 'id'>,
  by: Acting,
  what: string,
  now: Date,
): Promise<void> {
  await record(
    scope,
    [ownerId, partnerId].map((organisationId) => ({
      organisationId,
      at: now,
      actor: organisationId === by.organisationId ? by.actor : 'other-member',
      action: `support.aid-${what}`,
      objectType: 'support-aid',
      objectId: id,
    })),
  )
}

/** The other side learns that there is something to read, and on its own page what. */
async function tellOfMatch(
  context: TellContext,
  scope: EngineScope,
  match: Match,
  organisationId: number,
  what: 'answered' | 'accepted' | 'declined',
  now: Date,
): Promise<void> {
  const people = await peopleToTell(scope, [organisationId])
  const told = { news: { kind: 'match', what }, realm: 'real', title: match.title, isCentre: false } as const
  await requestDeliveries(
    scope,
    people.map(({ email, language }) => ({
      organisationId,
      kind: 'support.match',
      occasion: `match ${match.id} ${what}`,
      recipient: email,
      language,
      subjectType: 'support-match',
      subjectId: match.id,
      message: newsMail(context, { ...told, language, path: `/o/${organisationId}/support/aid` }),
      urgent: what !== 'declined',
      notBefore: now,
    })),
    now,
  )
}
