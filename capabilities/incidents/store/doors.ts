// All SQL about ways into a room without an account: printed cards and guests.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { Realm } from '../incident.ts'
import type { Recorded } from './room.ts'

type RoomScope = MemberScope | EngineScope

export interface Card {
  readonly id: number
  readonly place: string
  readonly realm: Realm
  readonly createdAt: Date
  readonly createdByName: string
  readonly usedAt: Date | null
  readonly revokedAt: Date | null
}

const cardColumns = sql`id, place, realm, created_at as "createdAt", created_by_name as "createdByName", used_at as "usedAt", revoked_at as "revokedAt"`

export async function insertCard(
  scope: RoomScope,
  organisationId: number,
  card: Pick<Card, 'place' | 'realm' | 'createdAt' | 'createdByName'> & { readonly tokenHash: Buffer },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into incident_cards (organisation_id, place, realm, token_hash, created_at, created_by_name)
    values (${organisationId}, ${card.place}, ${card.realm}, ${card.tokenHash}, ${card.createdAt}, ${card.createdByName}) returning id`.execute(
    scope.db,
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('a card was inserted and returned no number')
  return id
}

export async function selectCards(scope: RoomScope, organisationId: number): Promise<readonly Card[]> {
  const { rows } = await sql<Card>`
    select ${cardColumns} from incident_cards where organisation_id = ${organisationId} order by id`.execute(
    scope.db,
  )
  return rows
}

/** Also where it was withdrawn, so that the page can say so. */
export async function findCard(
  scope: RoomScope,
  organisationId: number,
  tokenHash: Buffer,
): Promise<Card | null> {
  const { rows } = await sql<Card>`
    select ${cardColumns} from incident_cards where organisation_id = ${organisationId} and token_hash = ${tokenHash}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function markCardUsed(
  scope: RoomScope,
  organisationId: number,
  id: number,
  at: Date,
): Promise<void> {
  await sql`update incident_cards set used_at = ${at} where organisation_id = ${organisationId} and id = ${id}`.execute(
    scope.db,
  )
}

export async function revokeCard(
  scope: RoomScope,
  organisationId: number,
  id: number,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update incident_cards set revoked_at = ${at} where organisation_id = ${organisationId} and id = ${id} and revoked_at is null returning id`.execute(
    scope.db,
  )
  return rows.length > 0
}

export interface Guest extends Recorded {
  readonly id: number
  readonly incidentId: number
  readonly name: string
  readonly ofWhom: string
  readonly may: 'read' | 'write'
  readonly until: Date
  readonly revokedAt: Date | null
}

const guestColumns = sql`id, incident_id as "incidentId", name, of_whom as "ofWhom", may, until, revoked_at as "revokedAt",
  recorded_at as "recordedAt", recorded_by as "recordedBy", recorded_by_name as "recordedByName"`

export async function insertGuest(
  scope: RoomScope,
  organisationId: number,
  guest: Omit<Guest, 'id' | 'revokedAt'> & { readonly tokenHash: Buffer },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into incident_guests (organisation_id, incident_id, name, of_whom, may, token_hash, until, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${guest.incidentId}, ${guest.name}, ${guest.ofWhom}, ${guest.may}, ${guest.tokenHash}, ${guest.until}, ${guest.recordedAt}, ${guest.recordedBy}, ${guest.recordedByName})
    returning id`.execute(scope.db)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('a guest was inserted and returned no number')
  return id
}

export async function selectGuests(
  scope: RoomScope,
  organisationId: number,
  incidentId: number,
): Promise<readonly Guest[]> {
  const { rows } = await sql<Guest>`
    select ${guestColumns} from incident_guests where organisation_id = ${organisationId} and incident_id = ${incidentId} order by id`.execute(
    scope.db,
  )
  return rows
}

/** Also where their time is over; whether they may enter is decided by access.ts. */
export async function findGuest(
  scope: RoomScope,
  organisationId: number,
  tokenHash: Buffer,
): Promise<Guest | null> {
  const { rows } = await sql<Guest>`
    select ${guestColumns} from incident_guests where organisation_id = ${organisationId} and token_hash = ${tokenHash}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function revokeGuest(
  scope: RoomScope,
  organisationId: number,
  incidentId: number,
  id: number,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update incident_guests set revoked_at = ${at}
    where organisation_id = ${organisationId} and incident_id = ${incidentId} and id = ${id} and revoked_at is null returning id`.execute(
    scope.db,
  )
  return rows.length > 0
}
