// What the people of a member of the example have answered about their house, so that a newcomer sees what is chosen for it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { createFactBook } from '../../facts/index.ts'
import type { JoinedMember } from './members.ts'

export async function sayAnswers(
  context: Context,
  { member, organisationId, personIds }: JoinedMember,
  at: Date,
): Promise<void> {
  const person = member.people.find(({ key }) => key === member.importedBy)
  const id = personIds.get(member.importedBy)
  if (!person || id === undefined || Object.keys(member.said).length === 0) return
  const statements = Object.entries(member.said).map(([key, value]) => ({
    organisationId,
    key,
    value,
    source: 'answer' as const,
    reference: null,
    asOf: at,
    confidence: 'stated' as const,
    by: `person:${id}`,
    byName: person.name,
  }))
  // Without sources: it only records.
  await context.database.asEngineFor(organisationId, (scope) =>
    createFactBook([]).record(scope, statements, at),
  )
}
