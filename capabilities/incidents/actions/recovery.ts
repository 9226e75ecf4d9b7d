// The recovery board of a case: read as a whole, told how far a system is, told how long a service can wait.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import { forecastsOf, systemKey } from '../../readiness/index.ts'
import type { Access } from '../access.ts'
import type { ClinicalService } from '../clinical-service.ts'
import { type Recovery, recoveryOf } from '../recovery.ts'
import { mayFollow, type RecoveryMark, type RecoveryState } from '../recovery-system.ts'
import { insertMark, insertTolerance, selectMarks, selectTolerances } from '../store/recovery.ts'
import { type Case, selectServices } from '../store/room.ts'
import { caseOf, inRoom, noteInJournal, type RoomContext } from './room.ts'

type Board = Pick<RoomContext, 'database'>

/** More systems than a hospital restores in one night; a list that is longer is no board any more. */
export const maxSystemsOfBoard = 200
/** Each system told of two dozen times. */
const maxMarksOfBoard = 5_000

export function readRecovery(context: Board, access: Access, now: Date): Promise<Recovery> {
  return inRoom(
    context,
    access,
    now,
    ({ scope, incident }) => loadRecovery(scope, incident.organisationId, incident, now),
    { write: false },
  )
}

async function loadRecovery(
  scope: MemberScope,
  organisationId: number,
  { id, openedAt }: { readonly id: number; readonly openedAt: Date },
  now: Date,
): Promise<Recovery> {
  const on: Case = { organisationId, incidentId: id }
  return recoveryOf(
    {
      forecasts: await forecastsOf(scope, organisationId, now),
      marks: await selectMarks(scope, on),
      tolerances: await selectTolerances(scope, on),
      care: await selectServices(scope, on),
      openedAt,
    },
    now,
  )
}

export interface Telling {
  readonly system: string
  readonly state: RecoveryState
  readonly note: string | null
  /** Number of the last mark that its sender saw; null: there was none. */
  readonly seen: number | null
  readonly commandId: string
}

export type Told =
  | { readonly outcome: 'told' }
  /** Somebody else was faster; nothing was stored. */
  | { readonly outcome: 'changed-meanwhile'; readonly before: RecoveryMark | null }
  | { readonly outcome: 'not-next' | 'board-full' }

export function tellSystem(context: Board, access: Access, telling: Telling, now: Date): Promise<Told> {
  return inRoom(context, access, now, async (room): Promise<Told> => {
    const on = caseOf(room)
    const marks = await selectMarks(room.scope, on)
    if (marks.some(({ commandId }) => commandId === telling.commandId)) return { outcome: 'told' }
    const key = systemKey(telling.system)
    const own = marks.filter(({ system }) => systemKey(system) === key)
    const before = own.at(-1) ?? null
    if ((before?.id ?? null) !== telling.seen) return { outcome: 'changed-meanwhile', before }
    if (!mayFollow(own, telling.state)) return { outcome: 'not-next' }
    const systems = new Set(marks.map(({ system }) => systemKey(system))).add(key)
    if (marks.length >= maxMarksOfBoard || systems.size > maxSystemsOfBoard) return { outcome: 'board-full' }
    await insertMark(room.scope, on, { ...telling, ...room.by })
    await noteInJournal(room, 'system-told', { system: telling.system, state: telling.state })
    return { outcome: 'told' }
  })
}

export function setTolerance(
  context: Board,
  access: Access,
  tolerance: { readonly service: ClinicalService; readonly hours: number },
  now: Date,
): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    await insertTolerance(room.scope, caseOf(room), { ...tolerance, ...room.by })
    await noteInJournal(room, 'tolerance-told', { ...tolerance })
  })
}
