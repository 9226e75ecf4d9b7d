// All SQL about obligations.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../platform/database/database.ts'
import type { Obligation } from './clock.ts'
import type { ObligationKind } from './rules.ts'

export interface NewObligation {
  readonly organisationId: number
  readonly kind: ObligationKind
  readonly subjectType: string
  readonly subjectId: number
  readonly basis: string
  readonly startsAt: Date
  readonly dueAt: Date
}

type WritingScope = MemberScope | EngineScope
type ReadingScope = WritingScope | CentreScope

const columns = sql`organisation_id as "organisationId", id, kind, subject_type as "subjectType", subject_id as "subjectId", basis,
  starts_at as "startsAt", due_at as "dueAt", discharged_at as "dischargedAt", cancelled_at as "cancelledAt", escalation`

/** One running obligation of a kind for a subject: the same start repeated changes nothing. */
export async function insertObligations(
  scope: WritingScope,
  obligations: readonly NewObligation[],
): Promise<void> {
  if (obligations.length === 0) return
  await sql`insert into obligations (organisation_id, kind, subject_type, subject_id, basis, starts_at, due_at)
    select "organisationId", kind, "subjectType", "subjectId", basis, "startsAt", "dueAt"
    from jsonb_to_recordset(${JSON.stringify(obligations)}::jsonb) as o("organisationId" bigint, kind text, "subjectType" text, "subjectId" bigint, basis text, "startsAt" timestamptz, "dueAt" timestamptz)
    on conflict (organisation_id, kind, subject_type, subject_id) where discharged_at is null and cancelled_at is null do nothing`.execute(
    scope.db,
  )
}

/** As `insertObligations`, for the rows of a query; a rule without a case is for every one. */
export async function insertObligationsOf(
  scope: WritingScope,
  of: {
    readonly kind: ObligationKind
    readonly subjectType: string
    readonly subjects: RawBuilder<unknown>
    readonly startsAt: Date
  },
  rules: readonly { readonly when: string | null; readonly basis: string; readonly dueAt: Date }[],
): Promise<void> {
  if (rules.length === 0) return
  await sql`insert into obligations (organisation_id, kind, subject_type, subject_id, basis, starts_at, due_at)
    select s.organisation_id, ${of.kind}, ${of.subjectType}, s.subject_id, r.basis, ${of.startsAt}::timestamptz, r.due_at
    from ${of.subjects} s join unnest(${rules.map((rule) => rule.when)}::text[], ${rules.map((rule) => rule.basis)}::text[], ${rules.map((rule) => rule.dueAt)}::timestamptz[]) as r("case", basis, due_at)
      on r."case" is null or r."case" = s."case"
    on conflict (organisation_id, kind, subject_type, subject_id) where discharged_at is null and cancelled_at is null do nothing`.execute(
    scope.db,
  )
}

export interface EndOfObligations {
  readonly organisationIds: readonly number[]
  readonly subjectType: string
  readonly subjectIds: readonly number[]
  /** Null ends every kind. */
  readonly kinds: readonly ObligationKind[] | null
  readonly at: Date
}

export async function setDischarged(
  scope: WritingScope,
  end: EndOfObligations,
  evidence: string,
): Promise<void> {
  await sql`update obligations set discharged_at = ${end.at}, discharged_by = ${evidence} where ${running(end)}`.execute(
    scope.db,
  )
}

export async function setCancelled(scope: WritingScope, end: EndOfObligations): Promise<void> {
  await sql`update obligations set cancelled_at = ${end.at} where ${running(end)}`.execute(scope.db)
}

function running(end: EndOfObligations) {
  return sql`discharged_at is null and cancelled_at is null and subject_type = ${end.subjectType}
    and (organisation_id, subject_id) in (select * from unnest(${end.organisationIds}::bigint[], ${end.subjectIds}::bigint[]))
    and (${end.kinds === null} or kind = any(${end.kinds ?? []}::text[]))`
}

export async function selectOfSubjects(
  scope: ReadingScope,
  subjectType: string,
  subjectIds: readonly number[],
): Promise<readonly Obligation[]> {
  const { rows } = await sql<Obligation>`select ${columns} from obligations
    where subject_type = ${subjectType} and subject_id = any(${subjectIds}::bigint[]) order by due_at, id`.execute(
    scope.db,
  )
  return rows
}

export async function selectRunning(scope: ReadingScope, limit: number): Promise<readonly Obligation[]> {
  const { rows } = await sql<Obligation>`select ${columns} from obligations
    where discharged_at is null and cancelled_at is null order by due_at, id limit ${limit}`.execute(scope.db)
  return rows
}

/** Running ones whose next escalation step has come, oldest first; the shares are those of clock.ts. */
export async function selectEscalating(
  scope: EngineScope,
  subjectType: string,
  steps: readonly { level: number; at: number }[],
  now: Date,
  limit: number,
): Promise<readonly Obligation[]> {
  const { rows } = await sql<Obligation>`select ${columns} from obligations
    where discharged_at is null and cancelled_at is null and subject_type = ${subjectType}
      and exists (select from unnest(${steps.map((step) => step.level)}::int[], ${steps.map((step) => step.at)}::float8[]) as step(level, share)
        where step.level > escalation and starts_at + (due_at - starts_at) * step.share <= ${now})
    order by due_at, id limit ${limit} for update skip locked`.execute(scope.db)
  return rows
}

export async function setEscalation(
  scope: EngineScope,
  organisationId: number,
  id: number,
  level: number,
  at: Date,
): Promise<void> {
  await sql`update obligations set escalation = ${level}, escalated_at = ${at} where organisation_id = ${organisationId} and id = ${id}`.execute(
    scope.db,
  )
}

/**
 * For set-based statements of others: the running obligations, one row each with organisation_id, kind,
 * subject_type, subject_id, basis, starts_at, due_at, escalation. Keeps the table's name in this file.
 */
export const runningObligations = sql`(select organisation_id, kind, subject_type, subject_id, basis, starts_at, due_at, escalation
  from obligations where discharged_at is null and cancelled_at is null)`
