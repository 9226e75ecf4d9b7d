// Takes the example out again in one transaction; only the journal keeps that it was there.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { removeDeliveriesOf } from '../../../platform/delivery/delivery.ts'
import { readFact, removeFact, writeFact } from '../../../platform/installation/facts.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { deletePeopleOnlyIn } from '../../accounts/index.ts'
import { deleteExampleAdvisories, deleteKevEntries, exampleAdvisoryIds } from '../../advisories/index.ts'
import { forgetAdvisories, verdictsDecided } from '../../matching/index.ts'
import { deleteExampleOrganisations, listOrganisations } from '../../organisations/index.ts'
import { centrePeople, exampleFact, loadedFact, removedFact } from '../centre.ts'
import { exploitedCveIds } from '../exploited.ts'
import { members } from '../members.ts'

export interface RemovedExample {
  readonly organisations: number
  readonly people: number
  readonly advisories: number
}

/** Null when there is no example. `mayReturn`: the next start may load it anew. */
export async function removeExample(
  context: Pick<Context, 'database' | 'events'>,
  now: Date,
  options: { readonly mayReturn?: boolean } = {},
): Promise<RemovedExample | null> {
  return context.database.asEngine(async (scope) => {
    const name = await readFact<string>(scope, exampleFact)
    if (name === null) return null
    const removed = {
      ...(await removeOrganisations(scope)),
      advisories: await removeAdvisories(context, scope, now),
    }
    for (const fact of [exampleFact, loadedFact]) await removeFact(scope, fact)
    if (!options.mayReturn) await writeFact(scope, removedFact, now.toISOString())
    await record(scope, {
      organisationId: centreJournal,
      at: now,
      actor: 'operator',
      action: 'example.removed',
      objectType: 'example',
      objectId: name,
      details: removed,
    })
    return removed
  })
}

/** People first: who belongs to nothing else is found by their memberships. */
async function removeOrganisations(scope: EngineScope) {
  const organisationIds = (await listOrganisations(scope))
    .filter((organisation) => organisation.isExample)
    .map((organisation) => organisation.id)
  const recipients = [...centrePeople, ...members.flatMap((member) => member.people)].map(
    ({ email }) => email,
  )
  const people = await deletePeopleOnlyIn(scope, organisationIds)
  await removeDeliveriesOf(scope, { organisationIds, recipients })
  const organisations = (await deleteExampleOrganisations(scope)).length
  return { organisations, people }
}

/** A real hospital beside the example may have alerts on its advisories: without verdicts they are withdrawn. */
async function removeAdvisories(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  now: Date,
): Promise<number> {
  const advisoryIds = await exampleAdvisoryIds(scope)
  await forgetAdvisories(scope, advisoryIds)
  await deleteKevEntries(scope, exploitedCveIds)
  await context.events.announce(scope, verdictsDecided, { advisoryIds }, now)
  await deleteExampleAdvisories(scope)
  return advisoryIds.length
}
