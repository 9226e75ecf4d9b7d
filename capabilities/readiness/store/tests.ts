// All SQL about restore tests and the order in which systems come back.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { ClinicalService } from '../clinical-service.ts'
import type { NewRestoreTest, RestoreTest } from '../restore-test.ts'

/** Tests recur; ten years of monthly ones for forty systems are 4,800. */
const maxTests = 5_000

export async function insertTest(
  scope: MemberScope,
  test: NewRestoreTest,
  by: { readonly actor: string; readonly name: string; readonly now: Date },
): Promise<number> {
  const { rows } = await sql<{
    id: number
  }>`insert into restore_tests (organisation_id, system, system_class, started_at, ended_at,
      size_gb, watched_by, outcome, note, evidence_name, evidence_sha256, recorded_by, recorded_by_name, recorded_at)
    values (${scope.organisationId}, ${test.system}, ${test.systemClass}, ${test.startedAt}, ${test.endedAt}, ${test.sizeGb},
      ${test.watchedBy}, ${test.outcome}, ${test.note}, ${test.evidence?.name ?? null}, ${test.evidence?.sha256 ?? null},
      ${by.actor}, ${by.name}, ${by.now}) returning id`.execute(scope.db)
  return rows[0]?.id ?? 0
}

/** Newest first, with those that were withdrawn. */
export async function selectTests(
  scope: MemberScope | EngineScope,
  organisationId: number,
): Promise<readonly RestoreTest[]> {
  const { rows } = await sql<RestoreTest & { evidenceName: string | null; evidenceSha256: string | null }>`
    select id, system, system_class as "systemClass", started_at as "startedAt", ended_at as "endedAt", size_gb as "sizeGb",
      watched_by as "watchedBy", outcome, note, evidence_name as "evidenceName", evidence_sha256 as "evidenceSha256",
      recorded_by_name as "recordedByName", recorded_at as "recordedAt", withdrawn_at as "withdrawnAt"
    from restore_tests where organisation_id = ${organisationId} order by ended_at desc, id desc limit ${maxTests}`.execute(
    scope.db,
  )
  return rows.map(({ evidenceName, evidenceSha256, ...test }) => ({
    ...test,
    evidence: evidenceSha256 === null ? null : { name: evidenceName ?? '', sha256: evidenceSha256 },
  }))
}

/** False when there is none, or it was withdrawn already. */
export async function setWithdrawn(scope: MemberScope, id: number, now: Date): Promise<boolean> {
  const result = await sql`update restore_tests set withdrawn_at = ${now}
    where organisation_id = ${scope.organisationId} and id = ${id} and withdrawn_at is null`.execute(scope.db)
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function replaceOrder(
  scope: MemberScope,
  service: ClinicalService,
  systems: readonly string[],
): Promise<void> {
  await sql`delete from recovery_steps where organisation_id = ${scope.organisationId} and service = ${service}`.execute(
    scope.db,
  )
  if (systems.length === 0) return
  await sql`insert into recovery_steps (organisation_id, service, position, system)
    select ${scope.organisationId}, ${service}, ordinality, system
    from unnest(${[...systems]}::text[]) with ordinality as step(system, ordinality) returning 1`.execute(
    scope.db,
  )
}

export async function selectOrder(
  scope: MemberScope | EngineScope,
  organisationId: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ service: string; systems: string[] }>`
    select service, array_agg(system order by position) as systems
    from recovery_steps where organisation_id = ${organisationId} group by service`.execute(scope.db)
  return new Map(rows.map(({ service, systems }) => [service, systems]))
}

export async function selectLastRestore(
  scope: MemberScope | EngineScope,
  organisationId: number,
): Promise<Date | null> {
  const { rows } = await sql<{ lastRestoredAt: Date | null }>`
    select max(ended_at) as "lastRestoredAt" from restore_tests
    where organisation_id = ${organisationId} and withdrawn_at is null and outcome = 'restored'`.execute(
    scope.db,
  )
  return rows[0]?.lastRestoredAt ?? null
}

/** The last good restore of each member; for the board. */
export async function selectLastRestores(
  scope: CentreScope,
): Promise<readonly { readonly organisationId: number; readonly lastRestoredAt: Date }[]> {
  const { rows } = await sql<{ organisationId: number; lastRestoredAt: Date }>`
    select organisation_id as "organisationId", max(ended_at) as "lastRestoredAt" from restore_tests
    where withdrawn_at is null and outcome = 'restored' group by organisation_id`.execute(scope.db)
  return rows
}
