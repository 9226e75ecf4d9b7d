// Takes back that a duty was done: typed by mistake at night, it would stop a clock that has to run.
// SPDX-License-Identifier: EUPL-1.2
import type { Access } from '../access.ts'
import { insertDecision } from '../store/room.ts'
import { caseOf, inRoom, noteInJournal, type RoomContext } from './room.ts'

export const takenBackSubject = 'not-done:'

export function takeBackDone(
  context: Pick<RoomContext, 'database'>,
  access: Access,
  done: { readonly duty: string; readonly submittedAt: Date; readonly because: string },
  now: Date,
): Promise<void> {
  return inRoom(context, access, now, async (room) => {
    const answer = done.submittedAt.toISOString()
    const decision = { subject: `${takenBackSubject}${done.duty}`, answer, because: done.because }
    await insertDecision(room.scope, caseOf(room), { ...decision, ...room.by })
    // The clocks read this entry as that of a filing that never arrived.
    await noteInJournal(room, 'filing-void', { duty: done.duty, submittedAt: answer })
  })
}
