// SQL for the duty board: per advisory and per member, who has answered, who waits, who is late, who is silent.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope } from '../../../platform/database/database.ts'
import { personActivity } from '../../../platform/journal/journal.ts'
import { advisoryTitles } from '../../advisories/index.ts'
import { runningObligations } from '../../obligations/index.ts'
import { organisationNames } from '../../organisations/index.ts'
import type { AlertState } from '../alert.ts'
import type { Urgency } from '../urgency.ts'

/** Nothing heard for so long after the alert, by nobody of the hospital, is silence. */
export const silentAfterHours = 24

/** Each member is in exactly one of these for an advisory; together they are the members concerned. Late wins over silent. */
export type Standing = 'answered' | 'waiting' | 'silent' | 'overdue'

/** One row for each alert that was not withdrawn, with where it stands at the instant. */
const standings = (now: Date) => sql`(
  select al.organisation_id, al.id as alert_id, al.advisory_id, al.state, al.answer, al.urgency, al.affected_assets, al.unsure_assets, al.opened_at, al.closed_at,
    due.next_due_at,
    case when al.closed_at is not null then 'answered'
      when due.next_due_at < ${now} then 'overdue'
      when al.state <> 'new' then 'answered'
      when al.opened_at < ${now}::timestamptz - make_interval(hours => ${silentAfterHours})
        and not exists (select from ${personActivity} p where p.organisation_id = al.organisation_id and p.at > al.opened_at) then 'silent'
      else 'waiting' end as standing
  from alerts al left join lateral (select min(o.due_at) as next_due_at from ${runningObligations} o
    where o.organisation_id = al.organisation_id and o.subject_type = 'alert' and o.subject_id = al.id) due on true
  where al.state <> 'withdrawn')`

export interface AdvisoryOnBoard {
  readonly advisoryId: number
  readonly title: string
  readonly publisher: string
  readonly trackingId: string
  readonly urgency: Urgency
  readonly members: number
  readonly assets: number
  readonly unsureMembers: number
  readonly answered: number
  readonly waiting: number
  readonly silent: number
  readonly overdue: number
  readonly nextDueAt: Date | null
}

/** Advisories with at least one open alert; those where somebody is late or the matter is urgent come first. */
export async function selectBoard(
  scope: CentreScope,
  now: Date,
  limit: number,
): Promise<readonly AdvisoryOnBoard[]> {
  const { rows } = await sql<AdvisoryOnBoard>`
    select s.advisory_id as "advisoryId", t.title, t.publisher, t.tracking_id as "trackingId",
      (array['act-now', 'this-week', 'next-maintenance', 'watch'])[min(array_position(array['act-now', 'this-week', 'next-maintenance', 'watch'], s.urgency))] as urgency,
      count(*) as members, sum(s.affected_assets) as assets, count(*) filter (where s.answer = 'cannot_tell') as "unsureMembers",
      count(*) filter (where s.standing = 'answered') as answered, count(*) filter (where s.standing = 'waiting') as waiting,
      count(*) filter (where s.standing = 'silent') as silent, count(*) filter (where s.standing = 'overdue') as overdue,
      min(s.next_due_at) filter (where s.closed_at is null) as "nextDueAt"
    from ${standings(now)} s join ${advisoryTitles} t on t.id = s.advisory_id
    group by s.advisory_id, t.title, t.publisher, t.tracking_id
    having bool_or(s.closed_at is null)
    order by min(array_position(array['act-now', 'this-week', 'next-maintenance', 'watch'], s.urgency)), count(*) filter (where s.standing = 'overdue') desc, min(s.next_due_at), s.advisory_id
    limit ${limit}`.execute(scope.db)
  return rows
}

export interface MemberOnBoard {
  readonly organisationId: number
  readonly alertId: number
  readonly name: string
  readonly country: string
  readonly state: AlertState
  readonly answer: 'affected' | 'cannot_tell'
  readonly urgency: Urgency
  readonly affectedAssets: number
  readonly unsureAssets: number
  readonly openedAt: Date
  readonly nextDueAt: Date | null
  readonly standing: Standing
}

