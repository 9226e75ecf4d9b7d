// All SQL about when a house has to give a course again.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'

export interface Renewal {
  readonly organisationId: number
  readonly id: number
  readonly courseKey: string
  readonly dueAt: Date | null
}

const columns = sql`organisation_id as "organisationId", id, course_key as "courseKey", due_at as "dueAt"`

export async function selectRenewals(
  scope: MemberScope | EngineScope,
  organisationIds: readonly number[],
): Promise<readonly Renewal[]> {
  const { rows } = await sql<Renewal>`
    select ${columns} from training_renewals where organisation_id = any(${organisationIds}::bigint[])
    order by organisation_id, course_key`.execute(scope.db)
  return rows
}

/** Gives back the rows whose day is another one now. */
export async function putRenewals(
  scope: EngineScope,
  renewals: readonly Omit<Renewal, 'id'>[],
): Promise<readonly Renewal[]> {
  if (renewals.length === 0) return []
  const { rows } = await sql<Renewal>`
    insert into training_renewals (organisation_id, course_key, due_at)
    select "organisationId", "courseKey", "dueAt"
    from jsonb_to_recordset(${JSON.stringify(renewals)}::jsonb) as r("organisationId" bigint, "courseKey" text, "dueAt" timestamptz)
    on conflict (organisation_id, course_key) do update set due_at = excluded.due_at
      where training_renewals.due_at is distinct from excluded.due_at
    returning ${columns}`.execute(scope.db)
  return rows
}
