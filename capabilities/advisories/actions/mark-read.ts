// A person at the centre marks documents as read, or as unread again; it is their own note and stands in no journal.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { deleteReads, insertReads } from '../store/reads.ts'

/** Returns how many documents were marked; numbers that no document has are left out. */
export function markRead(
  context: Pick<Context, 'database'>,
  advisoryIds: readonly number[],
  isRead: boolean,
  personId: number,
  now: Date,
): Promise<number> {
  return context.database.asCentre((scope) =>
    isRead ? insertReads(scope, advisoryIds, personId, now) : deleteReads(scope, advisoryIds, personId),
  )
}
