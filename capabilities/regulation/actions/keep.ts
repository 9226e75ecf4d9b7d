// "We keep to it": who says so, with what shows it; starts or renews the date of the next look, or takes it back.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import { addMonths } from '../../../platform/time/zone.ts'
import { cancelObligations, dischargeObligations } from '../../obligations/index.ts'
import type { Duty } from '../duty-standing.ts'
import { insertAcceptance, lockReviews, selectAcceptances } from '../store/acceptances.ts'
import { selectLatest } from '../store/outcomes.ts'
import { reviewsOf, startReviews } from './reviews.ts'

export interface Saying {
  readonly actor: string
  readonly name: string
  /** Of the house: the next look is on the same day there. */
  readonly timeZone: string
  readonly now: Date
}

export async function sayKept(
  scope: MemberScope,
  { key, body }: Duty,
  evidence: string,
  { actor, name, timeZone, now }: Saying,
): Promise<void> {
  const { organisationId } = scope
  await lockReviews(scope, organisationId)
  const before = (await selectAcceptances(scope, organisationId)).get(key)
  const reviewAt = body.reviewMonths === null ? null : addMonths(now, body.reviewMonths, timeZone).at
  const id = await insertAcceptance(scope, {
    duty: key,
    said: 'kept',
    evidence,
    reviewAt,
    saidAt: now,
    saidBy: actor,
    saidByName: name,
  })
  if (before)
    await dischargeObligations(scope, reviewsOf(organisationId, [before], now), `duty-acceptance:${id}`)
  // Of a page that was open while the answer changed: kept as said, and its review begins when the duty applies again.
  const isOwed = (await selectLatest(scope, organisationId)).get(key) !== 'not-applicable'
  if (isOwed) await startReviews(scope, organisationId, [{ id, saidAt: now, reviewAt }])
  await note(scope, actor, now, 'regulation.duty-kept', key, { reviewAt: reviewAt?.toISOString() ?? null })
}

/** Nothing happens where nobody had said that it is kept. */
export async function takeBack(scope: MemberScope, key: string, { actor, name, now }: Saying): Promise<void> {
  const { organisationId } = scope
  await lockReviews(scope, organisationId)
  const before = (await selectAcceptances(scope, organisationId)).get(key)
  if (before?.said !== 'kept') return
  await insertAcceptance(scope, {
    duty: key,
    said: 'not-kept',
    evidence: null,
    reviewAt: null,
    saidAt: now,
    saidBy: actor,
    saidByName: name,
  })
  await cancelObligations(scope, reviewsOf(organisationId, [before], now))
  await note(scope, actor, now, 'regulation.duty-taken-back', key, {})
}

function note(
  scope: MemberScope,
  actor: string,
  at: Date,
  action: string,
  duty: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { organisationId } = scope
  return record(scope, { organisationId, at, actor, action, objectType: 'duty', objectId: duty, details })
}
