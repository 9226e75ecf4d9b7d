// All SQL about requests for items and their steps.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { ItemRequest, Outcome, RequestState, RequestStep } from '../request.ts'

type OwnScope = MemberScope | EngineScope
type AnyScope = OwnScope | CentreScope

const columns = sql`organisation_id as "organisationId", id, item_key as "itemKey", item_version as "itemVersion", via, state, text,
  contact_name as "contactName", contact_phone as "contactPhone", country, house_size as "houseSize", pillars, asked_at as "askedAt",
  asked_by_name as "askedByName", due_at as "dueAt", told_steps as "toldSteps", told_at as "toldAt", taken_by_name as "takenByName",
  promised_for as "promisedFor", outcome, ended_at as "endedAt"`

export type NewRequest = Pick<
  ItemRequest,
  | 'organisationId'
  | 'itemKey'
  | 'itemVersion'
  | 'via'
  | 'text'
  | 'contactName'
  | 'contactPhone'
  | 'country'
  | 'houseSize'
  | 'pillars'
  | 'askedAt'
  | 'askedByName'
  | 'dueAt'
> & { readonly formToken: string }

/** Null where the same form was sent before. */
export async function insertRequest(scope: MemberScope, request: NewRequest): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into item_requests (organisation_id, item_key, item_version, via, state, text, contact_name, contact_phone, form_token, country, house_size,
      pillars, asked_at, asked_by_name, due_at)
    values (${request.organisationId}, ${request.itemKey}, ${request.itemVersion}, ${request.via}, 'asked', ${request.text}, ${request.contactName},
      ${request.contactPhone}, ${request.formToken}, ${request.country}, ${request.houseSize}, ${[...request.pillars]}::text[], ${request.askedAt},
      ${request.askedByName}, ${request.dueAt})
    on conflict (organisation_id, form_token) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

export async function findRequestByForm(
  scope: MemberScope,
  organisationId: number,
  formToken: string,
): Promise<ItemRequest | null> {
  const { rows } = await sql<ItemRequest>`
    select ${columns} from item_requests where organisation_id = ${organisationId} and form_token = ${formToken}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

/** Locked where a step follows, so that two people at once do not both take it. */
export async function findRequest(
  scope: OwnScope,
  organisationId: number,
  id: number,
  options: { readonly lock?: boolean } = {},
): Promise<ItemRequest | null> {
  const { rows } = await sql<ItemRequest>`
    select ${columns} from item_requests where organisation_id = ${organisationId} and id = ${id} ${options.lock ? sql`for update` : sql``}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

/** Of one member, or what the centre has to do with; what waits before what is over, the earliest due first. */
export async function selectRequests(
  scope: AnyScope,
  { organisationId, limit }: { readonly organisationId: number | null; readonly limit: number },
): Promise<readonly ItemRequest[]> {
  const { rows } = await sql<ItemRequest>`
    select ${columns} from item_requests
    where ${organisationId === null ? sql`via = 'centre'` : sql`organisation_id = ${organisationId}`}
    order by (ended_at is not null), (state = 'asked') desc,
      case when ended_at is not null then -extract(epoch from ended_at) else extract(epoch from coalesce(promised_for, due_at, asked_at)) end,
      organisation_id, id limit ${limit}`.execute(scope.db)
  return rows
}

export type DemandedRequest = Pick<ItemRequest, 'organisationId' | 'country' | 'houseSize' | 'pillars'>

/** Since then, those to the centre and those elsewhere; withdrawn ones are no demand. */
export async function selectDemand(scope: CentreScope, since: Date): Promise<readonly DemandedRequest[]> {
  const { rows } = await sql<DemandedRequest>`
    select organisation_id as "organisationId", country, house_size as "houseSize", pillars from item_requests
    where asked_at >= ${since} and state <> 'withdrawn'`.execute(scope.db)
  return rows
}

/** What waits for a first answer. */
export async function countWaiting(scope: CentreScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from item_requests where via = 'centre' and state in ('asked', 'taken')`.execute(
    scope.db,
  )
  return rows[0]?.count ?? 0
}

/** What may be late; whether a reminder is due is decided by request.ts. */
export async function selectMaybeLate(
  scope: EngineScope,
  now: Date,
  limit: number,
): Promise<readonly ItemRequest[]> {
  const { rows } = await sql<ItemRequest>`
    select ${columns} from item_requests
    where via = 'centre' and ((state in ('asked', 'taken') and due_at < ${now}) or (state = 'promised' and promised_for < ${now}))
    order by told_at nulls first, due_at limit ${limit} for update skip locked`.execute(scope.db)
  return rows
}

export async function markRequestTold(
  scope: EngineScope,
  { organisationId, id }: Pick<ItemRequest, 'organisationId' | 'id'>,
  at: Date,
): Promise<void> {
  await sql`update item_requests set told_steps = told_steps + 1, told_at = ${at} where organisation_id = ${organisationId} and id = ${id}`.execute(
    scope.db,
  )
}

export interface RequestChange {
  readonly state: RequestState
  /** Null leaves who has it as it is. */
  readonly takenBy: { readonly personId: number; readonly name: string; readonly at: Date } | null
  readonly promisedFor: Date | null
  readonly outcome: Outcome | null
  readonly endedAt: Date | null
}

export async function saveRequest(
  scope: MemberScope,
  { organisationId, id }: Pick<ItemRequest, 'organisationId' | 'id'>,
  to: RequestChange,
): Promise<void> {
  const { takenBy } = to
  await sql`update item_requests set state = ${to.state}, promised_for = ${to.promisedFor}, outcome = ${to.outcome}, ended_at = ${to.endedAt},
      taken_by = coalesce(${takenBy?.personId ?? null}::bigint, taken_by), taken_by_name = coalesce(${takenBy?.name ?? null}::text, taken_by_name),
      taken_at = coalesce(${takenBy?.at ?? null}::timestamptz, taken_at), told_at = null
    where organisation_id = ${organisationId} and id = ${id}`.execute(scope.db)
}

export interface RequestStepEntry {
  readonly step: RequestStep | 'ask'
  readonly state: RequestState
  readonly note: string | null
  readonly at: Date
  readonly byName: string
}

export async function insertRequestStep(
  scope: MemberScope,
  organisationId: number,
  requestId: number,
  entry: RequestStepEntry & { readonly by: string },
): Promise<void> {
  await sql`insert into item_request_steps (organisation_id, request_id, step, state, note, at, by, by_name)
    values (${organisationId}, ${requestId}, ${entry.step}, ${entry.state}, ${entry.note}, ${entry.at}, ${entry.by}, ${entry.byName})`.execute(
    scope.db,
  )
}

/** The newest first. */
export async function selectRequestSteps(
  scope: OwnScope,
  organisationId: number,
  requestId: number,
): Promise<readonly RequestStepEntry[]> {
  const { rows } = await sql<RequestStepEntry>`
    select step, state, note, at, by_name as "byName" from item_request_steps
    where organisation_id = ${organisationId} and request_id = ${requestId} order by id desc`.execute(
    scope.db,
  )
  return rows
}
