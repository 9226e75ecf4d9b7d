// SQL about the alerts of one hospital: list, one, and its answers.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { advisoryTitles } from '../../advisories/index.ts'
import { foldTargets } from '../../matching/index.ts'
import { runningObligations } from '../../obligations/index.ts'
import type { AlertState, Applies } from '../alert.ts'
import type { Urgency, UrgencyDecision } from '../urgency.ts'
import type { WarningTexts } from '../warning.ts'
import { decisionOfAlert } from './decisions.ts'
import { warningTextsOfAlert } from './warnings.ts'

export interface Alert {
  readonly organisationId: number
  readonly id: number
  readonly advisoryId: number
  readonly state: AlertState
  readonly answer: 'affected' | 'cannot_tell'
  /** `warning`: the centre warned, and nothing in the list of assets says whether it concerns the house. */
  readonly raisedFor: 'match' | 'warning'
  readonly urgency: Urgency
  readonly urgencyPath: UrgencyDecision
  readonly affectedAssets: number
  readonly unsureAssets: number
  readonly raisedAt: Date
  readonly openedAt: Date
  readonly changedAt: Date
  readonly reopenedBecause: string | null
  readonly acknowledgedAt: Date | null
  readonly acknowledgedBy: number | null
  readonly applies: Applies | null
  readonly assignee: string | null
  readonly answeredAt: Date | null
  readonly reason: string | null
  readonly acceptedUntil: string | null
  readonly closedAt: Date | null
  /** Why the engine ended it; null where a person did or it runs. */
  readonly endedBecause: string | null
}

const columns = sql`al.organisation_id as "organisationId", al.id, al.advisory_id as "advisoryId", al.state, al.answer, al.raised_for as "raisedFor", al.urgency, ${decisionOfAlert} as "urgencyPath",
  al.affected_assets as "affectedAssets", al.unsure_assets as "unsureAssets", al.raised_at as "raisedAt", al.opened_at as "openedAt", al.changed_at as "changedAt",
  al.reopened_because as "reopenedBecause", al.acknowledged_at as "acknowledgedAt", al.acknowledged_by as "acknowledgedBy", al.applies, al.assignee,
  al.answered_at as "answeredAt", al.reason, al.accepted_until as "acceptedUntil", al.closed_at as "closedAt", al.ended_because as "endedBecause"`

/** Locked where the answer is decided, so that two people at once do not overwrite each other. */
export async function findAlert(
  scope: MemberScope,
  id: number,
  options: { readonly lock?: boolean } = {},
): Promise<Alert | null> {
  const lock = options.lock ? sql`for update` : sql``
  const { rows } = await sql<Alert>`select ${columns} from alerts al
    where organisation_id = ${scope.organisationId} and id = ${id} ${lock}`.execute(scope.db)
  return rows[0] ?? null
}

export async function findAlertOfAdvisory(
  scope: MemberScope | CentreScope | EngineScope,
  organisationId: number,
  advisoryId: number,
): Promise<Alert | null> {
  const { rows } =
    await sql<Alert>`select ${columns} from alerts al where organisation_id = ${organisationId} and advisory_id = ${advisoryId}`.execute(
      scope.db,
    )
  return rows[0] ?? null
}

/** The hospital's alerts about the advisories that verdicts of this one were folded into. */
export async function alertsTakingOver(
  scope: MemberScope,
  organisationId: number,
  advisoryId: number,
): Promise<readonly { readonly id: number; readonly title: string; readonly trackingId: string }[]> {
  const targets = await foldTargets(scope, advisoryId)
  const { rows } = await sql<{ id: number; title: string; trackingId: string }>`
    select al.id, t.title, t.tracking_id as "trackingId" from alerts al join ${advisoryTitles} t on t.id = al.advisory_id
    where al.organisation_id = ${organisationId} and al.advisory_id = any(${targets}::bigint[]) order by al.id`.execute(
    scope.db,
  )
  return rows
}

/** With the advisory's title and the next running clock, as lists show it. */
export interface ListedAlert extends Alert {
  readonly title: string
  readonly publisher: string
  readonly trackingId: string
  /** Only of an alert that was raised for a warning. */
  readonly warning: WarningTexts | null
  readonly nextKind: string | null
  readonly nextBasis: string | null
  readonly nextStartsAt: Date | null
  readonly nextDueAt: Date | null
}

export const alertSorts = ['due', 'urgency', 'newest'] as const
export type AlertSort = (typeof alertSorts)[number]

export interface AlertFilter {
  readonly search: string | null
  readonly urgency: Urgency | null
  readonly state: 'open' | 'closed' | AlertState | null
  readonly answer: 'affected' | 'cannot_tell' | null
  readonly sort: AlertSort
  /** Position after which the page starts, from the last row of the page before. */
  readonly after: { readonly key: string; readonly id: number } | null
  readonly limit: number
}

const listedColumns = sql`${columns}, t.title, t.publisher, t.tracking_id as "trackingId", ${warningTextsOfAlert} as warning, next.kind as "nextKind", next.basis as "nextBasis", next.starts_at as "nextStartsAt", next.due_at as "nextDueAt"`

