// All SQL about ten-minute tasks that were done.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { MemberScope } from '../../../platform/database/database.ts'

export interface TaskTick {
  readonly measure: string
  readonly task: string
  /** False: an earlier tick was taken back. */
  readonly isDone: boolean
  readonly note: string | null
  readonly recordedAt: Date
  readonly recordedByName: string
}

export async function insertTick(
  scope: MemberScope,
  organisationId: number,
  tick: TaskTick & { readonly recordedBy: string },
): Promise<void> {
  await sql`insert into task_done (organisation_id, measure, task, is_done, note, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${tick.measure}, ${tick.task}, ${tick.isDone}, ${tick.note}, ${tick.recordedAt}, ${tick.recordedBy}, ${tick.recordedByName})`.execute(
    scope.db,
  )
}

/** The last word on each task of a measure. */
export async function selectTicks(
  scope: MemberScope,
  organisationId: number,
  measure: string,
): Promise<readonly TaskTick[]> {
  const { rows } = await sql<TaskTick>`
    select distinct on (task) measure, task, is_done as "isDone", note, recorded_at as "recordedAt", recorded_by_name as "recordedByName"
    from task_done where organisation_id = ${organisationId} and measure = ${measure} order by task, id desc`.execute(
    scope.db,
  )
  return rows
}
