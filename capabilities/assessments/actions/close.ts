// A check is closed: frozen as it is, its obligation discharged, and the one of next year started.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { knownValue, valueText } from '../../facts/index.ts'
import { dischargeObligations, startObligations } from '../../obligations/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { Check } from '../check.ts'
import { notRunning, unknownHere } from '../contract/refusals.ts'
import { freeze } from '../snapshot.ts'
import { markInvitationsClosed } from '../store/campaigns.ts'
import {
  findRunning,
  insertSnapshot,
  markClosed,
  type Placed,
  selectAnswers,
  selectChecks,
} from '../store/checks.ts'
import { type Acting, noteInJournal } from './acting.ts'
import { type Checking, type HouseView, viewHouse } from './check.ts'

/** Returns the check's number. Questions may be open: what nobody answered is frozen as not known. */
export function closeCheck(checking: Checking, by: Acting, language: string, now: Date): Promise<number> {
  const { organisationId } = by
  return checking.context.database.asMember(organisationId, async (scope) => {
    const check = await findRunning(scope, organisationId, { lock: true })
    if (!check) throw notRunning()
    const house = await viewHouse(checking, scope, organisationId, now)
    await freezeCheck(checking, scope, { check, house, language, by }, now)
    await markClosed(scope, check, { at: now, name: by.name })
    await renewObligation(scope, check, now)
    await markInvitationsClosed(scope, organisationId, check.year, now)
    await noteInJournal(
      scope,
      by,
      { action: 'closed', objectType: 'assessment', objectId: check.id, details: { year: check.year } },
      now,
    )
    return check.id
  })
}

async function freezeCheck(
  { book, context }: Checking,
  scope: MemberScope,
  {
    check,
    house,
    language,
    by,
  }: { readonly check: Check; readonly house: HouseView; readonly language: string; readonly by: Acting },
  now: Date,
): Promise<void> {
  const snapshot = freeze({
    ...house,
    keys: book.keys,
    depth: check.depth,
    answers: await selectAnswers(scope, check.organisationId, check.id),
    language,
    say: sayIn(context),
  })
  const placed = await placeOf(scope, check.organisationId, house)
  await insertSnapshot(scope, check, { snapshot, placed, at: now, by: by.actor })
}

function sayIn({ translator }: Pick<Context, 'translator'>) {
  return (...[key, fact, language]: Parameters<Parameters<typeof freeze>[0]['say']>) =>
    valueText(key, fact.value, translator(language))
}

/** Which kind of house it is today, for the comparison. */
export async function placeOf(
  scope: MemberScope,
  organisationId: number,
  { facts }: Pick<HouseView, 'facts'>,
): Promise<Placed> {
  const organisation = await findOrganisation(scope, organisationId)
  if (!organisation) throw unknownHere()
  const size = knownValue(facts, 'org.size')
  return {
    country: organisation.country,
    kind: organisation.providerKind ?? 'other',
    size: typeof size === 'string' ? size : null,
  }
}

async function renewObligation(
  scope: MemberScope,
  { organisationId, id }: Pick<Check, 'organisationId' | 'id'>,
  now: Date,
): Promise<void> {
  const earlier = (await selectChecks(scope, organisationId)).map((one) => one.id).filter((one) => one !== id)
  await dischargeObligations(
    scope,
    {
      organisationIds: earlier.map(() => organisationId),
      subjectType: 'assessment',
      subjectIds: earlier,
      kinds: ['assessment-renew'],
      at: now,
    },
    `assessment ${id} closed`,
  )
  await startObligations(scope, [
    {
      organisationId,
      kind: 'assessment-renew',
      when: null,
      subjectType: 'assessment',
      subjectId: id,
      startsAt: now,
    },
  ])
}
