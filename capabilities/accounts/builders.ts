// Test data: invented people with accounts.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Database } from '../../platform/database/database.ts'
import { handleLater } from '../../platform/events/event.ts'
import type { AccountRole } from '../../platform/http/caller.ts'
import { aMoment, contextFor } from '../organisations/builders.ts'
import { addMembership, ensurePerson } from './actions/people.ts'
import { invitationSent, signInLinkRequested } from './mails.ts'

export { aMoment } from '../organisations/builders.ts'
export const aPassword = 'seven quiet herons'

let made = 0

export interface GivenPerson {
  readonly id: number
  readonly email: string
}

export async function givenPerson(
  database: Database,
  person: {
    readonly organisationId?: number
    readonly role?: AccountRole
    readonly email?: string
    readonly name?: string
    readonly language?: string
    readonly password?: string
  } = {},
): Promise<GivenPerson> {
  made += 1
  const email = person.email ?? `person${made}@lakeland.example`
  const { organisationId, role = 'responder', name = `Person ${made}`, language = 'en', password } = person
  const id = await database.asIdentity(async (scope) => {
    const id = await ensurePerson(
      scope,
      { email, name, language, ...(password === undefined ? {} : { password }) },
      aMoment,
    )
    if (organisationId !== undefined)
      await addMembership(scope, { organisationId, personId: id, role }, aMoment)
    return id
  })
  return { id, email }
}

/** Mails stay in the table of events, where `tokensMailedTo` finds them. */
export function accountsContext(database: Database): Context {
  const keep = async (): Promise<void> => undefined
  return contextFor(database, [
    handleLater(signInLinkRequested, 'test.mails', 10, keep),
    handleLater(invitationSent, 'test.mails', 10, keep),
  ])
}

/** The tokens at the end of the links mailed to this address, oldest first. */
export async function tokensMailedTo(
  query: (
    text: string,
    values: readonly unknown[],
  ) => Promise<readonly { readonly payload: { readonly url: string } }[]>,
  email: string,
): Promise<readonly string[]> {
  const rows = await query(`select payload from events where payload->>'email' = $1 order by id`, [email])
  return rows.map(({ payload }) => payload.url.slice(payload.url.lastIndexOf('/') + 1))
}

export function minutesLater(minutes: number, from = aMoment): Date {
  return new Date(from.getTime() + minutes * 60_000)
}
