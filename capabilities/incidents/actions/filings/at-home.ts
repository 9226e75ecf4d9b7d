// Filings are made by the hospital and the centre; whom they invited reads them.
// SPDX-License-Identifier: EUPL-1.2
import type { Access } from '../../access.ts'
import { readOnly } from '../../contract/refusals.ts'
import { inRoom, type Room, type RoomContext } from '../room.ts'

export async function inRoomAtHome<T>(
  context: Pick<RoomContext, 'database'>,
  access: Access,
  now: Date,
  work: (room: Room) => Promise<T>,
  asks: { readonly write: true; readonly closed?: boolean } = { write: true },
): Promise<T> {
  if (access.via === 'guest') throw readOnly()
  return inRoom(context, access, now, work, asks)
}
