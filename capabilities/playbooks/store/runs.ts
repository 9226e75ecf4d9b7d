// All SQL about runs and their events.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { WholePlaybook } from '../playbook.ts'
import type { RunEvent } from '../run.ts'
import type { Run } from '../view.ts'

/** Of one organisation: a member's, or the engine's bound to one. */
export type RunScope = MemberScope | EngineScope

export function organisationOf(scope: RunScope): number {
  if (scope.organisationId === null)
    throw new Error('a run belongs to one organisation, and the scope names none')
  return scope.organisationId
}

export interface NewRun {
  readonly subjectType: string
  readonly subjectId: number
  readonly whole: WholePlaybook
  readonly simulated: boolean
  readonly startedAt: Date
  readonly startedBy: string
}

/** Returns the number of the run, which has no event yet. */
export async function insertRun(scope: RunScope, run: NewRun): Promise<number> {
  const { subjectType, subjectId, whole, simulated, startedAt, startedBy } = run
  const { rows } = await sql<{ id: number }>`
    insert into playbook_runs (organisation_id, subject_type, subject_id, playbook_key, playbook_version, playbook, simulated, started_at, started_by_name, event_count)
    values (${organisationOf(scope)}, ${subjectType}, ${subjectId}, ${whole.playbook.key}, ${whole.playbook.version}, ${JSON.stringify(whole)}::jsonb, ${simulated}, ${startedAt}, ${startedBy}, 0)
    returning id`.execute(scope.db)
  const [row] = rows
  if (!row) throw new Error('the run was not stored')
  return row.id
}

const columns = sql`organisation_id as "organisationId", id, subject_type as "subjectType", subject_id as "subjectId", simulated,
  started_at as "startedAt", started_by_name as "startedBy", playbook as whole`

/** Waits for whoever holds the run, and holds it until the end of the transaction. */
export async function selectRunToChange(scope: RunScope, id: number): Promise<Run | null> {
  const { rows } = await sql<Run>`select ${columns} from playbook_runs
    where organisation_id = ${organisationOf(scope)} and id = ${id} for no key update`.execute(scope.db)
  return rows[0] ?? null
}

export async function selectRun(scope: RunScope, id: number): Promise<Run | null> {
  const { rows } = await sql<Run>`select ${columns} from playbook_runs
    where organisation_id = ${organisationOf(scope)} and id = ${id}`.execute(scope.db)
  return rows[0] ?? null
}

/** The oldest first. */
export async function selectRunsOf(
  scope: RunScope,
  subjectType: string,
  subjectIds: readonly number[],
): Promise<readonly Run[]> {
  const { rows } = await sql<Run>`select ${columns} from playbook_runs
    where organisation_id = ${organisationOf(scope)} and subject_type = ${subjectType} and subject_id = any(${subjectIds}::bigint[])
    order by id`.execute(scope.db)
  return rows
}

interface EventRow extends Omit<RunEvent, 'by'> {
  readonly runId: number
  readonly personId: number | null
  readonly name: string
  readonly role: string
}

/** In the order of their numbers, by the run. */
export async function selectEvents(
  scope: RunScope,
  runIds: readonly number[],
): Promise<ReadonlyMap<number, readonly RunEvent[]>> {
  const { rows } =
    await sql<EventRow>`select run_id as "runId", number, command_id as "commandId", kind, step_id as "stepId", result, note, at,
      person_id as "personId", person_name as name, person_role as role
    from playbook_run_events where organisation_id = ${organisationOf(scope)} and run_id = any(${runIds}::bigint[])
    order by run_id, number`.execute(scope.db)
  const events = new Map<number, RunEvent[]>(runIds.map((id) => [id, []]))
  for (const { runId, personId, name, role, ...event } of rows)
    events.get(runId)?.push({ ...event, by: { personId, name, role } })
  return events
}

/** Only within a transaction that holds the run. */
export async function insertEvent(scope: RunScope, runId: number, event: RunEvent): Promise<void> {
  const { number, commandId, kind, stepId, result, note, at, by } = event
  const organisationId = organisationOf(scope)
  await sql`insert into playbook_run_events (organisation_id, run_id, number, command_id, kind, step_id, result, note, at, person_id, person_name, person_role)
    values (${organisationId}, ${runId}, ${number}, ${commandId}, ${kind}, ${stepId}, ${result}, ${note}, ${at}, ${by.personId}, ${by.name}, ${by.role})`.execute(
    scope.db,
  )
  await sql`update playbook_runs set event_count = ${number}, ended_at = ${kind === 'ended' ? at : sql`ended_at`}
    where organisation_id = ${organisationId} and id = ${runId}`.execute(scope.db)
}
