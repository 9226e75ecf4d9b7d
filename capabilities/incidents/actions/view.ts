// Loads all that a room shows, in one transaction, so that its parts agree.
// SPDX-License-Identifier: EUPL-1.2
import type { Access } from '../access.ts'
import type { Incident } from '../incident.ts'
import { type Guest, selectGuests } from '../store/doors.ts'
import { type CustodyEntry, type EvidenceFile, selectCustody, selectFiles } from '../store/evidence.ts'
import {
  type CaseAsset,
  type Indicator,
  type Note,
  selectCaseAssets,
  selectIndicators,
  selectNotes,
  selectServices,
  selectTasks,
  type Task,
} from '../store/room.ts'
import { type CaseClocks, clocksOf } from './clocks.ts'
import { caseOf, inRoom, type RoomContext } from './room.ts'

export interface RoomView extends CaseClocks {
  readonly incident: Incident
  readonly access: Access
  readonly notes: readonly Note[]
  readonly tasks: readonly Task[]
  readonly services: Awaited<ReturnType<typeof selectServices>>
  readonly assets: readonly CaseAsset[]
  readonly indicators: readonly Indicator[]
  readonly files: readonly EvidenceFile[]
  readonly custody: readonly CustodyEntry[]
  /** Empty for guests: they need not know of one another. */
  readonly guests: readonly Guest[]
}

export function viewRoom(
  context: Pick<RoomContext, 'database'>,
  access: Access,
  now: Date,
): Promise<RoomView> {
  return inRoom(
    context,
    access,
    now,
    async (room) => {
      const { scope, incident } = room
      const on = caseOf(room)
      const files = await selectFiles(scope, on)
      const fileIds = files.map((file) => file.id)
      return {
        ...(await clocksOf(scope, incident, now)),
        incident,
        access,
        notes: await selectNotes(scope, on),
        tasks: await selectTasks(scope, on),
        services: await selectServices(scope, on),
        assets: await selectCaseAssets(scope, on),
        indicators: await selectIndicators(scope, on),
        files,
        custody: await selectCustody(scope, on.organisationId, fileIds),
        guests: access.via === 'guest' ? [] : await selectGuests(scope, on.organisationId, incident.id),
      }
    },
    { write: false },
  )
}
