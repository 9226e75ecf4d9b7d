// All SQL about the recovery board: what was said of systems, and how long services can do without.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { firstExerciseNumber } from '../incident.ts'
import type { Tolerance } from '../recovery.ts'
import type { RecoveryMark } from '../recovery-system.ts'
import type { Case, Recorded } from './room.ts'

type RoomScope = MemberScope | EngineScope

export interface StoredMark extends RecoveryMark {
  readonly commandId: string
}

export async function insertMark(
  scope: RoomScope,
  on: Case,
  mark: Pick<StoredMark, 'system' | 'state' | 'note' | 'commandId'> & Recorded,
): Promise<void> {
  const { system, state, note, commandId, recordedAt, recordedBy, recordedByName } = mark
  await sql`insert into incident_recovery (organisation_id, incident_id, system, state, note, command_id, recorded_at, recorded_by, recorded_by_name)
    values (${on.organisationId}, ${on.incidentId}, ${system}, ${state}, ${note}, ${commandId}, ${recordedAt}, ${recordedBy}, ${recordedByName})`.execute(
    scope.db,
  )
}

/** In the order in which they were recorded. */
export async function selectMarks(scope: RoomScope, on: Case): Promise<readonly StoredMark[]> {
  const { rows } = await sql<StoredMark>`
    select id, system, state, note, command_id as "commandId", recorded_at as "recordedAt", recorded_by_name as "recordedByName"
    from incident_recovery where organisation_id = ${on.organisationId} and incident_id = ${on.incidentId} order by id`.execute(
    scope.db,
  )
  return rows
}

export async function insertTolerance(
  scope: RoomScope,
  on: Case,
  tolerance: Pick<Tolerance, 'service' | 'hours'> & Recorded,
): Promise<void> {
  const { service, hours, recordedAt, recordedBy, recordedByName } = tolerance
  await sql`insert into incident_tolerances (organisation_id, incident_id, service, hours, recorded_at, recorded_by, recorded_by_name)
    values (${on.organisationId}, ${on.incidentId}, ${service}, ${hours}, ${recordedAt}, ${recordedBy}, ${recordedByName})`.execute(
    scope.db,
  )
}

/** Of each service what was said in this case, else in the last real one: an exercise never speaks for the real thing. */
export async function selectTolerances(scope: RoomScope, on: Case): Promise<readonly Tolerance[]> {
  const { rows } = await sql<Tolerance>`
    select distinct on (service) service, hours, recorded_at as "recordedAt", recorded_by_name as "recordedByName",
      incident_id = ${on.incidentId} as "isOfThisCase"
    from incident_tolerances
    where organisation_id = ${on.organisationId} and (incident_id = ${on.incidentId} or incident_id < ${firstExerciseNumber})
    order by service, (incident_id = ${on.incidentId}) desc, id desc`.execute(scope.db)
  return rows
}
