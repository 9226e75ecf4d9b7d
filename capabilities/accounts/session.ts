// A session: how long it lasts, and when it is over.
// SPDX-License-Identifier: EUPL-1.2

export const sessionCookieName = 'salus-session'
const hour = 3_600_000
export const sessionIdleMs = 12 * hour
export const sessionAbsoluteMs = 7 * 24 * hour
/** A password given and not yet followed by its code; as long as a link lives, for those who must recover. */
export const secondFactorWaitMs = 15 * 60_000
/** The time of the last request is written at most this often, so that reading a page writes nothing. */
export const lastSeenResolutionMs = 60_000

export type SessionBeginning = 'password' | 'link' | 'invitation'

export interface Session {
  readonly tokenHash: Buffer
  readonly personId: number
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly awaitsTotp: boolean
  readonly beganWith: SessionBeginning
}

export function newSession(
  person: { readonly id: number; readonly totpConfirmedAt: Date | null },
  options: {
    readonly tokenHash: Buffer
    readonly beganWith: SessionBeginning
    readonly secondFactorGiven: boolean
  },
  now: Date,
): Session {
  const awaitsTotp = person.totpConfirmedAt !== null && !options.secondFactorGiven
  const lifeMs = awaitsTotp ? secondFactorWaitMs : sessionAbsoluteMs
  return {
    tokenHash: options.tokenHash,
    personId: person.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + lifeMs),
    awaitsTotp,
    beganWith: options.beganWith,
  }
}

export function isSessionLive(session: Pick<Session, 'expiresAt' | 'lastSeenAt'>, now: Date): boolean {
  return now < session.expiresAt && now.getTime() - session.lastSeenAt.getTime() < sessionIdleMs
}