const listedTables = sql`alerts al join ${advisoryTitles} t on t.id = al.advisory_id
    left join lateral (select o.kind, o.basis, o.starts_at, o.due_at from ${runningObligations} o
      where o.organisation_id = al.organisation_id and o.subject_type = 'alert' and o.subject_id = al.id order by o.due_at limit 1) next on true`

const urgencyRank = sql`array_position(array['act-now', 'this-week', 'next-maintenance', 'watch'], al.urgency)`

/** A text that sorts as the person asked; with the id it is the key of the page (keyset, never offset). */
const sortKeys: Readonly<Record<AlertSort, ReturnType<typeof sql>>> = {
  due: sql`coalesce(to_char(next.due_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), 'none')`,
  urgency: sql`(${urgencyRank})::text || coalesce(to_char(next.due_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), 'none')`,
  newest: sql`lpad((9999999999999 - (extract(epoch from al.opened_at) * 1000)::bigint)::text, 13, '0')`,
}

export async function listAlerts(
  scope: MemberScope,
  filter: AlertFilter,
): Promise<readonly (ListedAlert & { readonly key: string })[]> {
  const key = sortKeys[filter.sort]
  const { rows } = await sql<ListedAlert & { key: string }>`
    select ${listedColumns}, ${key} as key from ${listedTables}
    where ${whereOf(scope.organisationId, filter)} and (${filter.after === null} or (${key}, al.id) > (${filter.after?.key ?? ''}, ${filter.after?.id ?? 0}::bigint))
    order by ${key}, al.id limit ${filter.limit}`.execute(scope.db)
  return rows
}

/** In the order asked for by nobody in particular: oldest first. */
export async function selectListed(
  scope: MemberScope,
  ids: readonly number[],
): Promise<readonly ListedAlert[]> {
  const { rows } = await sql<ListedAlert>`select ${listedColumns} from ${listedTables}
    where al.organisation_id = ${scope.organisationId} and al.id = any(${ids}::bigint[]) order by al.opened_at, al.id`.execute(
    scope.db,
  )
  return rows
}

function whereOf(organisationId: number, filter: AlertFilter) {
  const conditions = [sql`al.organisation_id = ${organisationId}`]
  if (filter.urgency) conditions.push(sql`al.urgency = ${filter.urgency}`)
  if (filter.answer) conditions.push(sql`al.answer = ${filter.answer}`)
  if (filter.state === 'open') conditions.push(sql`al.closed_at is null`)
  else if (filter.state === 'closed') conditions.push(sql`al.closed_at is not null`)
  else if (filter.state) conditions.push(sql`al.state = ${filter.state}`)
  if (filter.search)
    conditions.push(
      sql`(t.title || ' ' || t.publisher || ' ' || t.tracking_id) ilike ${`%${filter.search.replace(/[\\%_]/g, '\\$&')}%`}`,
    )
  return sql.join(conditions, sql` and `)
}

export interface AlertCounts {
  readonly open: number
  readonly unanswered: number
  readonly toCheck: number
  readonly closedThisYear: number
}

export async function countAlerts(scope: MemberScope, startOfYear: Date): Promise<AlertCounts> {
  const { rows } =
    await sql<AlertCounts>`select count(*) filter (where closed_at is null) as open, count(*) filter (where state = 'new') as unanswered,
      count(*) filter (where closed_at is null and answer = 'cannot_tell') as "toCheck", count(*) filter (where closed_at >= ${startOfYear}) as "closedThisYear"
    from alerts where organisation_id = ${scope.organisationId}`.execute(scope.db)
  return rows[0] ?? { open: 0, unanswered: 0, toCheck: 0, closedThisYear: 0 }
}

/** Alerts with an answer or a remediation past its time. */
export async function countOverdue(
  scope: MemberScope | EngineScope,
  organisationId: number,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct o.subject_id) as count from ${runningObligations} o
    where o.organisation_id = ${organisationId} and o.subject_type = 'alert' and o.due_at < ${now}`.execute(
    scope.db,
  )
  return rows[0]?.count ?? 0
}

export interface AlertAnswered {
  readonly id: number
  readonly state: AlertState
  readonly applies: Applies | null
  readonly assignee: string | null
  readonly reason: string | null
  readonly acceptedUntil: string | null
  readonly acknowledgedAt: Date | null
  readonly acknowledgedBy: number | null
  readonly answeredAt: Date
  readonly closedAt: Date | null
}

export async function saveAnswer(scope: MemberScope, alert: AlertAnswered): Promise<void> {
  await sql`update alerts set state = ${alert.state}, applies = ${alert.applies}, assignee = ${alert.assignee}, reason = ${alert.reason}, accepted_until = ${alert.acceptedUntil}::date,
      acknowledged_at = ${alert.acknowledgedAt}, acknowledged_by = ${alert.acknowledgedBy}, answered_at = ${alert.answeredAt}, closed_at = ${alert.closedAt}, changed_at = ${alert.answeredAt}
    where organisation_id = ${scope.organisationId} and id = ${alert.id}`.execute(scope.db)
}
