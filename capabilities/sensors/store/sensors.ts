// All SQL about sensors of houses and the codes that enrol them.
// SPDX-License-Identifier: EUPL-1.2

import type { HealthReport } from '@salus/standards/sightings'
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { FleetSensor } from '../fleet.ts'
import type { Sensor } from '../standing.ts'

const columns = sql`organisation_id as "organisationId", id::text as id, label, enrolled_at as "enrolledAt", enrolled_by_name as "enrolledByName",
  report, reported_at as "reportedAt", pack_sequence as "packSequence", withdrawn_at as "withdrawnAt"`

/** Those in use first, the newest first. */
export async function selectSensors(
  scope: MemberScope,
  organisationId: number,
  limit: number,
): Promise<readonly Sensor[]> {
  const { rows } = await sql<Sensor>`select ${columns} from sensors where organisation_id = ${organisationId}
    order by withdrawn_at is not null, enrolled_at desc, id limit ${limit}`.execute(scope.db)
  return rows
}

export async function findSensor(
  scope: MemberScope,
  organisationId: number,
  id: string,
): Promise<Sensor | null> {
  const { rows } = await sql<Sensor>`select ${columns} from sensors
    where organisation_id = ${organisationId} and id = ${id}::uuid`.execute(scope.db)
  return rows[0] ?? null
}

export interface SensorOfToken {
  readonly organisationId: number
  readonly id: string
}

/** Null for a token that is none, and for a sensor that was withdrawn. */
export async function findByToken(scope: EngineScope, tokenHash: Buffer): Promise<SensorOfToken | null> {
  const { rows } =
    await sql<SensorOfToken>`select organisation_id as "organisationId", id::text as id from sensors
    where token_hash = ${tokenHash} and withdrawn_at is null`.execute(scope.db)
  return rows[0] ?? null
}

export async function insertSensor(
  scope: EngineScope,
  sensor: Pick<Sensor, 'organisationId' | 'id' | 'label' | 'enrolledAt' | 'enrolledByName'> & {
    readonly tokenHash: Buffer
  },
): Promise<void> {
  await sql`insert into sensors (organisation_id, id, label, token_hash, enrolled_at, enrolled_by_name)
    values (${sensor.organisationId}, ${sensor.id}::uuid, ${sensor.label}, ${sensor.tokenHash}, ${sensor.enrolledAt}, ${sensor.enrolledByName})`.execute(
    scope.db,
  )
}

export async function saveReport(
  scope: EngineScope,
  { organisationId, id }: SensorOfToken,
  report: HealthReport,
  now: Date,
): Promise<void> {
  await sql`update sensors set report = ${JSON.stringify(report)}::jsonb, reported_at = ${now}, pack_sequence = ${report.pack?.sequence ?? null}
    where organisation_id = ${organisationId} and id = ${id}::uuid`.execute(scope.db)
}

/** Whether it was in use until now. */
export async function markWithdrawn(
  scope: MemberScope,
  { organisationId, id }: SensorOfToken,
  byName: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`update sensors set withdrawn_at = ${now}, withdrawn_by_name = ${byName}
    where organisation_id = ${organisationId} and id = ${id}::uuid and withdrawn_at is null returning 1`.execute(
    scope.db,
  )
  return rows.length > 0
}

/** One code made or typed at a time in a house, so that each sees what the others took. Until the transaction ends. */
export async function lockSensorsOf(scope: MemberScope | EngineScope, organisationId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sensors ${organisationId}`}, 0))`.execute(
    scope.db,
  )
}

export async function countInUse(scope: MemberScope | EngineScope, organisationId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from sensors
    where organisation_id = ${organisationId} and withdrawn_at is null`.execute(scope.db)
  return rows[0]?.count ?? 0
}

/** Members with a sensor in use, and of those the ones whose sensor spoke since. */
export async function selectMembersWithSensor(
  scope: CentreScope | EngineScope,
  since: Date,
): Promise<readonly { readonly organisationId: number; readonly speaks: boolean }[]> {
  const { rows } = await sql<{ organisationId: number; speaks: boolean }>`
    select organisation_id as "organisationId", coalesce(bool_or(reported_at >= ${since}), false) as speaks from sensors
    where withdrawn_at is null group by organisation_id order by organisation_id`.execute(scope.db)
  return rows
}

/** Sensors in use, as the centre may know them: no label, no report. */
export async function selectFleet(scope: CentreScope, limit: number): Promise<readonly FleetSensor[]> {
  const { rows } = await sql<FleetSensor>`
    select organisation_id as "organisationId", enrolled_at as "enrolledAt", reported_at as "reportedAt", pack_sequence as "packSequence" from sensors
    where withdrawn_at is null order by organisation_id, id limit ${limit}`.execute(scope.db)
  return rows
}

export interface NewCode {
  readonly organisationId: number
  readonly codeHash: Buffer
  readonly label: string
  readonly until: Date
  readonly madeAt: Date
  readonly madeBy: string
  readonly madeByName: string
}

export async function insertCode(scope: MemberScope, code: NewCode): Promise<void> {
  await sql`insert into sensor_codes (organisation_id, code_hash, label, until, made_at, made_by, made_by_name)
    values (${code.organisationId}, ${code.codeHash}, ${code.label}, ${code.until}, ${code.madeAt}, ${code.madeBy}, ${code.madeByName})`.execute(
    scope.db,
  )
}

export async function countOpenCodes(scope: MemberScope, organisationId: number, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from sensor_codes
    where organisation_id = ${organisationId} and used_at is null and until > ${now}`.execute(scope.db)
  return rows[0]?.count ?? 0
}

/** Takes the code: of two that send it at once, one gets it. Null where it is none, is used, or is over. */
export async function takeCode(
  scope: EngineScope,
  codeHash: Buffer,
  now: Date,
): Promise<Pick<NewCode, 'organisationId' | 'label' | 'madeBy' | 'madeByName'> | null> {
  const { rows } = await sql<Pick<NewCode, 'organisationId' | 'label' | 'madeBy' | 'madeByName'>>`
    update sensor_codes set used_at = ${now} where code_hash = ${codeHash} and used_at is null and until > ${now}
    returning organisation_id as "organisationId", label, made_by as "madeBy", made_by_name as "madeByName"`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function deleteOldCodes(scope: EngineScope, before: Date): Promise<void> {
  await sql`delete from sensor_codes where until < ${before}`.execute(scope.db)
}
