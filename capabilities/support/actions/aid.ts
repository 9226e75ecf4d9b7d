// Mutual aid: posts offers and needs, withdraws them, and shows what others offer or lack.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { findOrganisation, listOrganisations, readOrganisations } from '../../organisations/index.ts'
import {
  type MatchSide,
  type OwnNeed,
  type OwnOffer,
  type SeenNeed,
  type SeenOffer,
  seeEachOther,
} from '../aid.ts'
import { noLongerThere, unknownHere } from '../contract/refusals.ts'
import { needPosted } from '../events.ts'
import { endOpenMatches, type Match, selectMatchesOf } from '../store/matches.ts'
import {
  insertNeed,
  insertOffer,
  type Reader,
  selectOwnNeeds,
  selectOwnOffers,
  selectSeenNeeds,
  selectSeenOffers,
  withdrawPosting,
} from '../store/postings.ts'
import { type Acting, noteInJournal } from './acting.ts'

export type AidContext = Pick<Context, 'database' | 'events' | 'translator' | 'origin'>

const recordedBy = (by: Acting, now: Date) => ({
  recordedAt: now,
  recordedBy: by.actor,
  recordedByName: by.name,
})

export function postOffer(
  context: AidContext,
  by: Acting,
  offer: Omit<OwnOffer, 'id' | 'withdrawnAt'>,
  now: Date,
): Promise<number> {
  return context.database.asMember(by.organisationId, async (scope) => {
    const id = await insertOffer(scope, by.organisationId, { ...offer, ...recordedBy(by, now) })
    await noteInJournal(
      scope,
      by,
      { action: 'offer-posted', objectType: 'support-aid', objectId: id, details: { kind: offer.kind } },
      now,
    )
    return id
  })
}

export function postNeed(
  context: AidContext,
  by: Acting,
  need: Omit<OwnNeed, 'id' | 'withdrawnAt'>,
  now: Date,
): Promise<number> {
  return context.database.asMember(by.organisationId, async (scope) => {
    const id = await insertNeed(scope, by.organisationId, { ...need, ...recordedBy(by, now) })
    await noteInJournal(
      scope,
      by,
      { action: 'need-posted', objectType: 'support-aid', objectId: id, details: { kind: need.kind } },
      now,
    )
    await context.events.announce(scope, needPosted, { organisationId: by.organisationId, needId: id }, now)
    return id
  })
}

/** Numbers of the members with these names; the names that nobody has come back as they were typed. */
export function membersNamed(
  context: AidContext,
  names: readonly string[],
): Promise<{ readonly found: readonly number[]; readonly unknown: readonly string[] }> {
  return context.database.asEngine(async (scope) => {
    const members = await listOrganisations(scope, { kind: 'provider' })
    const byName = new Map(members.map(({ id, name }) => [name.trim().toLowerCase(), id]))
    const unknown = names.filter((name) => !byName.has(name.toLowerCase()))
    const found = names.flatMap((name) => byName.get(name.toLowerCase()) ?? [])
    return { found: [...new Set(found)], unknown }
  })
}

export async function withdrawOwn(
  context: AidContext,
  by: Acting,
  subject: 'offer' | 'need',
  id: number,
  now: Date,
): Promise<void> {
  await context.database.asMember(by.organisationId, async (scope) => {
    if (!(await withdrawPosting(scope, subject, id, now))) throw noLongerThere()
    await noteInJournal(
      scope,
      by,
      { action: `${subject}-withdrawn`, objectType: 'support-aid', objectId: id },
      now,
    )
  })
  await context.database.asEngine((scope) =>
    endOpenMatches(scope, by.organisationId, subject, id, { at: now, name: by.name }),
  )
}

/** One side's view of two members: the other's name and telephone only when both may know. */
export interface MatchView {
  readonly id: number
  readonly side: MatchSide
  readonly subject: Match['subject']
  readonly title: string
  readonly text: string
  readonly state: Match['state']
  readonly askedAt: Date
  readonly other: {
    readonly name: string
    readonly contactName: string
    readonly contactPhone: string
  } | null
}

export interface AidView {
  readonly ownOffers: readonly OwnOffer[]
  readonly ownNeeds: readonly OwnNeed[]
  readonly offers: readonly SeenOffer[]
  readonly needs: readonly SeenNeed[]
  readonly matches: readonly MatchView[]
}

export async function viewAid(context: AidContext, organisationId: number, now: Date): Promise<AidView> {
  const own = await context.database.asMember(organisationId, async (scope) => ({
    ownOffers: await selectOwnOffers(scope),
    ownNeeds: await selectOwnNeeds(scope),
  }))
  const seen = await context.database.asEngine(async (scope) => {
    const reader = await readerOf(scope, organisationId)
    const matches = await selectMatchesOf(scope, organisationId)
    return {
      offers: await selectSeenOffers(scope, reader, now),
      needs: await selectSeenNeeds(scope, reader, now),
      matches: await viewsOf(scope, organisationId, matches),
    }
  })
  return { ...own, ...seen }
}

async function viewsOf(
  scope: EngineScope,
  organisationId: number,
  matches: readonly Match[],
): Promise<readonly MatchView[]> {
  const known = matches.filter(({ state }) => seeEachOther(state))
  const others = await readOrganisations(
    scope,
    known.map((match) => otherOf(match, organisationId)),
  )
  const names = new Map(others.map(({ id, name }) => [id, name]))
  return matches.map((match) => {
    const { id, subject, title, text, state, askedAt } = match
    const side = sideOf(match, organisationId)
    const name = seeEachOther(state) ? names.get(otherOf(match, organisationId)) : undefined
    const contact =
      side === 'owner'
        ? { contactName: match.contactName, contactPhone: match.contactPhone }
        : { contactName: match.ownerContactName, contactPhone: match.ownerContactPhone }
    return { id, side, subject, title, text, state, askedAt, other: name ? { name, ...contact } : null }
  })
}

export const sideOf = ({ ownerId }: Match, organisationId: number): MatchSide =>
  ownerId === organisationId ? 'owner' : 'partner'
const otherOf = ({ ownerId, partnerId }: Match, organisationId: number): number =>
  ownerId === organisationId ? partnerId : ownerId

export async function readerOf(scope: EngineScope, organisationId: number): Promise<Reader> {
  const organisation = await findOrganisation(scope, organisationId)
  if (organisation?.kind !== 'provider') throw unknownHere()
  return { id: organisation.id, country: organisation.country }
}
