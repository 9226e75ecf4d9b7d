// SQL for the duty board about mails: what was tried with a member, and what does not get out.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope } from '../../../platform/database/database.ts'
import { deliveryRecords } from '../../../platform/delivery/delivery.ts'

export interface Tried {
  readonly organisationId: number
  /** `alert.opened`, `alert.digest`, `alert.reminder`, `alert.deputy`. */
  readonly kind: string
  readonly state: 'pending' | 'sending' | 'sent' | 'failed'
  readonly times: number
  readonly lastAt: Date
}

/** Mails about alerts to these members, each since the instant at which it was told of the matter. */
export async function selectTried(
  scope: CentreScope,
  members: readonly { readonly organisationId: number; readonly openedAt: Date }[],
): Promise<readonly Tried[]> {
  if (members.length === 0) return []
  const given = members.map(({ organisationId, openedAt }) => ({ organisationId, openedAt }))
  const { rows } = await sql<Tried>`
    select d.organisation_id as "organisationId", d.kind, d.state, count(*) as times, max(coalesce(d.sent_at, d.created_at)) as "lastAt"
    from (select "organisationId", min("openedAt") as opened_at from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g("organisationId" bigint, "openedAt" timestamptz) group by 1) g
    join ${deliveryRecords} d on d.organisation_id = g."organisationId" and d.created_at >= g.opened_at and d.kind like 'alert.%'
    group by d.organisation_id, d.kind, d.state order by d.organisation_id, "lastAt"`.execute(scope.db)
  return rows
}

export interface UnsentMails {
  readonly waiting: number
  readonly failed: number
}

/** A mail that waits longer than this has met a difficulty. */
const waitingMinutes = 10
const failedDays = 7

export async function selectUnsent(scope: CentreScope, now: Date): Promise<UnsentMails> {
  const { rows } = await sql<UnsentMails>`
    select count(*) filter (where d.state in ('pending', 'sending') and d.created_at < ${now}::timestamptz - make_interval(mins => ${waitingMinutes})) as waiting,
      count(*) filter (where d.state = 'failed' and d.created_at > ${now}::timestamptz - make_interval(days => ${failedDays})) as failed
    from ${deliveryRecords} d`.execute(scope.db)
  return rows[0] ?? { waiting: 0, failed: 0 }
}
