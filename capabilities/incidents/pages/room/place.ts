// Where a reader stands: behind which door, in which room, in which language and zone; and what the room holds.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { AnyRequest } from '../../../../platform/http/endpoint.ts'
import { formatInstant, type InstantStyle, type Translator } from '../../../../platform/i18n/index.ts'
import type { Door, DoorParams } from '../doors.ts'
import { loadRoom, type RoomData } from './load.ts'

export interface Reader {
  readonly translator: Translator
  /** The member's, whoever reads. */
  readonly timeZone: string
  readonly now: Date
}

export interface Place {
  readonly door: Door
  readonly params: DoorParams
  /** Address of the room, without a slash at its end. */
  readonly base: string
  readonly csrfToken: string | null
}

/** What each part of the room is given. `place` is null on paper: no links, no forms, everything open. */
export interface PartProps {
  readonly view: RoomData
  readonly reader: Reader
  readonly place: Place | null
}

export type RoomRequest = AnyRequest & { readonly params: DoorParams }

export interface Entered {
  readonly view: RoomData
  readonly reader: Reader
  readonly place: Place
}

/** Through the door and into the room, or the refusal of whoever may not. */
export async function enter(context: Context, door: Door, request: RoomRequest): Promise<Entered> {
  const access = await door.access(context, request)
  const view = await loadRoom(context, access, request.now)
  return {
    view,
    reader: {
      translator: context.translator(request.locale),
      timeZone: view.organisation.timeZone,
      now: request.now,
    },
    place: {
      door,
      params: request.params,
      base: door.base(request.params),
      csrfToken: request.caller?.csrfToken ?? null,
    },
  }
}

/** May anything be changed here, by this person, now. */
export function mayWrite({ view }: Pick<PartProps, 'view'>): boolean {
  return view.access.may === 'write' && view.incident.state === 'open'
}

/** Legal decisions, guests and the case itself are for the hospital and the centre, not for whom they invited. */
export function isAtHome({ view }: Pick<PartProps, 'view'>): boolean {
  return view.access.via !== 'guest'
}

export function say(at: Date, { translator, timeZone }: Reader, style: InstantStyle = 'instant'): string {
  return formatInstant(at, { translator, timeZone, style })
}
