// Test data: invented people with accounts.
// SPDX-License-Identifier: EUPL-1.2
import { argon2Sync } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Database } from '../../platform/database/database.ts'
import { handleLater } from '../../platform/events/event.ts'
import type { AccountRole } from '../../platform/http/caller.ts'
import { aMoment, contextFor } from '../organisations/builders.ts'
import { addMembership, ensurePerson } from './actions/people.ts'
import { invitationSent, signInLinkRequested } from './mails.ts'
import { updatePasswordHash } from './store/persons.ts'

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
    const id = await ensurePerson(scope, { email, name, language }, aMoment)
    if (password !== undefined) await updatePasswordHash(scope, id, cheapHashOf(password))
    if (organisationId !== undefined)
      await addMembership(scope, { organisationId, personId: id, role }, aMoment)
    return id
  })
  return { id, email }
}

/** Checked by the same code as every other, which reads from it how little work it takes; hashing itself is tested beside it. */
function cheapHashOf(password: string): string {
  const [salt, cost] = [Buffer.alloc(16, 7), { memory: 64, passes: 1, parallelism: 1 }]
  const hash = argon2Sync('argon2id', { ...cost, message: Buffer.from(password), nonce: salt, tagLength: 32 })
  const [saltText, hashText] = [salt, hash].map((bytes) => bytes.toString('base64').replaceAll('=', ''))
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${saltText}$${hashText}`
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
