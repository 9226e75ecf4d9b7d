// The recovery board, the same behind each door of a room.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { Page } from '../../../../platform/http/endpoint.ts'
import { behindEachDoor } from '../doors.ts'
import { boardPages } from './board.tsx'

export function recoveryPages(context: Context): readonly Page[] {
  return behindEachDoor((door) => boardPages(context, door))
}
