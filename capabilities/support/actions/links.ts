// One-time links by which a CSIRT, a contact point or ENISA decides without an account.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import type { CaseSource } from '../case.ts'
import { exerciseStays, linkClosed, movedOn, notYourTurn } from '../contract/refusals.ts'
import { turnOf } from '../dossier/chain.ts'
import { type Link, linkDays, linkIsGood } from '../dossier/dossier.ts'
import { findDossier } from '../store/dossiers.ts'
import { findLink, insertLink, markLinkUsed, revokeLink, selectLinks } from '../store/links.ts'
import { type Acting, noteInJournal } from './acting.ts'
import { type DossierView, lockedDossier, viewWithin } from './dossier.ts'
import { type Deciding, type DecisionContext, decideWithin } from './endorse.ts'

type LinkContext = Pick<Context, 'database'>

const dayMs = 24 * 3_600_000
const tokenBytes = 16
const tokenShape = /^(\d{1,12})-([A-Za-z0-9_-]{22})$/

/** Returns the token for the address; it is shown once and never stored. */
export function makeLink(
  context: LinkContext,
  by: Acting,
  dossierId: number,
  forWhom: string,
  now: Date,
): Promise<string> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    const dossier = await lockedDossier(scope, organisationId, dossierId)
    if (dossier.realm === 'exercise') throw exerciseStays()
    const step = turnOf(dossier.state)
    if (step === null || step === 'hospital') throw notYourTurn()
    const secret = randomBytes(tokenBytes).toString('base64url')
    await insertLink(scope, organisationId, {
      dossierId,
      round: dossier.round,
      step,
      forWhom,
      tokenHash: hashOf(secret),
      until: new Date(now.getTime() + linkDays * dayMs),
      recordedAt: now,
      recordedBy: by.actor,
      recordedByName: by.name,
    })
    await noteInJournal(
      scope,
      by,
      { action: 'link-made', objectType: 'support-dossier', objectId: dossierId, details: { step } },
      now,
    )
    // The number of the organisation in front, so that no token is ever looked for among those of others.
    return `${organisationId}-${secret}`
  })
}

export function takeLinkBack(
  context: LinkContext,
  by: Acting,
  link: Pick<Link, 'id' | 'dossierId'>,
  now: Date,
): Promise<void> {
  return context.database.asMember(by.organisationId, async (scope) => {
    if (!(await revokeLink(scope, by.organisationId, link, now))) throw movedOn()
    await noteInJournal(
      scope,
      by,
      { action: 'link-taken-back', objectType: 'support-dossier', objectId: link.dossierId },
      now,
    )
  })
}

export function linksOf(
  context: LinkContext,
  organisationId: number,
  dossierId: number,
): Promise<readonly Link[]> {
  return context.database.asMember(organisationId, (scope) => selectLinks(scope, organisationId, dossierId))
}

export interface Guest {
  readonly link: Link
  readonly view: DossierView
}

/** Throws where the link is unknown, used, taken back or over: all look alike to a stranger. */
export function viewByLink(
  context: LinkContext,
  cases: CaseSource,
  token: string,
  now: Date,
): Promise<Guest> {
  const read = readToken(token)
  return context.database.asMember(read.organisationId, async (scope) => {
    const link = await goodLink(scope, read, now)
    const dossier = await findDossier(scope, read.organisationId, link.dossierId)
    if (!dossier) throw linkClosed()
    return { link, view: await viewWithin(scope, cases, dossier, now) }
  })
}

export function decideByLink(
  context: DecisionContext,
  cases: CaseSource,
  token: string,
  deciding: Omit<Deciding, 'step'>,
  now: Date,
): Promise<void> {
  const read = readToken(token)
  const { organisationId } = read
  return context.database.asMember(organisationId, async (scope) => {
    const found = await findLink(scope, organisationId, read.hash)
    if (!found) throw linkClosed()
    const dossier = await lockedDossier(scope, organisationId, found.dossierId)
    // Read again under the lock: of two answers at once only one counts.
    const link = await goodLink(scope, read, now)
    const by: Acting = {
      organisationId,
      via: 'link',
      actor: `link:${link.id}`,
      personId: null,
      name: link.forWhom,
    }
    await decideWithin(context, scope, cases, by, dossier, { ...deciding, step: link.step }, now)
    await markLinkUsed(scope, organisationId, link.id, now)
  })
}

interface ReadToken {
  readonly organisationId: number
  readonly hash: Buffer
}

function readToken(token: string): ReadToken {
  const [, number, secret] = tokenShape.exec(token) ?? []
  if (number === undefined || secret === undefined) throw linkClosed()
  return { organisationId: Number(number), hash: hashOf(secret) }
}

async function goodLink(scope: MemberScope, { organisationId, hash }: ReadToken, now: Date): Promise<Link> {
  const link = await findLink(scope, organisationId, hash)
  const dossier = link && (await findDossier(scope, organisationId, link.dossierId))
  if (!link || !dossier || !linkIsGood(link, { round: dossier.round, turn: turnOf(dossier.state) }, now))
    throw linkClosed()
  return link
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
