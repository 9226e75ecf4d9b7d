// All SQL about calls for help and their steps.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { Call, CallState, CallStep } from '../call.ts'

type OwnScope = MemberScope | EngineScope
type AnyScope = OwnScope | CentreScope

const columns = sql`organisation_id as "organisationId", id, realm, kind, text, incident_id as "incidentId", contact_name as "contactName",
  contact_phone as "contactPhone", state, asked_at as "askedAt", asked_by_name as "askedByName", due_at as "dueAt", rule, told_steps as "toldSteps",
  told_at as "toldAt", taken_at as "takenAt", taken_by as "takenBy", taken_by_name as "takenByName", promised_who as "promisedWho",
  promised_for as "promisedFor", promise_told_at as "promiseToldAt"`

export type NewCall = Pick<
  Call,
  | 'organisationId'
  | 'realm'
  | 'kind'
  | 'text'
  | 'incidentId'
  | 'contactName'
  | 'contactPhone'
  | 'askedAt'
  | 'askedByName'
  | 'dueAt'
  | 'rule'
> & { readonly formToken: string }

/** Null where the same form was sent before. */
export async function insertCall(scope: MemberScope, call: NewCall): Promise<number | null> {
  const number = call.realm === 'exercise' ? sql`nextval('exercise_support')` : sql`default`
  const { rows } = await sql<{ id: number }>`
    insert into support_calls (organisation_id, id, realm, kind, text, incident_id, contact_name, contact_phone, form_token, asked_at, asked_by_name, due_at, rule)
    values (${call.organisationId}, ${number}, ${call.realm}, ${call.kind}, ${call.text}, ${call.incidentId}, ${call.contactName}, ${call.contactPhone},
      ${call.formToken}, ${call.askedAt}, ${call.askedByName}, ${call.dueAt}, ${call.rule})
    on conflict (organisation_id, form_token) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

export async function findCallByForm(
  scope: MemberScope,
  organisationId: number,
  formToken: string,
): Promise<Call | null> {
  const { rows } = await sql<Call>`
    select ${columns} from support_calls where organisation_id = ${organisationId} and form_token = ${formToken}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

/** Locked where a step follows, so that two people at once do not both take it. */
export async function findCall(
  scope: OwnScope,
  organisationId: number,
  id: number,
  options: { readonly lock?: boolean } = {},
): Promise<Call | null> {
  const { rows } = await sql<Call>`
    select ${columns} from support_calls where organisation_id = ${organisationId} and id = ${id} ${options.lock ? sql`for update` : sql``}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

/** Of one member, or of all. Real ones before exercises, what waits before what is over, the earliest due first. */
export async function selectCalls(
  scope: AnyScope,
  { organisationId, limit }: { readonly organisationId: number | null; readonly limit: number },
): Promise<readonly Call[]> {
  const { rows } = await sql<Call>`
    select ${columns} from support_calls where ${organisationId === null ? sql`true` : sql`organisation_id = ${organisationId}`}
    order by (state in ('closed', 'withdrawn')), realm desc, (state = 'asked') desc,
      case when state in ('closed', 'withdrawn') then -extract(epoch from asked_at) else extract(epoch from due_at) end, organisation_id, id limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

/** What the menu says: waiting calls for the centre, open ones for a member. Exercises do not count. */
export async function countCalls(scope: AnyScope, organisationId: number | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from support_calls where realm = 'real'
      and ${organisationId === null ? sql`state = 'asked'` : sql`organisation_id = ${organisationId} and state not in ('closed', 'withdrawn')`}`.execute(
    scope.db,
  )
  return rows[0]?.count ?? 0
}

/** Nobody has taken them, or the promised time has passed; whether a reminder is due is decided by reminders.ts. */
export async function selectToRemind(scope: EngineScope, now: Date, limit: number): Promise<readonly Call[]> {
  const { rows } = await sql<Call>`
    select ${columns} from support_calls
    where state = 'asked' or (state = 'promised' and promise_told_at is null and promised_for < ${now})
    order by told_at nulls first, due_at limit ${limit} for update skip locked`.execute(scope.db)
  return rows
}

export async function markCallTold(
  scope: EngineScope,
  { organisationId, id }: Pick<Call, 'organisationId' | 'id'>,
  steps: number,
  at: Date,
): Promise<void> {
  await sql`update support_calls set told_steps = ${steps}, told_at = ${at} where organisation_id = ${organisationId} and id = ${id}`.execute(
    scope.db,
  )
}

export async function markPromiseTold(
  scope: EngineScope,
  { organisationId, id }: Pick<Call, 'organisationId' | 'id'>,
  at: Date,
): Promise<void> {
  await sql`update support_calls set promise_told_at = ${at} where organisation_id = ${organisationId} and id = ${id}`.execute(
    scope.db,
  )
}

export type CallChange = Pick<
  Call,
  | 'state'
  | 'askedAt'
  | 'dueAt'
  | 'rule'
  | 'toldSteps'
  | 'toldAt'
  | 'takenAt'
  | 'takenBy'
  | 'takenByName'
  | 'promisedWho'
  | 'promisedFor'
  | 'promiseToldAt'
>

export async function saveCall(
  scope: MemberScope,
  { organisationId, id }: Pick<Call, 'organisationId' | 'id'>,
  to: CallChange,
): Promise<void> {
  await sql`update support_calls set state = ${to.state}, asked_at = ${to.askedAt}, due_at = ${to.dueAt}, rule = ${to.rule}, told_steps = ${to.toldSteps},
      told_at = ${to.toldAt}, taken_at = ${to.takenAt}, taken_by = ${to.takenBy}, taken_by_name = ${to.takenByName}, promised_who = ${to.promisedWho},
      promised_for = ${to.promisedFor}, promise_told_at = ${to.promiseToldAt}
    where organisation_id = ${organisationId} and id = ${id}`.execute(scope.db)
}

export interface StepEntry {
  readonly step: CallStep | 'ask'
  readonly state: CallState
  readonly note: string | null
  readonly at: Date
  readonly byName: string
}

export async function insertCallStep(
  scope: MemberScope,
  organisationId: number,
  callId: number,
  entry: StepEntry & { readonly by: string },
): Promise<void> {
  await sql`insert into support_call_steps (organisation_id, call_id, step, state, note, at, by, by_name)
    values (${organisationId}, ${callId}, ${entry.step}, ${entry.state}, ${entry.note}, ${entry.at}, ${entry.by}, ${entry.byName})`.execute(
    scope.db,
  )
}

/** The newest first. */
export async function selectCallSteps(
  scope: OwnScope,
  organisationId: number,
  callId: number,
): Promise<readonly StepEntry[]> {
  const { rows } = await sql<StepEntry>`
    select step, state, note, at, by_name as "byName" from support_call_steps
    where organisation_id = ${organisationId} and call_id = ${callId} order by id desc`.execute(scope.db)
  return rows
}
