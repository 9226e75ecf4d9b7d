// Signing in with a password, and out.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { attemptLimits, attemptSubject } from '../attempts.ts'
import { verifyPassword } from '../password.ts'
import { type Account, normalEmail } from '../person.ts'
import { deleteAttempts, deleteNewestAttempt } from '../store/attempts.ts'
import { findAccountByEmail } from '../store/persons.ts'
import { deleteSession, deleteSessionsOf, findSession } from '../store/sessions.ts'
import { hashOfToken } from '../token.ts'
import { remoteSubject, reserveAttempt } from './attempt.ts'
import { recordForPerson } from './journal-person.ts'
import { type OpenedSession, openSession } from './open-session.ts'

export type SignInResult =
  | ({ readonly outcome: 'signed-in' } & OpenedSession)
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'too-many'; readonly tryAgainAt: Date }

export interface PasswordSignIn {
  readonly email: string
  readonly password: string
  readonly remoteAddress: string
  readonly previousToken: string | undefined
}

/** The answer and the work are the same for a wrong password and for an address that nobody has. */
export async function signInWithPassword(
  context: Context,
  given: PasswordSignIn,
  now: Date,
): Promise<SignInResult> {
  const email = normalEmail(given.email) ?? ''
  const byAddress = attemptSubject(context.secret, attemptLimits.passwordOfAddress, email)
  const byRemote = remoteSubject(context.secret, attemptLimits.passwordFromRemote, given.remoteAddress)
  const { reservation, account } = await context.database.asIdentity(async (scope) => ({
    reservation: await reserveAttempt(scope, [byAddress, byRemote], now),
    account: await findAccountByEmail(scope, email),
  }))
  if (!reservation.allowed) return { outcome: 'too-many', tryAgainAt: reservation.tryAgainAt }
  const isRight = await verifyPassword(given.password, account?.passwordHash ?? null)
  if (!account || account.disabledAt || !isRight)
    return recordFailure(context, account, reservation.made, now)
  return context.database.asIdentity(async (scope) => {
    await deleteAttempts(scope, byAddress)
    await deleteNewestAttempt(scope, byRemote)
    const opened = await openSession(
      scope,
      account,
      { beganWith: 'password', previousToken: given.previousToken },
      now,
    )
    if (!opened.awaitsTotp)
      await recordForPerson(scope, {
        personId: account.id,
        action: 'person.signed-in',
        at: now,
        details: { with: 'password', failedBefore: reservation.made - 1 },
      })
    return { outcome: 'signed-in', ...opened }
  })
}

async function recordFailure(
  context: Context,
  account: Account | null,
  attempts: number,
  now: Date,
): Promise<SignInResult> {
  if (account)
    await context.database.asIdentity((scope) =>
      recordForPerson(scope, {
        personId: account.id,
        action: 'person.sign-in-failed',
        at: now,
        actor: 'stranger',
        details: { with: 'password', attempts },
      }),
    )
  return { outcome: 'wrong' }
}

export async function signOut(context: Context, token: string | undefined, now: Date): Promise<void> {
  const hash = hashOfToken(token)
  if (!hash) return
  await context.database.asIdentity(async (scope) => {
    const found = await findSession(scope, hash)
    if (!(await deleteSession(scope, hash)) || !found) return
    await recordForPerson(scope, { personId: found.person.id, action: 'person.signed-out', at: now })
  })
}

/** How many sessions ended, this one included. */
export async function signOutEverywhere(context: Context, personId: number, now: Date): Promise<number> {
  return context.database.asIdentity(async (scope) => {
    const sessions = await deleteSessionsOf(scope, personId, null)
    await recordForPerson(scope, {
      personId,
      action: 'person.signed-out-everywhere',
      at: now,
      details: { sessions },
    })
    return sessions
  })
}
