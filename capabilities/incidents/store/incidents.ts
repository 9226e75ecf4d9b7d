// All SQL about cases themselves: open, find, list, take, close.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { Incident, IncidentKind, Realm, Tlp } from '../incident.ts'

type RoomScope = MemberScope | EngineScope
type AnyScope = RoomScope | CentreScope

const columns = sql`organisation_id as "organisationId", id, realm, word, kind, title, state, tlp, opened_at as "openedAt", opened_via as "openedVia",
  opened_by_name as "openedByName", reporter_name as "reporterName", reporter_phone as "reporterPhone", site, language, answered_at as "answeredAt",
  answered_by_name as "answeredByName", told_steps as "toldSteps", told_at as "toldAt", closed_at as "closedAt", closed_by_name as "closedByName",
  closing_note as "closingNote"`

export interface NewIncident {
  readonly organisationId: number
  readonly realm: Realm
  readonly word: string
  readonly kind: IncidentKind
  readonly title: string
  readonly tlp: Tlp
  readonly openedAt: Date
  readonly openedVia: Incident['openedVia']
  readonly openedBy: string
  readonly openedByName: string
  readonly reporterName: string | null
  readonly reporterPhone: string | null
  readonly site: string | null
  readonly language: string
  readonly formToken: string
}

/** Null where the same form was sent before. */
export async function insertIncident(scope: RoomScope, given: NewIncident): Promise<number | null> {
  const number = given.realm === 'exercise' ? sql`nextval('exercise_incidents')` : sql`default`
  const { rows } = await sql<{ id: number }>`
    insert into incidents (organisation_id, id, realm, word, kind, title, tlp, opened_at, opened_via, opened_by, opened_by_name, reporter_name, reporter_phone, site, language, form_token)
    values (${given.organisationId}, ${number}, ${given.realm}, ${given.word}, ${given.kind}, ${given.title}, ${given.tlp}, ${given.openedAt}, ${given.openedVia},
      ${given.openedBy}, ${given.openedByName}, ${given.reporterName}, ${given.reporterPhone}, ${given.site}, ${given.language}, ${given.formToken})
    on conflict (organisation_id, form_token) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

export async function findByFormToken(
  scope: RoomScope,
  organisationId: number,
  formToken: string,
): Promise<Incident | null> {
  const { rows } = await sql<Incident>`
    select ${columns} from incidents where organisation_id = ${organisationId} and form_token = ${formToken}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function wordsInUse(scope: RoomScope, organisationId: number): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ word: string }>`
    select word from incidents where organisation_id = ${organisationId}`.execute(scope.db)
  return new Set(rows.map((row) => row.word))
}

/** Locked where a decision follows, so that two people at once do not overwrite each other. */
export async function findIncident(
  scope: RoomScope,
  organisationId: number,
  id: number,
  options: { readonly lock?: boolean } = {},
): Promise<Incident | null> {
  const { rows } = await sql<Incident>`
    select ${columns} from incidents where organisation_id = ${organisationId} and id = ${id} ${options.lock ? sql`for update` : sql``}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export interface IncidentFilter {
  readonly organisationId: number | null
  readonly state: Incident['state'] | null
  readonly limit: number
}

/** Real ones before exercises, open ones first, then the newest. */
export async function selectIncidents(
  scope: AnyScope,
  { organisationId, state, limit }: IncidentFilter,
): Promise<readonly Incident[]> {
  const { rows } = await sql<Incident>`
    select ${columns} from incidents
    where ${organisationId === null ? sql`true` : sql`organisation_id = ${organisationId}`} and ${state === null ? sql`true` : sql`state = ${state}`}
    order by state desc, realm desc, opened_at desc, id desc limit ${limit}`.execute(scope.db)
  return rows
}

export async function countOpen(scope: AnyScope, organisationId: number | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from incidents where state = 'open' and ${organisationId === null ? sql`true` : sql`organisation_id = ${organisationId}`}`.execute(
    scope.db,
  )
  return rows[0]?.count ?? 0
}

/** Real ones only: an exercise says nothing about attacks. */
export async function countOpenedSince(
  scope: MemberScope | EngineScope,
  organisationId: number,
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from incidents where organisation_id = ${organisationId} and realm = 'real' and opened_at >= ${since}`.execute(
    scope.db,
  )
  return rows[0]?.count ?? 0
}

/** Nobody of the centre has answered, and the last step is older than the given instant. */
export async function selectToWake(
  scope: EngineScope,
  toldBefore: Date,
  limit: number,
): Promise<readonly Incident[]> {
  const { rows } = await sql<Incident>`
    select ${columns} from incidents
    where state = 'open' and answered_at is null and (told_at is null or told_at <= ${toldBefore})
    order by opened_at limit ${limit} for update skip locked`.execute(scope.db)
  return rows
}

export async function markTold(
  scope: EngineScope,
  incident: Pick<Incident, 'organisationId' | 'id'>,
  steps: number,
  at: Date,
): Promise<void> {
  await sql`update incidents set told_steps = ${steps}, told_at = ${at}
    where organisation_id = ${incident.organisationId} and id = ${incident.id}`.execute(scope.db)
}

/** The first to take it stands; null where another did before. */
export async function markAnswered(
  scope: RoomScope,
  incident: Pick<Incident, 'organisationId' | 'id'>,
  by: { readonly personId: number; readonly name: string },
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update incidents set answered_at = ${at}, answered_by = ${by.personId}, answered_by_name = ${by.name}
    where organisation_id = ${incident.organisationId} and id = ${incident.id} and answered_at is null returning id`.execute(
    scope.db,
  )
  return rows.length > 0
}

export async function saveIncident(
  scope: RoomScope,
  {
    organisationId,
    id,
    kind,
    title,
    tlp,
  }: Pick<Incident, 'organisationId' | 'id' | 'kind' | 'title' | 'tlp'>,
): Promise<void> {
  await sql`update incidents set kind = ${kind}, title = ${title}, tlp = ${tlp}
    where organisation_id = ${organisationId} and id = ${id}`.execute(scope.db)
}

export async function saveState(
  scope: RoomScope,
  incident: Pick<Incident, 'organisationId' | 'id' | 'state' | 'closedAt' | 'closedByName' | 'closingNote'>,
): Promise<void> {
  await sql`update incidents set state = ${incident.state}, closed_at = ${incident.closedAt}, closed_by_name = ${incident.closedByName}, closing_note = ${incident.closingNote}
    where organisation_id = ${incident.organisationId} and id = ${incident.id}`.execute(scope.db)
}
