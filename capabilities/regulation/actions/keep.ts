// "We keep to it": who says so, with what shows it; starts or renews the date of the next look, or takes it back.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import { cancelObligations, dischargeObligations, startObligations } from '../../obligations/index.ts'
import type { Duty } from '../duty-standing.ts'
import { type Acceptance, insertAcceptance, selectAcceptances } from '../store/acceptances.ts'
import { acceptanceSubject } from './look.ts'

export interface Saying {
  readonly actor: string
  readonly name: string
  readonly now: Date
}

export async function sayKept(
  scope: MemberScope,
  { key, body }: Duty,
  evidence: string,
  { actor, name, now }: Saying,
): Promise<void> {
  const before = (await selectAcceptances(scope, scope.organisationId)).get(key)
  const reviewAt = body.reviewMonths === null ? null : monthsLater(now, body.reviewMonths)
  const id = await insertAcceptance(scope, {
    duty: key,
    said: 'kept',
    evidence,
    reviewAt,
    saidAt: now,
    saidBy: actor,
    saidByName: name,
  })
  if (before) await dischargeObligations(scope, reviewOf(scope, before, now), `duty-acceptance:${id}`)
  if (reviewAt)
    await startObligations(scope, [
      {
        organisationId: scope.organisationId,
        kind: 'duty-review',
        when: null,
        subjectType: acceptanceSubject,
        subjectId: id,
        startsAt: now,
        chosenDueAt: reviewAt,
      },
    ])
  await note(scope, actor, now, 'regulation.duty-kept', key, { reviewAt: reviewAt?.toISOString() ?? null })
}

/** Nothing happens where nobody had said that it is kept. */
export async function takeBack(scope: MemberScope, key: string, { actor, name, now }: Saying): Promise<void> {
  const before = (await selectAcceptances(scope, scope.organisationId)).get(key)
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
  await cancelObligations(scope, reviewOf(scope, before, now))
  await note(scope, actor, now, 'regulation.duty-taken-back', key, {})
}

function reviewOf({ organisationId }: MemberScope, { id }: Acceptance, at: Date) {
  return {
    organisationIds: [organisationId],
    subjectType: acceptanceSubject,
    subjectIds: [id],
    kinds: ['duty-review'] as const,
    at,
  }
}

/** The same day of a later month, or its last one where that month is shorter. */
export function monthsLater(from: Date, months: number): Date {
  const later = new Date(from)
  later.setUTCMonth(later.getUTCMonth() + months)
  if (later.getUTCDate() !== from.getUTCDate()) later.setUTCDate(0)
  return later
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
