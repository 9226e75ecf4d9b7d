// Where the deliveries about an object stand, for whoever has to say whether its message arrived.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../database/database.ts'

export interface DeliveryStanding {
  readonly subjectId: number
  readonly occasion: string
  readonly recipient: string
  readonly state: 'pending' | 'sending' | 'sent' | 'failed'
  readonly attempts: number
  readonly lastAttemptAt: Date | null
  readonly sentAt: Date | null
  /** What the mail server said last; words of others. */
  readonly problem: string | null
}

export async function selectStandings(
  scope: EngineScope,
  about: {
    readonly organisationId: number
    readonly subjectType: string
    readonly subjectIds: readonly number[]
  },
): Promise<readonly DeliveryStanding[]> {
  if (about.subjectIds.length === 0) return []
  const { rows } = await sql<DeliveryStanding>`
    select subject_id as "subjectId", occasion, recipient, state, attempts, last_attempt_at as "lastAttemptAt", sent_at as "sentAt", problem
    from deliveries where organisation_id = ${about.organisationId} and subject_type = ${about.subjectType}
      and subject_id = any(${about.subjectIds}::bigint[]) order by id`.execute(scope.db)
  return rows
}
