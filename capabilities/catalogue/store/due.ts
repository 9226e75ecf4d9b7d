// All SQL about what falls due in a house, over the running obligations of every kind that it set itself.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { deliveryRecords } from '../../../platform/delivery/delivery.ts'
import { runningObligations } from '../../obligations/index.ts'
import { type DueCount, type DueSpan, dueKinds } from '../due.ts'

const kinds = Object.keys(dueKinds)

/** Houses with something that is due before then, in ascending order. */
export async function selectDueHouses(
  scope: EngineScope,
  before: Date,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly number[]> {
  const { rows } = await sql<{ organisationId: number }>`
    select distinct organisation_id as "organisationId" from ${runningObligations} r
    where kind = any(${kinds}::text[]) and due_at < ${before} and organisation_id > ${page.after}
    order by organisation_id limit ${page.limit}`.execute(scope.db)
  return rows.map(({ organisationId }) => organisationId)
}

/** Whether the house was written to on this occasion, whoever it was then; until the transaction ends nobody else does. */
export async function wasTold(
  scope: EngineScope,
  organisationId: number,
  occasion: string,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`due ${organisationId}`}, 0))`.execute(scope.db)
  const { rows } = await sql`select from ${deliveryRecords} d
    where organisation_id = ${organisationId} and occasion = ${occasion} limit 1`.execute(scope.db)
  return rows.length > 0
}

export async function selectDueCounts(
  scope: EngineScope,
  organisationId: number,
  { startedBefore, dueBefore }: DueSpan,
  now: Date,
): Promise<readonly DueCount[]> {
  const { rows } = await sql<DueCount>`
    select kind, count(*)::int as count, (count(*) filter (where due_at < ${now}))::int as late, min(due_at) as "firstDueAt"
    from ${runningObligations} r
    where organisation_id = ${organisationId} and kind = any(${kinds}::text[])
      and starts_at < ${startedBefore} and due_at < ${dueBefore}
    group by kind order by min(due_at), kind`.execute(scope.db)
  return rows
}
