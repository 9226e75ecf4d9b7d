// Orders of three people for tests on a database, and what the journal and the events say afterwards.
// SPDX-License-Identifier: EUPL-1.2
import type { TestDatabase } from '../../../platform/testing/database.ts'
import { append } from '../actions/carry-out.ts'
import type { WholePlaybook } from '../playbook.ts'
import { insertRun, type RunScope } from '../store/runs.ts'
import { aWhole } from './playbooks.ts'
import { lorenz } from './trial.ts'

export const timeZone = 'Europe/Vienna'

/** Starts a playbook that is in no library, as `startRun` does with those that are. */
export async function startWhole(
  scope: RunScope,
  now: Date,
  whole: WholePlaybook = aWhole(),
): Promise<number> {
  const run = {
    ...{
      subjectType: 'incident',
      subjectId: 5,
      simulated: false,
      startedAt: now,
      startedBy: lorenz.name,
      whole,
    },
  }
  const id = await insertRun(scope, run)
  await append(
    scope,
    { ...run, id, organisationId: scope.organisationId ?? 0 },
    {
      ...{
        number: 1,
        commandId: 'start',
        kind: 'started',
        stepId: null,
        result: null,
        note: null,
        at: now,
        by: lorenz,
      },
    },
  )
  return id
}

export interface StoredEvent {
  readonly number: number
  readonly commandId: string
  readonly kind: string
  readonly stepId: string | null
}

export async function storedEvents(db: TestDatabase, runId: number): Promise<readonly StoredEvent[]> {
  return db.query<StoredEvent & Record<string, unknown>>(
    `select number, command_id as "commandId", kind, step_id as "stepId" from playbook_run_events where run_id = $1 order by number`,
    [runId],
  )
}
