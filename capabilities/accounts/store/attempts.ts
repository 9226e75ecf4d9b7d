// All SQL about counted attempts.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { IdentityScope } from '../../../platform/database/database.ts'
import type { AttemptSubject } from '../attempts.ts'

export interface AttemptCount {
  readonly count: number
  readonly oldestAt: Date | null
}

/** Attempts at the same moment wait for each other, so that many at once do not slip below the limit. */
export async function lockSubject(scope: IdentityScope, subject: AttemptSubject): Promise<void> {
  await sql`select pg_advisory_xact_lock(${subject.hash.readInt32BE(0)}, ${subject.hash.readInt32BE(4)})`.execute(
    scope.db,
  )
}

export async function countAttempts(
  scope: IdentityScope,
  subject: AttemptSubject,
  now: Date,
): Promise<AttemptCount> {
  const since = new Date(now.getTime() - subject.limit.withinMs)
  const { rows } = await sql<AttemptCount>`
    select count(*) as count, min(at) as "oldestAt" from sign_in_attempts
    where subject_hash = ${subject.hash} and at > ${since}`.execute(scope.db)
  return rows[0] ?? { count: 0, oldestAt: null }
}

export async function insertAttempt(scope: IdentityScope, subject: AttemptSubject, now: Date): Promise<void> {
  await sql`insert into sign_in_attempts (subject_hash, at) values (${subject.hash}, ${now})`.execute(
    scope.db,
  )
}

export async function deleteAttempts(scope: IdentityScope, subject: AttemptSubject): Promise<void> {
  await sql`delete from sign_in_attempts where subject_hash = ${subject.hash}`.execute(scope.db)
}

/** Takes back the newest one, when it turned out to be no failure. */
export async function deleteNewestAttempt(scope: IdentityScope, subject: AttemptSubject): Promise<void> {
  await sql`delete from sign_in_attempts where id =
    (select max(id) from sign_in_attempts where subject_hash = ${subject.hash})`.execute(scope.db)
}

export async function deleteAttemptsBefore(scope: IdentityScope, moment: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from sign_in_attempts where at < ${moment}`.execute(scope.db)
  return Number(numAffectedRows ?? 0)
}
