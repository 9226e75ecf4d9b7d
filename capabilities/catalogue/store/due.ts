// All SQL about what falls due in a house, over the running obligations of every kind that it set itself.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { deliveryRecords } from '../../../platform/delivery/delivery.ts'
import { runningObligations } from '../../obligations/index.ts'
import { type DueCount, dueKinds } from '../due.ts'

export const dueMailKind = 'catalogue.due'

const kinds = Object.keys(dueKinds)

export interface DueHouse {
  readonly organisationId: number
  readonly lastToldAt: Date | null
}

/** Houses with something that is due before then, in ascending order. */
export async function selectDueHouses(
  scope: EngineScope,
  before: Date,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly DueHouse[]> {
  const { rows } = await sql<DueHouse>`
    select o.organisation_id as "organisationId", last.at as "lastToldAt"
    from (select distinct organisation_id from ${runningObligations} r
      where kind = any(${kinds}::text[]) and due_at < ${before} and organisation_id > ${page.after}) o
    left join lateral (select max(d.created_at) as at from ${deliveryRecords} d
      where d.organisation_id = o.organisation_id and d.kind = ${dueMailKind}) last on true
    order by o.organisation_id limit ${page.limit}`.execute(scope.db)
  return rows
}

export async function selectDueCounts(
  scope: EngineScope,
  organisationId: number,
  { before, now }: { readonly before: Date; readonly now: Date },
): Promise<readonly DueCount[]> {
  const { rows } = await sql<DueCount>`
    select kind, count(*)::int as count, (count(*) filter (where due_at < ${now}))::int as late, min(due_at) as "firstDueAt"
    from ${runningObligations} r
    where organisation_id = ${organisationId} and kind = any(${kinds}::text[]) and due_at < ${before}
    group by kind order by min(due_at), kind`.execute(scope.db)
  return rows
}
