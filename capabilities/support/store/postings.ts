// All SQL about offers and needs: a member's own in full, those of others as the offered columns only.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { organisationNames } from '../../organisations/index.ts'
import type { Circle, OwnNeed, OwnOffer, SeenNeed, SeenOffer } from '../aid.ts'

export interface Recorded {
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly recordedByName: string
}

type Stored<P> = Omit<P, 'circle'> & {
  readonly circleKind: Circle['kind']
  readonly circleCountries: readonly string[]
  readonly circleMembers: readonly number[]
}

const circleColumns = sql`circle as "circleKind", circle_countries as "circleCountries", circle_members as "circleMembers"`
const offered = sql`o.id, o.kind, o.title, o.text, o.capacity, o.area, o.starts_at as "startsAt", o.until`
const needed = sql`o.id, o.kind, o.title, o.text, o.area, o.until`

export async function insertOffer(
  scope: MemberScope,
  organisationId: number,
  offer: Omit<OwnOffer, 'id' | 'withdrawnAt'> & Recorded,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into aid_offers (organisation_id, kind, title, text, capacity, area, shows_name, contact_name, contact_phone, starts_at, until, circle, circle_countries, circle_members,
      recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${offer.kind}, ${offer.title}, ${offer.text}, ${offer.capacity}, ${offer.area}, ${offer.showsName}, ${offer.contactName}, ${offer.contactPhone},
      ${offer.startsAt}, ${offer.until}, ${offer.circle.kind}, ${offer.circle.countries}::text[], ${offer.circle.members}::bigint[],
      ${offer.recordedAt}, ${offer.recordedBy}, ${offer.recordedByName}) returning id`.execute(scope.db)
  return idOf(rows)
}

export async function insertNeed(
  scope: MemberScope,
  organisationId: number,
  need: Omit<OwnNeed, 'id' | 'withdrawnAt'> & Recorded,
): Promise<number> {
  const number = need.realm === 'exercise' ? sql`nextval('exercise_support')` : sql`default`
  const { rows } = await sql<{ id: number }>`
    insert into aid_needs (organisation_id, id, realm, kind, title, text, area, contact_name, contact_phone, until, circle, circle_countries, circle_members,
      recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${number}, ${need.realm}, ${need.kind}, ${need.title}, ${need.text}, ${need.area}, ${need.contactName}, ${need.contactPhone}, ${need.until},
      ${need.circle.kind}, ${need.circle.countries}::text[], ${need.circle.members}::bigint[], ${need.recordedAt}, ${need.recordedBy}, ${need.recordedByName}) returning id`.execute(
    scope.db,
  )
  return idOf(rows)
}

const maxPostingsShown = 200

export async function selectOwnOffers(scope: MemberScope): Promise<readonly OwnOffer[]> {
  const { rows } = await sql<Stored<OwnOffer>>`
    select id, kind, title, text, capacity, area, shows_name as "showsName", contact_name as "contactName", contact_phone as "contactPhone", starts_at as "startsAt", until,
      withdrawn_at as "withdrawnAt", ${circleColumns}
    from aid_offers where organisation_id = ${scope.organisationId} order by id desc limit ${maxPostingsShown}`.execute(
    scope.db,
  )
  return rows.map(withCircle)
}

export async function selectOwnNeeds(scope: MemberScope): Promise<readonly OwnNeed[]> {
  const { rows } = await sql<Stored<OwnNeed>>`
    select id, realm, kind, title, text, area, contact_name as "contactName", contact_phone as "contactPhone", until, withdrawn_at as "withdrawnAt", ${circleColumns}
    from aid_needs where organisation_id = ${scope.organisationId} order by id desc limit ${maxPostingsShown}`.execute(
    scope.db,
  )
  return rows.map(withCircle)
}

/** False where it was withdrawn before. */
export async function withdrawPosting(
  scope: MemberScope,
  subject: 'offer' | 'need',
  id: number,
  at: Date,
): Promise<boolean> {
  const statement =
    subject === 'offer'
      ? sql`update aid_offers set withdrawn_at = ${at} where organisation_id = ${scope.organisationId} and id = ${id} and withdrawn_at is null returning id`
      : sql`update aid_needs set withdrawn_at = ${at} where organisation_id = ${scope.organisationId} and id = ${id} and withdrawn_at is null returning id`
  const { rows } = await statement.execute(scope.db)
  return rows.length > 0
}

export interface Reader {
  readonly id: number
  readonly country: string
}

/** Of others, in whose circle the reader is, and still good. */
function visibleTo(reader: Reader, now: Date): RawBuilder<unknown> {
  return sql`o.organisation_id <> ${reader.id} and o.withdrawn_at is null and o.until >= ${now}
    and (o.circle = 'all' or (o.circle = 'countries' and ${reader.country} = any(o.circle_countries))
      or (o.circle = 'members' and ${reader.id} = any(o.circle_members)))`
}

export async function selectSeenOffers(
  scope: EngineScope,
  reader: Reader,
  now: Date,
): Promise<readonly SeenOffer[]> {
  const { rows } = await sql<SeenOffer>`
    select ${offered}, case when o.shows_name then n.name end as "ownerName"
    from aid_offers o join ${organisationNames} n on n.id = o.organisation_id
    where ${visibleTo(reader, now)} order by o.id desc limit ${maxPostingsShown}`.execute(scope.db)
  return rows
}

/** An exercise is nobody else's need. */
export async function selectSeenNeeds(
  scope: EngineScope,
  reader: Reader,
  now: Date,
): Promise<readonly SeenNeed[]> {
  const { rows } = await sql<SeenNeed>`
    select ${needed} from aid_needs o where o.realm = 'real' and ${visibleTo(reader, now)}
    order by o.id desc limit ${maxPostingsShown}`.execute(scope.db)
  return rows
}

/** Whose it is, for the engine alone; null where the reader may not see it. */
export async function ownerOfSeen(
  scope: EngineScope,
  subject: 'offer' | 'need',
  id: number,
  reader: Reader,
  now: Date,
): Promise<number | null> {
  const statement =
    subject === 'offer'
      ? sql<{
          owner: number
        }>`select o.organisation_id as owner from aid_offers o where o.id = ${id} and ${visibleTo(reader, now)}`
      : sql<{
          owner: number
        }>`select o.organisation_id as owner from aid_needs o where o.id = ${id} and o.realm = 'real' and ${visibleTo(reader, now)}`
  const { rows } = await statement.execute(scope.db)
  return rows[0]?.owner ?? null
}

export interface NeedToTell extends SeenNeed {
  readonly organisationId: number
  readonly realm: 'real' | 'exercise'
  readonly circle: Circle
}

/** Null where the circle was told before; locked, so that nobody is told twice. */
export async function findNeedToTell(
  scope: EngineScope,
  organisationId: number,
  id: number,
): Promise<NeedToTell | null> {
  const { rows } = await sql<Stored<NeedToTell>>`
    select organisation_id as "organisationId", realm, id, kind, title, text, area, until, ${circleColumns}
    from aid_needs where organisation_id = ${organisationId} and id = ${id} and told_at is null and withdrawn_at is null for update`.execute(
    scope.db,
  )
  return rows[0] ? withCircle(rows[0]) : null
}

export async function markNeedTold(
  scope: EngineScope,
  organisationId: number,
  id: number,
  at: Date,
): Promise<void> {
  await sql`update aid_needs set told_at = ${at} where organisation_id = ${organisationId} and id = ${id}`.execute(
    scope.db,
  )
}

export interface PostingOfAll {
  readonly subject: 'offer' | 'need'
  readonly organisationId: number
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly area: string
  readonly until: Date
}

/** For the duty officer, who may bring two together: everything that still holds, real only. */
export async function selectPostingsOfAll(scope: CentreScope, now: Date): Promise<readonly PostingOfAll[]> {
  const { rows } = await sql<PostingOfAll>`
    select 'need' as subject, organisation_id as "organisationId", id, kind, title, area, until from aid_needs
    where realm = 'real' and withdrawn_at is null and until >= ${now}
    union all
    select 'offer', organisation_id, id, kind, title, area, until from aid_offers where withdrawn_at is null and until >= ${now}
    order by subject, until, id limit ${maxPostingsShown}`.execute(scope.db)
  return rows
}

function withCircle<P extends { readonly circle: Circle }>({
  circleKind,
  circleCountries,
  circleMembers,
  ...rest
}: Stored<P>): P {
  const circle = { kind: circleKind, countries: circleCountries, members: circleMembers.map(Number) }
  // What was taken apart above is put together again.
  return { ...rest, circle } as unknown as P
}

function idOf(rows: readonly { readonly id: number }[]): number {
  const id = rows[0]?.id
  if (id === undefined) throw new Error('a posting was inserted and returned no number')
  return id
}
