// What people change about their own account.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { attemptLimits, attemptSubject } from '../attempts.ts'
import { linkLifeMs } from '../link.ts'
import { hashPassword, isAcceptablePassword, verifyPassword } from '../password.ts'
import type { Account, Theme } from '../person.ts'
import type { Session } from '../session.ts'
import { deleteAttempts } from '../store/attempts.ts'
import { deleteLinksOf } from '../store/links.ts'
import { lockAccount, updateLanguage, updatePasswordHash, updatePreferences } from '../store/persons.ts'
import { deleteSessionsOf, findSession } from '../store/sessions.ts'
import { hashOfToken } from '../token.ts'
import { reserveAttempt } from './attempt.ts'
import { recordForPerson } from './journal-person.ts'

export async function readAccount(context: Context, personId: number): Promise<Account> {
  const account = await context.database.asIdentity((scope) => lockAccount(scope, personId))
  if (!account) throw new Error(`person ${personId} is signed in and has no account`)
  return account
}

export async function changePreferences(
  context: Context,
  personId: number,
  preferences: { readonly name: string; readonly language: string; readonly theme: Theme },
): Promise<void> {
  await context.database.asIdentity((scope) => updatePreferences(scope, personId, preferences))
}

export async function changeLanguage(context: Context, personId: number, language: string): Promise<void> {
  await context.database.asIdentity((scope) => updateLanguage(scope, personId, language))
}

/** Somebody who forgot the password comes in by link, and sets a new one while the mailbox is fresh proof. */
export function needsCurrentPassword(
  account: Pick<Account, 'passwordHash'>,
  session: Pick<Session, 'beganWith' | 'createdAt'> | null,
  now: Date,
): boolean {
  if (!account.passwordHash) return false
  const isFreshLink =
    session?.beganWith === 'link' && now.getTime() - session.createdAt.getTime() < linkLifeMs
  return !isFreshLink
}

export async function readSession(context: Context, token: string | undefined): Promise<Session | null> {
  const hash = hashOfToken(token)
  const found = hash && (await context.database.asIdentity((scope) => findSession(scope, hash)))
  return found ? found.session : null
}

export type PasswordChange =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'wrong-current' }
  | { readonly outcome: 'unacceptable' }
  | { readonly outcome: 'too-many'; readonly tryAgainAt: Date }

/** Ends all other sessions and open links: whoever knew the old password is out. */
export async function changePassword(
  context: Context,
  given: {
    readonly personId: number
    readonly current: string
    readonly next: string
    readonly token: string | undefined
  },
  now: Date,
): Promise<PasswordChange> {
  if (!isAcceptablePassword(given.next)) return { outcome: 'unacceptable' }
  const account = await readAccount(context, given.personId)
  if (needsCurrentPassword(account, await readSession(context, given.token), now)) {
    const subject = attemptSubject(context.secret, attemptLimits.passwordOfAddress, account.email)
    const reservation = await context.database.asIdentity((scope) => reserveAttempt(scope, [subject], now))
    if (!reservation.allowed) return { outcome: 'too-many', tryAgainAt: reservation.tryAgainAt }
    if (!(await verifyPassword(given.current, account.passwordHash))) return { outcome: 'wrong-current' }
    await context.database.asIdentity((scope) => deleteAttempts(scope, subject))
  }
  const passwordHash = await hashPassword(given.next)
  await context.database.asIdentity(async (scope) => {
    await updatePasswordHash(scope, account.id, passwordHash)
    await deleteSessionsOf(scope, account.id, hashOfToken(given.token))
    await deleteLinksOf(scope, account.id)
    await recordForPerson(scope, { personId: account.id, action: 'person.password-changed', at: now })
  })
  return { outcome: 'done' }
}
