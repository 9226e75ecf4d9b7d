// Begins a session with a new token; whatever token the browser held before ends.
// SPDX-License-Identifier: EUPL-1.2
import type { IdentityScope } from '../../../platform/database/database.ts'
import type { Account } from '../person.ts'
import { newSession, type SessionBeginning } from '../session.ts'
import { deleteSession, insertSession } from '../store/sessions.ts'
import { hashOfToken, newToken } from '../token.ts'

export interface OpenedSession {
  /** For the cookie. */
  readonly token: string
  readonly awaitsTotp: boolean
}

export async function openSession(
  scope: IdentityScope,
  account: Pick<Account, 'id' | 'totpConfirmedAt'>,
  options: {
    readonly beganWith: SessionBeginning
    readonly secondFactorGiven?: boolean
    readonly previousToken: string | undefined
  },
  now: Date,
): Promise<OpenedSession> {
  const previous = hashOfToken(options.previousToken)
  if (previous) await deleteSession(scope, previous)
  const { token, hash } = newToken()
  const session = newSession(
    account,
    {
      tokenHash: hash,
      beganWith: options.beganWith,
      secondFactorGiven: options.secondFactorGiven ?? false,
    },
    now,
  )
  await insertSession(scope, session)
  return { token, awaitsTotp: session.awaitsTotp }
}
