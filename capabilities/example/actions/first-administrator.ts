// Founds a real centre: the organisation and the administrator who invites everybody else.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { IdentityScope } from '../../../platform/database/database.ts'
import { addMembership, colleaguesIn, ensurePerson } from '../../accounts/index.ts'
import { centreOf, registerOrganisation } from '../../organisations/index.ts'

const addressUnlessGiven = 'administrator@localhost.localdomain'

/** Changes nothing where there is a centre with an administrator already, unless another one is named. */
export async function ensureAdministrator(
  context: Pick<Context, 'database' | 'config'>,
  givenEmail: string | undefined,
  now: Date,
): Promise<{ readonly centre: string; readonly email: string }> {
  const centre = await ensureCentre(context, now)
  const email = await context.database.asIdentity(async (scope) => {
    const given = givenEmail?.trim() || null
    const email = given ?? (await firstAdministrator(scope, centre.id)) ?? addressUnlessGiven
    const personId = await ensurePerson(scope, { email, name: 'Administrator', language: 'en' }, now)
    await addMembership(scope, { organisationId: centre.id, personId, role: 'administrator' }, now)
    return email
  })
  return { centre: centre.name, email }
}

async function firstAdministrator(scope: IdentityScope, centreId: number): Promise<string | null> {
  const administrators = (await colleaguesIn(scope, [centreId])).filter(
    ({ role }) => role === 'administrator',
  )
  const [first] = administrators.sort((a, b) => a.since.getTime() - b.since.getTime())
  return first?.email ?? null
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
