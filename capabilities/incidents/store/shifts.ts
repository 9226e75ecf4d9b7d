// All SQL about the centre's shifts.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope } from '../../../platform/database/database.ts'

type ShiftScope = CentreScope | EngineScope

export interface Shift {
  readonly id: number
  readonly personId: number
  readonly personName: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly handedTo: string | null
  /** The brief as it was handed over; null while the shift runs. */
  readonly brief: unknown
}

const columns = sql`id, person_id as "personId", person_name as "personName", started_at as "startedAt", ended_at as "endedAt", handed_to as "handedTo", brief`

export async function personsOnShift(scope: ShiftScope): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{
    id: number
  }>`select person_id as id from shifts where ended_at is null`.execute(scope.db)
  return new Set(rows.map((row) => row.id))
}

/** The same person's running shift goes on. */
export async function insertShift(
  scope: ShiftScope,
  shift: Pick<Shift, 'personId' | 'personName' | 'startedAt'>,
): Promise<void> {
  await sql`insert into shifts (person_id, person_name, started_at) values (${shift.personId}, ${shift.personName}, ${shift.startedAt})
    on conflict (person_id) where ended_at is null do nothing`.execute(scope.db)
}

export async function findRunningShift(scope: ShiftScope, personId: number): Promise<Shift | null> {
  const { rows } = await sql<Shift>`
    select ${columns} from shifts where person_id = ${personId} and ended_at is null for update`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function endShift(
  scope: ShiftScope,
  end: { readonly id: number; readonly at: Date; readonly handedTo: string; readonly brief: unknown },
): Promise<void> {
  await sql`update shifts set ended_at = ${end.at}, handed_to = ${end.handedTo}, brief = ${JSON.stringify(end.brief)}::jsonb where id = ${end.id}`.execute(
    scope.db,
  )
}

const shownShifts = 20

export async function selectShifts(scope: ShiftScope): Promise<readonly Shift[]> {
  const { rows } = await sql<Shift>`
    select ${columns} from shifts order by ended_at is null desc, started_at desc, id desc limit ${shownShifts}`.execute(
    scope.db,
  )
  return rows
}
