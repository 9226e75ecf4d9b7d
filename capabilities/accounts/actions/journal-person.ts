// Journal entries about a person stand under each organisation that the person belongs to.
// SPDX-License-Identifier: EUPL-1.2
import type { IdentityScope } from '../../../platform/database/database.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { centreOf } from '../../organisations/index.ts'
import { rolesOf } from '../store/memberships.ts'

export interface PersonEntry {
  readonly personId: number
  readonly action: string
  readonly at: Date
  readonly actor?: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** A person who belongs to none yet is recorded with the centre. */
export async function recordForPerson(scope: IdentityScope, entry: PersonEntry): Promise<void> {
  const roles = await rolesOf(scope, entry.personId)
  const centreId = (await centreOf(scope))?.id
  const places = roles.map((role) => (role.organisationId === centreId ? centreJournal : role.organisationId))
  const { personId, details = {}, actor = `person:${personId}`, ...rest } = entry
  await record(
    scope,
    (places.length > 0 ? places : [centreJournal]).map((organisationId) => ({
      ...rest,
      organisationId,
      actor,
      details,
      objectType: 'person',
      objectId: personId,
    })),
  )
}
