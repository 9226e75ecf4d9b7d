// Counts an attempt before it is made, so that many at the same moment cannot pass the limit.
// SPDX-License-Identifier: EUPL-1.2
import type { IdentityScope } from '../../../platform/database/database.ts'
import { networkOf } from '../../../platform/http/network.ts'
import { type AttemptLimit, type AttemptSubject, attemptSubject } from '../attempts.ts'
import { countAttempts, insertAttempt, lockSubject } from '../store/attempts.ts'

export function remoteSubject(secret: Buffer, limit: AttemptLimit, remoteAddress: string): AttemptSubject {
  return attemptSubject(secret, limit, networkOf(remoteAddress))
}

export type Reservation =
  /** `made` is the highest count of these subjects, this attempt included. */
  { readonly allowed: true; readonly made: number } | { readonly allowed: false; readonly tryAgainAt: Date }

export async function reserveAttempt(
  scope: IdentityScope,
  subjects: readonly AttemptSubject[],
  now: Date,
): Promise<Reservation> {
  // Always in one order, so that two attempts never wait for each other in a circle.
  const ordered = [...subjects].sort((a, b) => a.hash.compare(b.hash))
  let made = 0
  for (const subject of ordered) {
    await lockSubject(scope, subject)
    const { count, oldestAt } = await countAttempts(scope, subject, now)
    if (count >= subject.limit.max) {
      const since = oldestAt ?? now
      return { allowed: false, tryAgainAt: new Date(since.getTime() + subject.limit.withinMs) }
    }
    made = Math.max(made, count + 1)
  }
  for (const subject of ordered) await insertAttempt(scope, subject, now)
  return { allowed: true, made }
}
