// All SQL about two members who come together; read by the engine, because a row names both.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { MatchState } from '../aid.ts'

export interface Match {
  readonly id: number
  readonly subject: 'offer' | 'need'
  readonly subjectId: number
  /** Who posted the offer or need. */
  readonly ownerId: number
  readonly partnerId: number
  readonly text: string
  readonly contactName: string
  readonly contactPhone: string
  readonly state: MatchState
  readonly askedAt: Date
  readonly decidedAt: Date | null
  readonly title: string
  readonly ownerContactName: string
  readonly ownerContactPhone: string
}

/** False where this partner has an answer there already that is open or accepted. */
export async function insertMatch(
  scope: EngineScope,
  match: Pick<
    Match,
    'subject' | 'subjectId' | 'ownerId' | 'partnerId' | 'text' | 'contactName' | 'contactPhone' | 'askedAt'
  > & {
    readonly askedByName: string
  },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into aid_matches (organisation_id, subject, subject_id, partner_id, text, contact_name, contact_phone, asked_at, asked_by_name)
    values (${match.ownerId}, ${match.subject}, ${match.subjectId}, ${match.partnerId}, ${match.text}, ${match.contactName}, ${match.contactPhone}, ${match.askedAt}, ${match.askedByName})
    on conflict (organisation_id, subject, subject_id, partner_id) where state in ('asked', 'accepted') do nothing returning id`.execute(
    scope.db,
  )
  return rows[0]?.id ?? null
}

const selected = sql`select m.id, m.subject, m.subject_id as "subjectId", m.organisation_id as "ownerId", m.partner_id as "partnerId", m.text, m.contact_name as "contactName",
    m.contact_phone as "contactPhone", m.state, m.asked_at as "askedAt", m.decided_at as "decidedAt", coalesce(o.title, n.title) as title,
    coalesce(o.contact_name, n.contact_name) as "ownerContactName", coalesce(o.contact_phone, n.contact_phone) as "ownerContactPhone"
  from aid_matches m
  left join aid_offers o on m.subject = 'offer' and o.organisation_id = m.organisation_id and o.id = m.subject_id
  left join aid_needs n on m.subject = 'need' and n.organisation_id = m.organisation_id and n.id = m.subject_id`

const maxMatchesShown = 200

/** Both those that the member posted for and those that it answered. */
export async function selectMatchesOf(scope: EngineScope, organisationId: number): Promise<readonly Match[]> {
  const { rows } = await sql<Match>`${selected}
    where m.organisation_id = ${organisationId} or m.partner_id = ${organisationId}
    order by (m.state = 'asked') desc, (m.state = 'accepted') desc, m.id desc limit ${maxMatchesShown}`.execute(
    scope.db,
  )
  return rows
}

/** Null where the organisation is on neither side. */
export async function findMatchOf(
  scope: EngineScope,
  organisationId: number,
  id: number,
): Promise<Match | null> {
  const { rows } = await sql<Match>`${selected}
    where m.id = ${id} and (m.organisation_id = ${organisationId} or m.partner_id = ${organisationId}) for update of m`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function saveMatchState(
  scope: EngineScope,
  { ownerId, id }: Pick<Match, 'ownerId' | 'id'>,
  to: { readonly state: MatchState; readonly at: Date; readonly byName: string },
): Promise<void> {
  await sql`update aid_matches set state = ${to.state}, decided_at = ${to.at}, decided_by_name = ${to.byName}
    where organisation_id = ${ownerId} and id = ${id}`.execute(scope.db)
}

/** When a posting is withdrawn, what was only asked falls with it; what was accepted stays. */
export async function endOpenMatches(
  scope: EngineScope,
  ownerId: number,
  subject: 'offer' | 'need',
  subjectId: number,
  by: { readonly at: Date; readonly name: string },
): Promise<void> {
  await sql`update aid_matches set state = 'declined', decided_at = ${by.at}, decided_by_name = ${by.name}
    where organisation_id = ${ownerId} and subject = ${subject} and subject_id = ${subjectId} and state = 'asked'`.execute(
    scope.db,
  )
}
