// Inviting somebody into an organisation, and accepting.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { CentreScope, MemberScope } from '../../../platform/database/database.ts'
import type { AccountRole } from '../../../platform/http/caller.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { findOrganisation, type Organisation } from '../../organisations/index.ts'
import {
  type Invitation,
  type InvitationState,
  invitationLifeMs,
  invitationStateOf,
  invitationsPerDay,
  rolesFor,
} from '../invitation.ts'
import { invitationSent } from '../mails.ts'
import { hashPassword } from '../password.ts'
import {
  countInvitationsSince,
  insertInvitation,
  lockInvitation,
  markAccepted,
  withdraw,
  withdrawAllTo,
} from '../store/invitations.ts'
import { insertMembership, isColleague } from '../store/memberships.ts'
import { findAccountByEmail, insertPerson } from '../store/persons.ts'
import { hashOfToken, newToken } from '../token.ts'
import { noSuchOrganisation } from './no-such-organisation.ts'
import { type OpenedSession, openSession } from './open-session.ts'

const dayMs = 24 * 3_600_000

export interface InvitationRequest {
  readonly organisationId: number
  /** Already normal. */
  readonly email: string
  readonly role: AccountRole
  readonly invitedBy: { readonly id: number; readonly name: string }
  readonly origin: string
}

export type InvitationResult =
  | { readonly outcome: 'invited'; readonly id: number }
  | { readonly outcome: 'colleague-already' | 'no-such-role' | 'too-many' }

/** The scope decides whose organisation it may be: the lead's own, or any for the centre. */
export async function invite(
  context: Context,
  scope: MemberScope | CentreScope,
  request: InvitationRequest,
  now: Date,
): Promise<InvitationResult> {
  const organisation = await findOrganisation(scope, request.organisationId)
  if (!organisation) throw noSuchOrganisation()
  const { organisationId, email, role } = request
  if (!rolesFor(organisation.kind).includes(role)) return { outcome: 'no-such-role' }
  if (await isColleague(scope, organisationId, email)) return { outcome: 'colleague-already' }
  const yesterday = new Date(now.getTime() - dayMs)
  if ((await countInvitationsSince(scope, organisationId, yesterday)) >= invitationsPerDay)
    return { outcome: 'too-many' }
  await withdrawAllTo(scope, organisationId, email, now)
  const { token, hash } = newToken()
  const expiresAt = new Date(now.getTime() + invitationLifeMs)
  const row = { organisationId, email, role, invitedBy: request.invitedBy.id, tokenHash: hash, expiresAt }
  const id = await insertInvitation(scope, row, now)
  await record(scope, {
    organisationId: journalOf(organisation),
    at: now,
    actor: `person:${request.invitedBy.id}`,
    action: 'person.invited',
    objectType: 'invitation',
    objectId: id,
    details: { role },
  })
  const mail = {
    organisationId,
    organisationName: organisation.name,
    email,
    role,
    language: organisation.languages[0] ?? 'en',
    invitedByName: request.invitedBy.name,
    url: `${request.origin}/invitation/${token}`,
    expiresAt: expiresAt.toISOString(),
  }
  await context.events.announce(scope, invitationSent, mail, now)
  return { outcome: 'invited', id }
}

export async function withdrawInvitation(
  scope: MemberScope | CentreScope,
  given: { readonly organisationId: number; readonly id: number; readonly by: number },
  now: Date,
): Promise<boolean> {
  const organisation = await findOrganisation(scope, given.organisationId)
  if (!organisation) throw noSuchOrganisation()
  const email = await withdraw(scope, given.organisationId, given.id, now)
  if (email === null) return false
  await record(scope, {
    organisationId: journalOf(organisation),
    at: now,
    actor: `person:${given.by}`,
    action: 'person.invitation-withdrawn',
    objectType: 'invitation',
    objectId: given.id,
  })
  return true
}

export function journalOf(organisation: Pick<Organisation, 'id' | 'kind'>): number {
  return organisation.kind === 'centre' ? centreJournal : organisation.id
}

export interface DescribedInvitation {
  readonly state: InvitationState
  readonly invitation: Invitation | null
  readonly organisation: Organisation | null
  /** Whoever has an account already signs in with it; the invitation is not a second way in. */
  readonly hasAccount: boolean
}

export async function describeInvitation(
  context: Context,
  token: string,
  now: Date,
): Promise<DescribedInvitation> {
  const hash = hashOfToken(token)
  if (!hash) return { state: 'unknown', invitation: null, organisation: null, hasAccount: false }
  return context.database.asIdentity(async (scope) => {
    const invitation = await lockInvitation(scope, hash)
    return {
      state: invitationStateOf(invitation, now),
      invitation,
      organisation: invitation && (await findOrganisation(scope, invitation.organisationId)),
      hasAccount: invitation !== null && (await findAccountByEmail(scope, invitation.email)) !== null,
    }
  })
}

export type AcceptResult =
  | ({ readonly outcome: 'signed-in' } & OpenedSession)
  | { readonly outcome: 'joined' }
  | { readonly outcome: Exclude<InvitationState, 'open'> | 'details-missing' }

export interface Acceptance {
  readonly token: string
  /** Null where the person has an account already. */
  readonly newPerson: { readonly name: string; readonly language: string; readonly password: string } | null
  readonly previousToken: string | undefined
}

export async function acceptInvitation(
  context: Context,
  given: Acceptance,
  now: Date,
): Promise<AcceptResult> {
  const hash = hashOfToken(given.token)
  if (!hash) return { outcome: 'unknown' }
  // Hashing takes a tenth of a second and holds no transaction.
  const passwordHash = given.newPerson && (await hashPassword(given.newPerson.password))
  return context.database.asIdentity(async (scope) => {
    const invitation = await lockInvitation(scope, hash)
    const state = invitationStateOf(invitation, now)
    if (!invitation || state !== 'open') return { outcome: state === 'open' ? 'unknown' : state }
    const organisation = await findOrganisation(scope, invitation.organisationId)
    if (!organisation) return { outcome: 'unknown' }
    const existing = await findAccountByEmail(scope, invitation.email)
    if (existing?.disabledAt) return { outcome: 'unknown' }
    if (!existing && !given.newPerson) return { outcome: 'details-missing' }
    const personId =
      existing?.id ??
      (given.newPerson &&
        (await insertPerson(scope, { email: invitation.email, ...given.newPerson, passwordHash }, now)))
    if (!personId) return { outcome: 'unknown' }
    const { organisationId, role } = invitation
    await insertMembership(scope, { organisationId, personId, role }, now)
    await markAccepted(scope, organisationId, invitation.id, now)
    await record(scope, {
      organisationId: journalOf(organisation),
      at: now,
      actor: `person:${personId}`,
      action: 'person.joined',
      objectType: 'person',
      objectId: personId,
      details: { role, invitation: invitation.id },
    })
    if (existing) return { outcome: 'joined' }
    const account = { id: personId, totpConfirmedAt: null }
    const session = { beganWith: 'invitation', previousToken: given.previousToken } as const
    return { outcome: 'signed-in', ...(await openSession(scope, account, session, now)) }
  })
}
