// Closes a case with what came out of it, opens it again, and changes what it is called and who may know.
// SPDX-License-Identifier: EUPL-1.2
import type { Access } from '../access.ts'
import { incidentNotClosed } from '../contract/refusals.ts'
import type { Incident } from '../incident.ts'
import { saveIncident, saveState } from '../store/incidents.ts'
import { inRoom, noteInJournal, type RoomContext } from './room.ts'

type Closing = Pick<RoomContext, 'database'>

export function closeIncident(context: Closing, access: Access, note: string, now: Date): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    const { organisationId, id } = room.incident
    await saveState(room.scope, {
      organisationId,
      id,
      state: 'closed',
      closedAt: now,
      closedByName: access.name,
      closingNote: note,
    })
    await noteInJournal(room, 'closed')
  })
}

export function reopenIncident(context: Closing, access: Access, now: Date): Promise<void> {
  return inRoom(
    context,
    access,
    now,
    async (room) => {
      const { organisationId, id, state, word } = room.incident
      if (state === 'open') throw incidentNotClosed(word)
      const open = { state: 'open', closedAt: null, closedByName: null, closingNote: null } as const
      await saveState(room.scope, { organisationId, id, ...open })
      await noteInJournal(room, 'reopened')
    },
    { write: true, closed: true },
  )
}

export function renameIncident(
  context: Closing,
  access: Access,
  to: Pick<Incident, 'kind' | 'title' | 'tlp'>,
  now: Date,
): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    const { organisationId, id } = room.incident
    await saveIncident(room.scope, { organisationId, id, ...to })
    await noteInJournal(room, 'renamed', { kind: to.kind, tlp: to.tlp })
  })
}
