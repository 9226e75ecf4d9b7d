// Founds a real centre: the organisation and the administrator who invites everybody else.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { addMembership, ensurePerson } from '../../accounts/index.ts'
import { centreOf, registerOrganisation } from '../../organisations/index.ts'

const addressUnlessGiven = 'administrator@localhost.localdomain'

/** Changes nothing where both are there already. */
export async function ensureAdministrator(
  context: Pick<Context, 'database' | 'config'>,
  givenEmail: string | undefined,
  now: Date,
): Promise<{ readonly centre: string; readonly email: string }> {
  const email = givenEmail?.trim() || addressUnlessGiven
  const centre = await ensureCentre(context, now)
  await context.database.asIdentity(async (scope) => {
    const personId = await ensurePerson(scope, { email, name: 'Administrator', language: 'en' }, now)
    await addMembership(scope, { organisationId: centre.id, personId, role: 'administrator' }, now)
  })
  return { centre: centre.name, email }
}

async function ensureCentre(
  { database, config }: Pick<Context, 'database' | 'config'>,
  now: Date,
): Promise<{ readonly id: number; readonly name: string }> {
  return database.asEngine(async (scope) => {
    const existing = await centreOf(scope)
    if (existing) return existing
    const facts = {
      kind: 'centre',
      name: config.centreName,
      // The administrator corrects these on the centre's own page; nothing is computed from them.
      country: 'BE',
      languages: ['en'],
      timeZone: 'Europe/Brussels',
      providerKind: null,
      employees: null,
      turnoverEuro: null,
      balanceSheetEuro: null,
    } as const
    return { id: await registerOrganisation(scope, facts, now), name: config.centreName }
  })
}
