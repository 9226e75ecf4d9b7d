// Works out how every duty stands now, notes what changed since it was last told, and settles which reviews are owed.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import type { FactBook, Facts } from '../../facts/index.ts'
import { cancelObligations } from '../../obligations/index.ts'
import { decidingOf } from '../combined.ts'
import { type Standing, standingOf } from '../duty-standing.ts'
import { classFact } from '../entity-class.ts'
import { lockReviews, selectAcceptances } from '../store/acceptances.ts'
import { insertOutcomes, type Outcome, selectLatest } from '../store/outcomes.ts'
import { ruleBook } from '../store/tables.ts'
import { reviewsOf, startReviews } from './reviews.ts'

const notOwed = 'not-applicable'

export interface Looking {
  readonly actor: string
  readonly now: Date
}

export interface Looked extends Standing {
  readonly facts: Facts
}

export async function lookAtDuties(
  book: FactBook,
  scope: MemberScope | EngineScope,
  organisationId: number,
  { actor, now }: Looking,
): Promise<Looked> {
  const facts = await book.about(scope, organisationId, now)
  const standing = standingOf(ruleBook(), facts, now)
  const before = await selectLatest(scope, organisationId)
  const changed = outcomesOf(standing).filter(({ subject, outcome }) => before.get(subject) !== outcome)
  if (changed.length === 0) return { ...standing, facts }
  await insertOutcomes(scope, organisationId, changed, { by: actor, at: now })
  await settleReviews(scope, organisationId, { changed, before }, now)
  await record(scope, {
    organisationId,
    at: now,
    actor,
    action: 'regulation.outcomes-changed',
    objectType: 'duties',
    objectId: organisationId,
    // Which ones stays in the table of outcomes, closed to the centre: a duty tells what a house makes and uses.
    details: { changed: changed.length, first: before.size === 0 },
  })
  return { ...standing, facts }
}

function outcomesOf({ entityClass, duties }: Standing): readonly Outcome[] {
  const versions = (of: Parameters<typeof decidingOf>[0]) =>
    decidingOf(of).map(({ table }) => `${table.key} ${table.version}`)
  return [
    {
      subject: classFact,
      outcome: entityClass.answer,
      decidedBy: entityClass.decidedBy === 'authority' ? ['authority'] : versions(entityClass.computed),
    },
    ...duties.map((standing) => ({
      subject: standing.duty.key,
      outcome: standing.state,
      decidedBy: versions(standing),
    })),
  ]
}

/** What certainly does not apply is not looked at again until it does; doubt ends nothing. */
async function settleReviews(
  scope: MemberScope | EngineScope,
  organisationId: number,
  { changed, before }: { readonly changed: readonly Outcome[]; readonly before: ReadonlyMap<string, string> },
  now: Date,
): Promise<void> {
  const gone = changed.filter(({ outcome }) => outcome === notOwed)
  const back = changed.filter(({ subject }) => before.get(subject) === notOwed)
  if (gone.length + back.length === 0) return
  await lockReviews(scope, organisationId)
  const accepted = await selectAcceptances(scope, organisationId)
  const acceptedOf = (outcomes: readonly Outcome[]) =>
    outcomes.flatMap(({ subject }) => accepted.get(subject) ?? [])
  await cancelObligations(scope, reviewsOf(organisationId, acceptedOf(gone), now))
  await startReviews(scope, organisationId, acceptedOf(back))
}
