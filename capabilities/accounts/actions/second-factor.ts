// The second factor: giving the code, recovering, setting it up and taking it away.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { IdentityScope } from '../../../platform/database/database.ts'
import { attemptLimits, attemptSubject } from '../attempts.ts'
import type { Account } from '../person.ts'
import { acceptedStep, describeTotp, newTotpSecret, openSecret, sealSecret } from '../second-factor.ts'
import { isSessionLive, type Session } from '../session.ts'
import { deleteAttempts } from '../store/attempts.ts'
import { lockAccount, updateTotp, updateTotpStep } from '../store/persons.ts'
import { deleteSessionsOf, findSession } from '../store/sessions.ts'
import { hashOfToken } from '../token.ts'
import { reserveAttempt } from './attempt.ts'
import { recordForPerson } from './journal-person.ts'
import { type LinkRequestResult, sendLink } from './links.ts'
import { type OpenedSession, openSession } from './open-session.ts'

export type CodeResult =
  | ({ readonly outcome: 'signed-in' } & OpenedSession)
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'start-again' }
  | { readonly outcome: 'too-many'; readonly tryAgainAt: Date }

/** The session changes its token once the second factor is given. */
export async function giveCode(
  context: Context,
  given: { readonly code: string; readonly token: string | undefined },
  now: Date,
): Promise<CodeResult> {
  return context.database.asIdentity(async (scope) => {
    const session = await halfSignedIn(scope, given.token, now)
    if (!session) return { outcome: 'start-again' }
    const checked = await checkCode(context, scope, session.personId, given.code, now)
    if (checked.outcome !== 'right') return checked
    const opened = await openSession(
      scope,
      checked.account,
      { beganWith: session.beganWith, secondFactorGiven: true, previousToken: given.token },
      now,
    )
    await recordForPerson(scope, {
      personId: session.personId,
      action: 'person.signed-in',
      at: now,
      details: { with: session.beganWith, secondFactor: true },
    })
    return { outcome: 'signed-in', ...opened }
  })
}

/** The session of somebody who has yet to give the code, or null. */
export async function halfSignedIn(
  scope: IdentityScope,
  token: string | undefined,
  now: Date,
): Promise<Session | null> {
  const hash = hashOfToken(token)
  const found = hash && (await findSession(scope, hash))
  return found?.session.awaitsTotp && isSessionLive(found.session, now) ? found.session : null
}

type CheckedCode =
  | { readonly outcome: 'right'; readonly account: Account; readonly step: number }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'too-many'; readonly tryAgainAt: Date }

/** Returns instead of throwing: a wrong code has to stay counted. */
async function checkCode(
  context: Context,
  scope: IdentityScope,
  personId: number,
  code: string,
  now: Date,
): Promise<CheckedCode> {
  const subject = attemptSubject(context.secret, attemptLimits.codeOfPerson, String(personId))
  const reservation = await reserveAttempt(scope, [subject], now)
  if (!reservation.allowed) return { outcome: 'too-many', tryAgainAt: reservation.tryAgainAt }
  const account = await lockAccount(scope, personId)
  const secret = account?.totpSecret && openSecret(context.secret, personId, account.totpSecret)
  const step = secret ? acceptedStep(secret, code, account.totpLastStep, now) : null
  if (!account || step === null) {
    await recordForPerson(scope, {
      personId,
      action: 'person.sign-in-failed',
      at: now,
      actor: 'stranger',
      details: { with: 'second factor', attempts: reservation.made },
    })
    return { outcome: 'wrong' }
  }
  await updateTotpStep(scope, personId, step)
  await deleteAttempts(scope, subject)
  return { outcome: 'right', account, step }
}

/** A person who came by link has shown the mailbox already, so a second link would prove nothing more. */
export async function requestRecoveryLink(
  context: Context,
  given: { readonly token: string | undefined; readonly origin: string },
  now: Date,
): Promise<LinkRequestResult | { readonly outcome: 'start-again' | 'needs-password' }> {
  return context.database.asIdentity(async (scope) => {
    const session = await halfSignedIn(scope, given.token, now)
    if (!session) return { outcome: 'start-again' }
    if (session.beganWith !== 'password') return { outcome: 'needs-password' }
    const account = await lockAccount(scope, session.personId)
    if (!account) return { outcome: 'start-again' }
    const subject = attemptSubject(context.secret, attemptLimits.linkToAddress, account.email)
    const reservation = await reserveAttempt(scope, [subject], now)
    if (!reservation.allowed) return { outcome: 'too-many', tryAgainAt: reservation.tryAgainAt }
    await sendLink(context, scope, account, 'recover-second-factor', given.origin, now)
    return { outcome: 'asked' }
  })
}

export interface PendingSecondFactor {
  readonly uri: string
  readonly secret: string
}

/** Makes a secret unless one waits already to be confirmed; changes nothing where a second factor is in force. */
export async function prepareSecondFactor(context: Context, personId: number): Promise<void> {
  await context.database.asIdentity(async (scope) => {
    const account = await lockAccount(scope, personId)
    if (!account || account.totpSecret) return
    const sealed = sealSecret(context.secret, personId, newTotpSecret())
    await updateTotp(scope, personId, { sealed, confirmedAt: null, lastStep: null })
  })
}

export type SecondFactorState =
  | { readonly state: 'off' }
  | { readonly state: 'on' }
  | ({ readonly state: 'pending' } & PendingSecondFactor)

/** While it is pending, with what the phone's app needs; never again afterwards. */
export function secondFactorState(context: Context, account: Account): SecondFactorState {
  if (account.totpConfirmedAt) return { state: 'on' }
  if (!account.totpSecret) return { state: 'off' }
  const secret = openSecret(context.secret, account.id, account.totpSecret)
  return { state: 'pending', ...describeTotp(secret, account.email, context.config.centreName) }
}

export type SecondFactorChange =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'too-many'; readonly tryAgainAt: Date }

/** Sessions elsewhere were begun without the second factor, so they end. */
export async function confirmSecondFactor(
  context: Context,
  given: { readonly personId: number; readonly code: string; readonly token: string | undefined },
  now: Date,
): Promise<SecondFactorChange> {
  return context.database.asIdentity(async (scope) => {
    const checked = await checkCode(context, scope, given.personId, given.code, now)
    if (checked.outcome !== 'right') return checked
    const { totpSecret, totpConfirmedAt } = checked.account
    if (!totpSecret || totpConfirmedAt) return { outcome: 'done' }
    await updateTotp(scope, given.personId, { sealed: totpSecret, confirmedAt: now, lastStep: checked.step })
    await deleteSessionsOf(scope, given.personId, hashOfToken(given.token))
    await recordForPerson(scope, { personId: given.personId, action: 'person.second-factor-added', at: now })
    return { outcome: 'done' }
  })
}

/** Takes a code, so that a session left open is not enough. */
export async function removeSecondFactor(
  context: Context,
  given: { readonly personId: number; readonly code: string },
  now: Date,
): Promise<SecondFactorChange> {
  return context.database.asIdentity(async (scope) => {
    const checked = await checkCode(context, scope, given.personId, given.code, now)
    if (checked.outcome !== 'right') return checked
    await updateTotp(scope, given.personId, null)
    await recordForPerson(scope, {
      personId: given.personId,
      action: 'person.second-factor-removed',
      at: now,
      details: { by: 'code' },
    })
    return { outcome: 'done' }
  })
}
