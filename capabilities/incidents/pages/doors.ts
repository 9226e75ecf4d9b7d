// The three doors of a room: its hospital's people, the centre's officers, and guests with a link. Behind each lies the same.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { CentreRole, MemberRole, Permission } from '../../../platform/http/caller.ts'
import { type AnyRequest, type Page, personOf } from '../../../platform/http/endpoint.ts'
import { idParam } from '../../../platform/http/input.ts'
import type { Access } from '../access.ts'
import { accessOfGuest } from '../actions/doors.ts'

/** Each door's path holds some of these; a page adds its own parameters with `.extend`. */
export const doorParams = z.object({
  organisationId: idParam.optional(),
  memberId: idParam.optional(),
  incidentId: idParam.optional(),
  token: z.string().max(100).optional(),
})
export type DoorParams = z.output<typeof doorParams>

export interface Door {
  readonly via: Access['via']
  /** The room itself; pages within it stand behind. */
  readonly path: string
  readonly read: Permission
  readonly write: Permission
  /** The same address with its numbers filled in. */
  readonly base: (params: DoorParams) => string
  /** Where the list of cases is; null for guests, who have none. */
  readonly list: (params: DoorParams) => string | null
  readonly access: (
    context: Context,
    request: AnyRequest & { readonly params: DoorParams },
  ) => Promise<Access>
}

export const memberWriters: readonly MemberRole[] = ['responder', 'lead']
export const centreWriters: readonly CentreRole[] = ['duty-officer', 'administrator']

export const memberDoor: Door = {
  via: 'member',
  path: '/o/:organisationId/incidents/:incidentId',
  read: 'incidents:read',
  write: 'incidents:write',
  base: ({ organisationId, incidentId }) => `/o/${organisationId}/incidents/${incidentId}`,
  list: ({ organisationId }) => `/o/${organisationId}/incidents`,
  async access(_context, request) {
    const person = personOf(request)
    return {
      organisationId: request.organisationId,
      incidentId: request.params.incidentId ?? 0,
      via: 'member',
      actor: `person:${person.id}`,
      name: person.name,
      may: memberWriters.some((role) => role === request.membership?.role) ? 'write' : 'read',
    }
  },
}

export const centreDoor: Door = {
  via: 'centre',
  path: '/centre/incidents/:memberId/:incidentId',
  read: 'incidents:assist',
  write: 'incidents:assist',
  base: ({ memberId, incidentId }) => `/centre/incidents/${memberId}/${incidentId}`,
  list: () => '/centre/incidents',
  async access(context, request) {
    const person = personOf(request)
    return {
      organisationId: request.params.memberId ?? 0,
      incidentId: request.params.incidentId ?? 0,
      via: 'centre',
      actor: `person:${person.id}`,
      name: `${person.name} (${context.config.centreName})`,
      may: 'write',
    }
  },
}

export const guestDoor: Door = {
  via: 'guest',
  path: '/room/:token',
  read: 'public',
  write: 'public',
  base: ({ token }) => `/room/${token}`,
  list: () => null,
  access: (context, request) => accessOfGuest(context, request.params.token ?? '', request.now),
}

export const doors = [memberDoor, centreDoor, guestDoor] as const

/** The same pages behind each door. */
export function behindEachDoor(make: (door: Door) => readonly Page[]): readonly Page[] {
  return doors.flatMap(make)
}
