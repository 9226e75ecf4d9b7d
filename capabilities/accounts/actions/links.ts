// One-time links: asking for one, and using it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { IdentityScope } from '../../../platform/database/database.ts'
import { attemptLimits, attemptSubject } from '../attempts.ts'
import { type LinkPurpose, type LinkState, linkLifeMs, linkStateOf } from '../link.ts'
import { signInLinkRequested } from '../mails.ts'
import { type Account, normalEmail } from '../person.ts'
import { isSessionLive } from '../session.ts'
import { findLink, insertLink, type Link, useLink } from '../store/links.ts'
import { findAccountByEmail, lockAccount, updateTotp } from '../store/persons.ts'
import { findSession } from '../store/sessions.ts'
import { hashOfToken, newToken } from '../token.ts'
import { remoteSubject, reserveAttempt } from './attempt.ts'
import { recordForPerson } from './journal-person.ts'
import { type OpenedSession, openSession } from './open-session.ts'

export type LinkRequestResult =
  | { readonly outcome: 'asked' }
  | { readonly outcome: 'too-many'; readonly tryAgainAt: Date }

/** Answers the same whether or not anybody has this address. */
export async function requestSignInLink(
  context: Context,
  given: { readonly email: string; readonly remoteAddress: string; readonly origin: string },
  now: Date,
): Promise<LinkRequestResult> {
  const email = normalEmail(given.email) ?? ''
  const subjects = [
    attemptSubject(context.secret, attemptLimits.linkToAddress, email),
    remoteSubject(context.secret, attemptLimits.linkFromRemote, given.remoteAddress),
  ]
  return context.database.asIdentity(async (scope) => {
    const reservation = await reserveAttempt(scope, subjects, now)
    if (!reservation.allowed) return { outcome: 'too-many', tryAgainAt: reservation.tryAgainAt }
    const account = await findAccountByEmail(scope, email)
    if (account && !account.disabledAt) await sendLink(context, scope, account, 'sign-in', given.origin, now)
    return { outcome: 'asked' }
  })
}

export async function sendLink(
  context: Context,
  scope: IdentityScope,
  account: Account,
  purpose: LinkPurpose,
  origin: string,
  now: Date,
): Promise<void> {
  const { path, expiresAt } = await makeLink(scope, account.id, purpose, now)
  await context.events.announce(
    scope,
    signInLinkRequested,
    {
      personId: account.id,
      email: account.email,
      language: account.language,
      purpose,
      url: `${origin}${path}`,
      expiresAt: expiresAt.toISOString(),
    },
    now,
  )
}

/** For the operator, who prints it: the path of a new link for a person who exists. */
export async function createSignInLink(
  context: Pick<Context, 'database'>,
  person: { readonly email: string },
  now: Date,
): Promise<string> {
  return context.database.asIdentity(async (scope) => {
    const account = await findAccountByEmail(scope, normalEmail(person.email) ?? '')
    if (!account || account.disabledAt)
      throw new Error(`Nobody with the address ${person.email} has an account. Invite them first.`)
    return (await makeLink(scope, account.id, 'sign-in', now)).path
  })
}

async function makeLink(scope: IdentityScope, personId: number, purpose: LinkPurpose, now: Date) {
  const { token, hash } = newToken()
  const expiresAt = new Date(now.getTime() + linkLifeMs)
  await insertLink(scope, { tokenHash: hash, personId, purpose, expiresAt }, now)
  return { path: `/sign-in/link/${token}`, expiresAt }
}

export interface DescribedLink {
  readonly state: LinkState
  readonly link: Link | null
}

/** Looking at a link never uses it: scanners of mail open every link they see. */
export async function describeLink(context: Context, token: string, now: Date): Promise<DescribedLink> {
  const hash = hashOfToken(token)
  const link = hash && (await context.database.asIdentity((scope) => findLink(scope, hash)))
  return { state: linkStateOf(link, now), link }
}

export type LinkResult =
  | ({ readonly outcome: 'signed-in' } & OpenedSession)
  | { readonly outcome: Exclude<LinkState, 'usable'> }
  | { readonly outcome: 'needs-password' }

export async function signInWithLink(
  context: Context,
  given: { readonly token: string; readonly previousToken: string | undefined },
  now: Date,
): Promise<LinkResult> {
  const hash = hashOfToken(given.token)
  if (!hash) return { outcome: 'unknown' }
  return context.database.asIdentity(async (scope) => {
    const link = await findLink(scope, hash)
    const state = linkStateOf(link, now)
    if (!link || state !== 'usable') return { outcome: state === 'usable' ? 'unknown' : state }
    const recovers = link.purpose === 'recover-second-factor'
    if (recovers && !(await hasGivenPassword(scope, link.personId, given.previousToken, now)))
      return { outcome: 'needs-password' }
    if (!(await useLink(scope, hash, now))) return { outcome: 'used' }
    const account = await lockAccount(scope, link.personId)
    if (!account) return { outcome: 'unknown' }
    if (recovers) await removeSecondFactor(scope, account.id, now)
    const opened = await openSession(
      scope,
      account,
      {
        beganWith: recovers ? 'password' : 'link',
        secondFactorGiven: recovers,
        previousToken: given.previousToken,
      },
      now,
    )
    if (!opened.awaitsTotp)
      await recordForPerson(scope, {
        personId: account.id,
        action: 'person.signed-in',
        at: now,
        details: { with: 'link' },
      })
    return { outcome: 'signed-in', ...opened }
  })
}

/** The mailbox replaces one factor only; the other, the password, was given in this same browser just before. */
async function hasGivenPassword(
  scope: IdentityScope,
  personId: number,
  token: string | undefined,
  now: Date,
): Promise<boolean> {
  const hash = hashOfToken(token)
  const found = hash && (await findSession(scope, hash))
  if (!found || !isSessionLive(found.session, now)) return false
  return found.person.id === personId && found.session.awaitsTotp && found.session.beganWith === 'password'
}

async function removeSecondFactor(scope: IdentityScope, personId: number, now: Date): Promise<void> {
  await updateTotp(scope, personId, null)
  await recordForPerson(scope, {
    personId,
    action: 'person.second-factor-removed',
    at: now,
    details: { by: 'recovery link' },
  })
}
