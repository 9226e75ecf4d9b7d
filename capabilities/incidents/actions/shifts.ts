// Begins and hands over a shift of the centre; it cannot end while a legal clock of an open case has no owner.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { clockUnowned, noShift } from '../contract/refusals.ts'
import { type CaseInBrief, openClocks, unownedIn } from '../handover.ts'
import { selectIncidents } from '../store/incidents.ts'
import { selectDecisions, selectTasks } from '../store/room.ts'
import { endShift, findRunningShift, insertShift } from '../store/shifts.ts'
import { dutiesOf } from './clocks.ts'

type ShiftContext = Pick<Context, 'database'>

/** More open cases than this at once are more than any shift carries; the page says how many it left out. */
const casesAtOnce = 200

export interface Worker {
  readonly personId: number
  readonly name: string
}

export function beginShift(context: ShiftContext, worker: Worker, now: Date): Promise<void> {
  return context.database.asEngine(async (scope) => {
    await insertShift(scope, { personId: worker.personId, personName: worker.name, startedAt: now })
    await recordShift(scope, worker, 'begun', now)
  })
}

/** The brief is kept as it was handed over. */
export function handOver(
  context: ShiftContext,
  worker: Worker,
  to: string,
  now: Date,
): Promise<readonly CaseInBrief[]> {
  return context.database.asEngine(async (scope) => {
    const shift = await findRunningShift(scope, worker.personId)
    if (!shift) throw noShift()
    const brief = await briefOf(scope, now)
    const unowned = unownedIn(brief)
    if (unowned > 0) throw clockUnowned(unowned)
    await endShift(scope, { id: shift.id, at: now, handedTo: to, brief })
    await recordShift(scope, worker, 'handed-over', now)
    return brief
  })
}

export function readBrief(context: ShiftContext, now: Date): Promise<readonly CaseInBrief[]> {
  return context.database.asEngine((scope) => briefOf(scope, now))
}

/** Real cases only: an exercise hands over its own. */
async function briefOf(scope: EngineScope, now: Date): Promise<readonly CaseInBrief[]> {
  const incidents = await selectIncidents(scope, { organisationId: null, state: 'open', limit: casesAtOnce })
  const brief: CaseInBrief[] = []
  for (const incident of incidents.filter(({ realm }) => realm === 'real')) {
    const on = { organisationId: incident.organisationId, incidentId: incident.id }
    const member = await findOrganisation(scope, incident.organisationId)
    const tasks = await selectTasks(scope, on)
    brief.push({
      ...on,
      word: incident.word,
      organisation: member?.name ?? '',
      clocks: openClocks(await dutiesOf(scope, incident, now), await selectDecisions(scope, on)),
      promises: tasks.flatMap(({ kind, state, title, toWhom, owner, dueAt }) =>
        kind === 'promise' && state === 'open' && toWhom !== null ? [{ title, toWhom, owner, dueAt }] : [],
      ),
    })
  }
  return brief
}

async function recordShift(
  scope: EngineScope,
  worker: Worker,
  what: 'begun' | 'handed-over',
  now: Date,
): Promise<void> {
  await record(scope, {
    organisationId: centreJournal,
    at: now,
    actor: `person:${worker.personId}`,
    action: `shift.${what}`,
    objectType: 'shift',
    objectId: worker.personId,
  })
}
