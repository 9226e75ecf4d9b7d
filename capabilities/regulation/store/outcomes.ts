// All SQL about the answers as they were told before.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'

type OwnScope = MemberScope | EngineScope

export interface Outcome {
  readonly subject: string
  readonly outcome: string
  readonly decidedBy: readonly string[]
}

export interface Change {
  readonly subject: string
  readonly before: string
  readonly outcome: string
  readonly notedAt: Date
}

const mostChanges = 100

export async function selectLatest(
  scope: OwnScope,
  organisationId: number,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ subject: string; outcome: string }>`
    select distinct on (subject) subject, outcome from duty_outcomes
    where organisation_id = ${organisationId} order by subject, id desc`.execute(scope.db)
  return new Map(rows.map(({ subject, outcome }) => [subject, outcome]))
}

export async function insertOutcomes(
  scope: OwnScope,
  organisationId: number,
  outcomes: readonly Outcome[],
  noted: { readonly by: string; readonly at: Date },
): Promise<void> {
  if (outcomes.length === 0) return
  await sql`insert into duty_outcomes (organisation_id, subject, outcome, decided_by, noted_at, noted_by)
    select ${organisationId}, subject, outcome, "decidedBy", ${noted.at}, ${noted.by}
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o(subject text, outcome text, "decidedBy" text[])`.execute(
    scope.db,
  )
}

/** Newest first. Two that looked at once may have noted the same twice; that is no change. */
export async function selectChanges(
  scope: OwnScope,
  organisationId: number,
  since: Date,
): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    select subject, before, outcome, noted_at as "notedAt" from (
      select id, subject, outcome, noted_at, lag(outcome) over (partition by subject order by id) as before
      from duty_outcomes where organisation_id = ${organisationId}
    ) as told where before is not null and before <> outcome and noted_at >= ${since}
    order by id desc limit ${mostChanges}`.execute(scope.db)
  return rows
}

/** Everybody whose duties were ever looked at. */
export async function selectLookers(scope: EngineScope): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct organisation_id as id from duty_outcomes order by 1`.execute(scope.db)
  return rows.map(({ id }) => id)
}
