// All SQL about figures over many cases: what was filed, and lessons that are still open.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { Realm } from '../incident.ts'

export interface FiledRow {
  readonly organisationId: number
  readonly incidentId: number
  readonly filingId: number
  readonly duty: string
  readonly sentAt: Date
}

/**
 * Of real cases of real members, the newest first. Corrections say again what was filed, and what never arrived was not
 * filed: neither counts.
 */
export async function selectFiled(
  scope: EngineScope,
  from: Date,
  limit: number,
): Promise<readonly FiledRow[]> {
  const { rows } = await sql<FiledRow>`
    select f.organisation_id as "organisationId", f.incident_id as "incidentId", f.id as "filingId", f.duty, f.sent_at as "sentAt"
    from filings f join incidents i on i.organisation_id = f.organisation_id and i.id = f.incident_id
    where i.realm = 'real' and not f.is_example and f.sent_at >= ${from} and f.void_at is null and f.corrects_id is null
    order by f.sent_at desc, f.id desc limit ${limit}`.execute(scope.db)
  return rows
}

export interface OpenLesson {
  readonly incidentId: number
  readonly word: string
  readonly realm: Realm
  readonly taskId: number
  readonly title: string
  readonly owner: string
  readonly dueAt: Date
}

/** Of one member, what is due first on top. */
export async function selectOpenLessons(scope: MemberScope, limit: number): Promise<readonly OpenLesson[]> {
  const { rows } = await sql<OpenLesson>`
    select i.id as "incidentId", i.word, i.realm, t.id as "taskId", t.title, t.owner, t.due_at as "dueAt"
    from incident_tasks t join incidents i on i.organisation_id = t.organisation_id and i.id = t.incident_id
    where t.organisation_id = ${scope.organisationId} and t.kind = 'lesson' and t.state = 'open'
    order by t.due_at, t.id limit ${limit}`.execute(scope.db)
  return rows
}

/** Lessons that lead to one measure, course or service, the newest first; exercises teach as well. */
export async function selectLessonsTo(
  scope: MemberScope,
  leadsTo: string,
  limit: number,
): Promise<readonly (OpenLesson & { readonly state: 'open' | 'done' | 'dropped' })[]> {
  const { rows } = await sql<OpenLesson & { state: 'open' | 'done' | 'dropped' }>`
    select i.id as "incidentId", i.word, i.realm, t.id as "taskId", t.title, t.owner, t.due_at as "dueAt", t.state
    from incident_tasks t join incidents i on i.organisation_id = t.organisation_id and i.id = t.incident_id
    where t.organisation_id = ${scope.organisationId} and t.kind = 'lesson' and t.leads_to = ${leadsTo}
    order by t.id desc limit ${limit}`.execute(scope.db)
  return rows
}

export interface LessonCount {
  readonly organisationId: number
  readonly open: number
  readonly late: number
}

/** Of real cases, for each member that has any. */
export async function countOpenLessons(scope: EngineScope, now: Date): Promise<readonly LessonCount[]> {
  const { rows } = await sql<LessonCount>`
    select t.organisation_id as "organisationId", count(*) as open, count(*) filter (where t.due_at < ${now}) as late
    from incident_tasks t join incidents i on i.organisation_id = t.organisation_id and i.id = t.incident_id
    where t.kind = 'lesson' and t.state = 'open' and i.realm = 'real'
    group by t.organisation_id order by late desc, open desc, t.organisation_id`.execute(scope.db)
  return rows
}
