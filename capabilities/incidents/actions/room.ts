// The frame of everything that is done in a room: find the case, see that it is open and may be written, record who did it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import type { Access } from '../access.ts'
import { incidentClosed, incidentUnknown, readOnly } from '../contract/refusals.ts'
import type { Incident } from '../incident.ts'
import { findIncident } from '../store/incidents.ts'
import type { Recorded } from '../store/room.ts'

export type RoomContext = Pick<Context, 'database' | 'events'>

export interface Room {
  readonly scope: MemberScope
  readonly incident: Incident
  readonly access: Access
  readonly now: Date
  readonly by: Recorded
}

/** One transaction as the member whose room it is, also where the centre or a guest works in it. */
export function inRoom<T>(
  context: Pick<RoomContext, 'database'>,
  access: Access,
  now: Date,
  work: (room: Room) => Promise<T>,
  asks: { readonly write: boolean; readonly closed?: boolean } = { write: true },
): Promise<T> {
  return context.database.asMember(access.organisationId, async (scope) => {
    const incident = await findIncident(scope, access.organisationId, access.incidentId, { lock: asks.write })
    if (!incident) throw incidentUnknown(access.incidentId)
    if (asks.write && access.may !== 'write') throw readOnly()
    if (asks.write && incident.state === 'closed' && !asks.closed) throw incidentClosed(incident.word)
    const by = { recordedAt: now, recordedBy: access.actor, recordedByName: access.name }
    return work({ scope, incident, access, now, by })
  })
}

/** Plain facts only: the journal is a timeline, not a second store of texts. */
export async function noteInJournal(
  { scope, incident, access, now }: Room,
  action: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await record(scope, {
    organisationId: access.organisationId,
    at: now,
    actor: access.actor,
    action: `incident.${action}`,
    objectType: 'incident',
    objectId: incident.id,
    details: access.via === 'member' ? details : { ...details, via: access.via },
  })
}

export const caseOf = ({ incident }: Pick<Room, 'incident'>) => ({
  organisationId: incident.organisationId,
  incidentId: incident.id,
})
