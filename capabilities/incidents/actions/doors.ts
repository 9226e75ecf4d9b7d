// Ways into a room without an account: printed cards that open a case, and guests for a time.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'
import type { MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import { type Access, guestStanding, maxGuestDays } from '../access.ts'
import { doorClosed, incidentUnknown } from '../contract/refusals.ts'
import type { Realm } from '../incident.ts'
import {
  type Card,
  findCard,
  findGuest,
  insertCard,
  insertGuest,
  revokeCard,
  revokeGuest,
} from '../store/doors.ts'
import { inRoom, noteInJournal, type RoomContext } from './room.ts'

type Doors = Pick<RoomContext, 'database'>

const dayMs = 24 * 3_600_000
const tokenBytes = 16
const tokenShape = /^(\d{1,12})-([A-Za-z0-9_-]{22})$/

/** The number of the organisation in front, so that no token is ever looked for among those of others. */
function newToken(organisationId: number): { readonly token: string; readonly hash: Buffer } {
  const secret = randomBytes(tokenBytes).toString('base64url')
  return { token: `${organisationId}-${secret}`, hash: hashOf(secret) }
}

function readToken(token: string): { readonly organisationId: number; readonly hash: Buffer } | null {
  const [, number, secret] = tokenShape.exec(token) ?? []
  if (number === undefined || secret === undefined) return null
  return { organisationId: Number(number), hash: hashOf(secret) }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Returns the token for the QR code; it is shown once and never stored. */
export function makeCard(
  context: Doors,
  organisationId: number,
  card: { readonly place: string; readonly realm: Realm; readonly actor: string; readonly name: string },
  now: Date,
): Promise<{ readonly cardId: number; readonly token: string }> {
  const { token, hash } = newToken(organisationId)
  return context.database.asMember(organisationId, async (scope) => {
    const cardId = await insertCard(scope, organisationId, {
      place: card.place,
      realm: card.realm,
      createdAt: now,
      createdByName: card.name,
      tokenHash: hash,
    })
    await recordCard(scope, organisationId, cardId, 'made', card.actor, now)
    return { cardId, token }
  })
}

export function withdrawCard(
  context: Doors,
  organisationId: number,
  { cardId, actor }: { readonly cardId: number; readonly actor: string },
  now: Date,
): Promise<void> {
  return context.database.asMember(organisationId, async (scope) => {
    if (await revokeCard(scope, organisationId, cardId, now))
      await recordCard(scope, organisationId, cardId, 'withdrawn', actor, now)
  })
}

async function recordCard(
  scope: MemberScope,
  organisationId: number,
  cardId: number,
  what: 'made' | 'withdrawn',
  actor: string,
  now: Date,
): Promise<void> {
  await record(scope, {
    organisationId,
    at: now,
    actor,
    action: `incident-card.${what}`,
    objectType: 'incident-card',
    objectId: cardId,
  })
}

export interface KnownCard {
  readonly organisationId: number
  readonly card: Card
}

/** Null where the token is none of ours or the card was withdrawn: the page then asks for hospital and town. */
export async function cardOf(context: Doors, token: string): Promise<KnownCard | null> {
  const read = readToken(token)
  if (!read) return null
  return context.database.asMember(read.organisationId, async (scope) => {
    const card = await findCard(scope, read.organisationId, read.hash)
    return card && !card.revokedAt ? { organisationId: read.organisationId, card } : null
  })
}

/** Returns the token of the guest's link; it is shown once and never stored. */
export function inviteGuest(
  context: Doors,
  access: Access,
  guest: {
    readonly name: string
    readonly ofWhom: string
    readonly may: 'read' | 'write'
    readonly days: number
  },
  now: Date,
): Promise<string> {
  const { token, hash } = newToken(access.organisationId)
  return inRoom(context, access, now, async (room) => {
    // Who is a guest himself opens no door for others.
    if (access.via === 'guest') throw doorClosed()
    const until = new Date(now.getTime() + Math.min(maxGuestDays, Math.max(1, guest.days)) * dayMs)
    const guestId = await insertGuest(room.scope, access.organisationId, {
      incidentId: access.incidentId,
      name: guest.name,
      ofWhom: guest.ofWhom,
      may: guest.may,
      until,
      tokenHash: hash,
      ...room.by,
    })
    await noteInJournal(room, 'guest-invited', { guestId, may: guest.may, until: until.toISOString() })
    return token
  })
}

export function showOut(context: Doors, access: Access, guestId: number, now: Date): Promise<void> {
  return inRoom(
    context,
    access,
    now,
    async (room) => {
      if (access.via === 'guest') throw doorClosed()
      if (!(await revokeGuest(room.scope, access.organisationId, access.incidentId, guestId, now)))
        throw incidentUnknown(guestId)
      await noteInJournal(room, 'guest-shown-out', { guestId })
    },
    { write: true, closed: true },
  )
}

/** Throws where the link is unknown, was taken back or its time is over: all three look alike to a stranger. */
export async function accessOfGuest(context: Doors, token: string, now: Date): Promise<Access> {
  const read = readToken(token)
  if (!read) throw doorClosed()
  return context.database.asMember(read.organisationId, async (scope) => {
    const guest = await findGuest(scope, read.organisationId, read.hash)
    if (!guest || guestStanding(guest, now) !== 'welcome') throw doorClosed()
    return {
      organisationId: read.organisationId,
      incidentId: guest.incidentId,
      via: 'guest',
      actor: `guest:${guest.id}`,
      name: `${guest.name} (${guest.ofWhom})`,
      may: guest.may,
    }
  })
}
