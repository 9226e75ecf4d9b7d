// Questions are asked of a colleague by a signed link: made, taken back, opened and answered without an account.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'
import type { MemberScope } from '../../../platform/database/database.ts'
import { requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { formatInstant } from '../../../platform/i18n/index.ts'
import { findOrganisation, type Organisation } from '../../organisations/index.ts'
import type { Check } from '../check.ts'
import { linkClosed, movedOn, notRunning, unknownHere } from '../contract/refusals.ts'
import { type Delegation, delegationDays, isLinkGood } from '../delegation.ts'
import { askMail } from '../mails/ask.ts'
import { findCheck, findRunning, selectAnswers } from '../store/checks.ts'
import { findLink, insertLink, revokeLink, selectLinks } from '../store/links.ts'
import { type Acting, noteInJournal } from './acting.ts'
import { answerWithin, askedKey, type Given } from './answer.ts'
import { type Checking, type HouseView, viewHouse } from './check.ts'

const dayMs = 24 * 3_600_000
const tokenBytes = 16
const tokenShape = /^(\d{1,12})-([A-Za-z0-9_-]{22})$/

export interface Asking {
  readonly facts: readonly string[]
  readonly forWhom: string
  readonly email: string
  readonly language: string
  readonly words: string | null
}

/** Returns the token; it stands in the mail and nowhere else. */
export async function askColleague(
  checking: Checking,
  by: Acting,
  asking: Asking,
  now: Date,
): Promise<string> {
  const { context, book, content } = checking
  const { organisationId } = by
  const { form } = content()
  for (const fact of asking.facts) askedKey(book, form, fact)
  const secret = randomBytes(tokenBytes).toString('base64url')
  // The number of the house in front, so that no token is ever looked for among those of others.
  const token = `${organisationId}-${secret}`
  const until = new Date(now.getTime() + delegationDays * dayMs)
  const { linkId, organisation } = await context.database.asMember(organisationId, async (scope) => {
    const check = await findRunning(scope, organisationId, { lock: true })
    const found = await findOrganisation(scope, organisationId)
    if (!check || !found) throw notRunning()
    const id = await insertLink(scope, organisationId, {
      ...asking,
      assessmentId: check.id,
      tokenHash: hashOf(secret),
      until,
      recordedAt: now,
      recordedBy: by.actor,
      recordedByName: by.name,
    })
    const details = { link: id, questions: asking.facts.length }
    await noteInJournal(
      scope,
      by,
      { action: 'asked', objectType: 'assessment', objectId: check.id, details },
      now,
    )
    return { linkId: id, organisation: found }
  })
  await sendAsking(checking, by, { asking, organisation, linkId, token, until }, now)
  return token
}

/** After the link is stored: a mail that could not be asked for leaves a link that can be taken back, never the other way round. */
async function sendAsking(
  { context }: Checking,
  by: Acting,
  sent: {
    readonly asking: Asking
    readonly organisation: Organisation
    readonly linkId: number
    readonly token: string
    readonly until: Date
  },
  now: Date,
): Promise<void> {
  const { asking, organisation, linkId, token, until } = sent
  const translator = context.translator(asking.language)
  const message = askMail(context, {
    language: asking.language,
    house: organisation.name,
    byName: by.name,
    words: asking.words,
    count: asking.facts.length,
    until: formatInstant(until, { translator, timeZone: organisation.timeZone, style: 'day-year' }),
    path: `/check-answer/${token}`,
  })
  await context.database.asEngineFor(by.organisationId, (scope) =>
    requestDeliveries(
      scope,
      [
        {
          organisationId: by.organisationId,
          kind: 'assessments.ask',
          occasion: `assessment link ${linkId}`,
          recipient: asking.email,
          language: asking.language,
          subjectType: 'assessment-link',
          subjectId: linkId,
          message,
          urgent: false,
          notBefore: now,
        },
      ],
      now,
    ),
  )
  await context.wake('delivery.send')
}

export function takeLinkBack({ context }: Checking, by: Acting, linkId: number, now: Date): Promise<void> {
  return context.database.asMember(by.organisationId, async (scope) => {
    const check = await findRunning(scope, by.organisationId)
    if (!check) throw notRunning()
    if (!(await revokeLink(scope, by.organisationId, linkId, now))) throw movedOn()
    await noteInJournal(
      scope,
      by,
      { action: 'link-taken-back', objectType: 'assessment', objectId: check.id, details: { link: linkId } },
      now,
    )
  })
}

export interface AskedLink extends Delegation {
  /** Facts that somebody answered since. */
  readonly answered: ReadonlySet<string>
}

export async function linksOf(scope: MemberScope, check: Check): Promise<readonly AskedLink[]> {
  const links = await selectLinks(scope, check.organisationId, check.id)
  const answers = await selectAnswers(scope, check.organisationId, check.id)
  return links.map((link) => ({
    ...link,
    answered: new Set(
      answers
        .filter(({ recordedAt, recordedBy }) => recordedAt > link.recordedAt || recordedBy === actorOf(link))
        .map(({ fact }) => fact),
    ),
  }))
}

export interface Guest extends HouseView {
  readonly link: AskedLink
  readonly organisation: Organisation
}

/** Throws where the link is unknown, taken back or over: all look alike to a stranger. */
export async function viewByLink(checking: Checking, token: string, now: Date): Promise<Guest> {
  const read = readToken(token)
  return checking.context.database.asMember(read.organisationId, async (scope) => {
    const { link, check } = await goodLink(scope, read, now)
    const organisation = await findOrganisation(scope, read.organisationId)
    const found = (await linksOf(scope, check)).find(({ id }) => id === link.id)
    if (!organisation || !found) throw linkClosed()
    const house = await viewHouse(checking, scope, read.organisationId, now)
    return { ...house, link: found, organisation }
  })
}

export async function answerByLink(
  { context, book, content }: Checking,
  token: string,
  given: Given,
  now: Date,
): Promise<void> {
  const read = readToken(token)
  const { organisationId } = read
  return context.database.asMember(organisationId, async (scope) => {
    await findRunning(scope, organisationId, { lock: true })
    const { link, check } = await goodLink(scope, read, now)
    if (!link.facts.includes(given.fact)) throw unknownHere()
    const by: Acting = { organisationId, via: 'link', actor: actorOf(link), name: link.forWhom }
    await answerWithin(scope, { book, form: content().form, check }, by, given, now)
  })
}

const actorOf = ({ id }: Pick<Delegation, 'id'>) => `link:${id}`

interface ReadToken {
  readonly organisationId: number
  readonly hash: Buffer
}

function readToken(token: string): ReadToken {
  const [, number, secret] = tokenShape.exec(token) ?? []
  if (number === undefined || secret === undefined) throw linkClosed()
  return { organisationId: Number(number), hash: hashOf(secret) }
}

async function goodLink(scope: MemberScope, { organisationId, hash }: ReadToken, now: Date) {
  const link = await findLink(scope, organisationId, hash)
  const check = link && (await findCheck(scope, organisationId, link.assessmentId))
  if (!link || !check || !isLinkGood(link, check, now)) throw linkClosed()
  return { link, check }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
