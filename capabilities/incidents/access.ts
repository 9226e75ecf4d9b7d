// Who is in the room and what they may do there: the hospital's people, the centre's officers, and guests for a time.
// SPDX-License-Identifier: EUPL-1.2

export interface Access {
  readonly organisationId: number
  readonly incidentId: number
  readonly via: 'member' | 'centre' | 'guest'
  /** As the journal names it: `person:12`, `guest:5`. */
  readonly actor: string
  /** As the room shows it; officers of the centre are marked as such. */
  readonly name: string
  readonly may: 'read' | 'write'
}

export type GuestStanding = 'welcome' | 'over' | 'revoked' | 'unknown'

/** The last instant of the time is still within it. */
export function guestStanding(
  guest: { readonly until: Date; readonly revokedAt: Date | null } | null,
  now: Date,
): GuestStanding {
  if (!guest) return 'unknown'
  if (guest.revokedAt) return 'revoked'
  return now <= guest.until ? 'welcome' : 'over'
}

/** Longest stay of a guest; whoever is needed longer is invited again. */
export const maxGuestDays = 30
