// An invitation: somebody may join an organisation in a role, within a week.
// SPDX-License-Identifier: EUPL-1.2
import { type AccountRole, centreRoles, memberRoles } from '../../platform/http/caller.ts'

export const invitationLifeMs = 7 * 24 * 3_600_000
/** An account that was taken over must not become a sender of unwanted mail. */
export const invitationsPerDay = 50

export interface Invitation {
  readonly id: number
  readonly organisationId: number
  readonly email: string
  readonly role: AccountRole
  readonly invitedBy: number | null
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly withdrawnAt: Date | null
}

export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired' | 'unknown'

export function invitationStateOf(
  invitation: Pick<Invitation, 'expiresAt' | 'acceptedAt' | 'withdrawnAt'> | null,
  now: Date,
): InvitationState {
  if (!invitation) return 'unknown'
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.withdrawnAt) return 'withdrawn'
  return now < invitation.expiresAt ? 'open' : 'expired'
}

/** The roles that there are in an organisation of this kind. */
export function rolesFor(kind: 'provider' | 'centre' | 'supplier'): readonly AccountRole[] {
  return kind === 'centre' ? centreRoles : memberRoles
}