/** The members concerned by one advisory; numbers of assets only, never which. */
export async function selectMembersOfAdvisory(
  scope: CentreScope,
  advisoryId: number,
  standing: Standing | null,
  now: Date,
  limit: number,
): Promise<readonly MemberOnBoard[]> {
  const { rows } = await sql<MemberOnBoard>`
    select s.organisation_id as "organisationId", s.alert_id as "alertId", o.name, o.country, s.state, s.answer, s.urgency, s.affected_assets as "affectedAssets",
      s.unsure_assets as "unsureAssets", s.opened_at as "openedAt", s.next_due_at as "nextDueAt", s.standing
    from ${standings(now)} s join ${organisationNames} o on o.id = s.organisation_id
    where s.advisory_id = ${advisoryId} and (${standing === null} or s.standing = ${standing ?? ''})
    order by array_position(array['overdue', 'silent', 'waiting', 'answered'], s.standing), s.next_due_at, o.name limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

export interface BoardTotals {
  readonly members: number
  readonly withOpenAlert: number
  readonly overdue: number
  readonly overdueActNow: number
  readonly silent: number
  readonly dueSoon: number
  readonly unsure: number
}

/** Figures count members, not alerts, except `unsure`. */
export async function selectTotals(scope: CentreScope, now: Date, soon: Date): Promise<BoardTotals> {
  const { rows } = await sql<BoardTotals>`
    select providers.members, figures.* from (select count(*) as members from ${organisationNames} o where o.kind = 'provider') providers,
      (select count(distinct organisation_id) filter (where closed_at is null) as "withOpenAlert",
        count(distinct organisation_id) filter (where standing = 'overdue') as overdue,
        count(distinct organisation_id) filter (where standing = 'overdue' and urgency = 'act-now') as "overdueActNow",
        count(distinct organisation_id) filter (where standing = 'silent') as silent,
        count(distinct organisation_id) filter (where closed_at is null and next_due_at between ${now} and ${soon}) as "dueSoon",
        count(*) filter (where closed_at is null and answer = 'cannot_tell') as unsure
      from ${standings(now)} s) figures`.execute(scope.db)
  const row = rows[0]
  if (!row) throw new Error('an aggregate without groups always has one row')
  return row
}

export interface AgeBand {
  readonly band: 'under-1' | '1-2' | '3-7' | '8-14' | 'over-14'
  readonly urgency: Urgency
  readonly alerts: number
}

/** Open alerts by days since they were opened. */
export async function selectAges(scope: CentreScope, now: Date): Promise<readonly AgeBand[]> {
  const { rows } = await sql<AgeBand>`
    select case when days < 1 then 'under-1' when days < 3 then '1-2' when days < 8 then '3-7' when days < 15 then '8-14' else 'over-14' end as band, urgency, count(*) as alerts
    from (select urgency, extract(epoch from ${now}::timestamptz - opened_at) / 86400 as days from alerts where closed_at is null) open group by 1, 2`.execute(
    scope.db,
  )
  return rows
}

export interface CountryRow {
  readonly country: string
  readonly members: number
  readonly concerned: number
  readonly answered: number
  readonly overdue: number
  readonly silent: number
}

export async function selectCountries(scope: CentreScope, now: Date): Promise<readonly CountryRow[]> {
  const { rows } = await sql<CountryRow>`
    select o.country, count(distinct o.id) as members, count(distinct s.organisation_id) as concerned,
      count(distinct s.organisation_id) filter (where s.standing = 'answered') as answered,
      count(distinct s.organisation_id) filter (where s.standing = 'overdue') as overdue,
      count(distinct s.organisation_id) filter (where s.standing = 'silent') as silent
    from ${organisationNames} o left join ${standings(now)} s on s.organisation_id = o.id and s.closed_at is null
    where o.kind = 'provider' group by o.country order by count(distinct s.organisation_id) desc, o.country`.execute(
    scope.db,
  )
  return rows
}

export interface NextClock {
  readonly organisationId: number
  readonly organisation: string
  readonly advisoryId: number
  readonly title: string
  readonly kind: string
  readonly startsAt: Date
  readonly dueAt: Date
  readonly escalation: number
}

export async function selectNextClocks(scope: CentreScope, limit: number): Promise<readonly NextClock[]> {
  const { rows } = await sql<NextClock>`
    select r.organisation_id as "organisationId", o.name as organisation, al.advisory_id as "advisoryId", t.title, r.kind, r.starts_at as "startsAt", r.due_at as "dueAt", r.escalation
    from ${runningObligations} r join alerts al on al.organisation_id = r.organisation_id and al.id = r.subject_id
    join ${organisationNames} o on o.id = r.organisation_id join ${advisoryTitles} t on t.id = al.advisory_id
    where r.subject_type = 'alert' order by r.due_at, r.organisation_id, r.subject_id limit ${limit}`.execute(
    scope.db,
  )
  return rows
}
