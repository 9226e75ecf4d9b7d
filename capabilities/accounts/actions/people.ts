// Who belongs to an organisation: adding, changing a role, removing.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { IdentityScope } from '../../../platform/database/database.ts'
import type { AccountRole } from '../../../platform/http/caller.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { record } from '../../../platform/journal/journal.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { rolesFor } from '../invitation.ts'
import { hashPassword } from '../password.ts'
import { keyRoles, leavesNobodyInCharge, normalEmail } from '../person.ts'
import {
  colleaguesIn,
  deleteMembership,
  insertMembership,
  lockMemberships,
  updateRole,
} from '../store/memberships.ts'
import { findAccountByEmail, insertPerson } from '../store/persons.ts'
import { journalOf } from './invitations.ts'
import { noSuchOrganisation } from './no-such-organisation.ts'

export type RoleChange = { readonly outcome: 'done' | 'unchanged' | 'last-in-charge' | 'no-such-role' }

/** `role` null takes the person out of the organisation; the account itself stays. */
export async function changeRole(
  context: Pick<Context, 'database'>,
  change: {
    readonly organisationId: number
    readonly personId: number
    readonly role: AccountRole | null
    readonly by: number
  },
  now: Date,
): Promise<RoleChange> {
  const { organisationId, personId, role, by } = change
  return context.database.asIdentity(async (scope) => {
    const organisation = await findOrganisation(scope, organisationId)
    if (!organisation) throw noSuchOrganisation()
    if (role !== null && !rolesFor(organisation.kind).includes(role)) return { outcome: 'no-such-role' }
    await lockMemberships(scope, organisationId)
    const colleagues = await colleaguesIn(scope, [organisationId])
    const colleague = colleagues.find((colleague) => colleague.personId === personId)
    if (!colleague) throw notFound('This person does not belong to the organisation, or no longer.')
    if (colleague.role === role) return { outcome: 'unchanged' }
    if (leavesNobodyInCharge(colleagues, keyRoles[organisation.kind], { personId, role }))
      return { outcome: 'last-in-charge' }
    if (role === null) await deleteMembership(scope, organisationId, personId)
    else await updateRole(scope, { organisationId, personId, role })
    await record(scope, {
      organisationId: journalOf(organisation),
      at: now,
      actor: `person:${by}`,
      action: role === null ? 'person.removed' : 'person.role-changed',
      objectType: 'person',
      objectId: personId,
      details: { from: colleague.role, to: role },
    })
    return { outcome: 'done' }
  })
}

export interface PersonToEnsure {
  readonly email: string
  readonly name: string
  readonly language: string
  readonly password?: string
}

/** For the command line and the example centre: the person with this address, made when there is none. */
export async function ensurePerson(scope: IdentityScope, person: PersonToEnsure, now: Date): Promise<number> {
  const email = normalEmail(person.email)
  if (!email) throw new Error(`${person.email} is not a mail address. Give one such as name@example.org.`)
  const existing = await findAccountByEmail(scope, email)
  if (existing) return existing.id
  const passwordHash = person.password === undefined ? null : await hashPassword(person.password)
  const id = await insertPerson(
    scope,
    { email, name: person.name, language: person.language, passwordHash },
    now,
  )
  if (id === null) throw new Error(`${email} was given an account at this same moment. Run it again.`)
  return id
}

/** False when the person belongs to the organisation already; nothing changes then. */
export async function addMembership(
  scope: IdentityScope,
  membership: { readonly organisationId: number; readonly personId: number; readonly role: AccountRole },
  now: Date,
  actor = 'operator',
): Promise<boolean> {
  const organisation = await findOrganisation(scope, membership.organisationId)
  if (!organisation) throw noSuchOrganisation()
  if (!rolesFor(organisation.kind).includes(membership.role))
    throw new Error(
      `There is no role ${membership.role} in ${organisation.name}. Use one of ${rolesFor(organisation.kind).join(', ')}.`,
    )
  const added = await insertMembership(scope, membership, now)
  if (added)
    await record(scope, {
      organisationId: journalOf(organisation),
      at: now,
      actor,
      action: 'person.joined',
      objectType: 'person',
      objectId: membership.personId,
      details: { role: membership.role },
    })
  return added
}
