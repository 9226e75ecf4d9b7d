// A message to a person: asked for as a row in the transaction that causes it, sent after commit, outcome recorded.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, IdentityScope } from '../database/database.ts'

export interface Message {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface DeliveryRequest {
  /** 0 is the centre. */
  readonly organisationId: number
  /** `alert.raised`, `sign-in-link` … */
  readonly kind: string
  /** What it is about, so that the same occasion never reaches the same recipient twice: `alert 12 raised 2026-11-16T07:12:00.000Z`. */
  readonly occasion: string
  readonly recipient: string
  readonly language: string
  readonly subjectType: string | null
  readonly subjectId: number | null
  readonly message: Message
  readonly urgent: boolean
  readonly notBefore: Date
}

/** Asking again for the same occasion and recipient changes nothing. */
export async function requestDeliveries(
  scope: EngineScope | IdentityScope,
  requests: readonly DeliveryRequest[],
  now: Date,
): Promise<void> {
  if (requests.length === 0) return
  await sql`insert into deliveries (organisation_id, channel, kind, occasion, recipient, language, subject_type, subject_id, content, urgent, created_at, not_before)
    select "organisationId", 'mail', kind, occasion, recipient, language, "subjectType", "subjectId", message, urgent, ${now}, "notBefore"
    from jsonb_to_recordset(${JSON.stringify(requests)}::jsonb) as d("organisationId" bigint, kind text, occasion text, recipient text, language text,
      "subjectType" text, "subjectId" bigint, message jsonb, urgent boolean, "notBefore" timestamptz)
    on conflict (organisation_id, occasion, recipient) do nothing`.execute(scope.db)
}

export interface DueDelivery {
  readonly organisationId: number
  readonly id: number
  readonly recipient: string
  readonly language: string
  readonly occasion: string
  readonly attempts: number
  readonly content: Message
}

/** A claim that is older than this belongs to a process that died; the message is tried again. */
const abandonedAfterMinutes = 10

/** Claims what is due, so that no other process sends the same. */
export async function claimDue(
  scope: EngineScope,
  limit: number,
  now: Date,
): Promise<readonly DueDelivery[]> {
  // What an update returns comes in any order.
  const { rows } = await sql<DueDelivery>`
    with claimed as (update deliveries set state = 'sending', attempts = attempts + 1, last_attempt_at = ${now}
      where (organisation_id, id) in (
        select organisation_id, id from deliveries
        where state in ('pending', 'sending') and not_before <= ${now}
          and (state = 'pending' or last_attempt_at < ${now}::timestamptz - make_interval(mins => ${abandonedAfterMinutes}))
        order by urgent desc, not_before, id limit ${limit} for update skip locked)
      returning organisation_id, id, recipient, language, occasion, attempts, content, urgent, not_before)
    select organisation_id as "organisationId", id, recipient, language, occasion, attempts, content
    from claimed order by urgent desc, not_before, id`.execute(scope.db)
  return rows
}

export type Outcome =
  | { readonly sent: true; readonly messageId: string }
  | { readonly sent: false; readonly problem: string; readonly retryAt: Date | null }

/** What was sent or given up is no longer needed in full, and a link inside must not lie about. */
export async function recordOutcome(
  scope: EngineScope,
  delivery: DueDelivery,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  if (outcome.sent) {
    await sql`update deliveries set state = 'sent', sent_at = ${now}, message_id = ${outcome.messageId}, problem = null, content = jsonb_build_object('subject', content->'subject')
      where organisation_id = ${delivery.organisationId} and id = ${delivery.id}`.execute(scope.db)
    return
  }
  await sql`update deliveries set state = ${outcome.retryAt ? 'pending' : 'failed'}, problem = ${outcome.problem.slice(0, 500)}, not_before = ${outcome.retryAt ?? now},
      content = case when ${outcome.retryAt === null} then jsonb_build_object('subject', content->'subject') else content end
    where organisation_id = ${delivery.organisationId} and id = ${delivery.id}`.execute(scope.db)
}

export interface DeliveryRecord {
  readonly kind: string
  readonly recipient: string
  readonly state: 'pending' | 'sending' | 'sent' | 'failed'
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly subjectId: number
  readonly organisationId: number
}

/** For set-based statements of others: who was written to about what, on which occasion. Keeps the table's name in this file. */
export const deliveryRecords = sql`(select organisation_id, kind, occasion, recipient, state, created_at, sent_at, subject_type, subject_id from deliveries)`

/** For organisations and people that are gone: what was asked for on their behalf or written to them. */
export async function removeDeliveriesOf(
  scope: EngineScope,
  gone: { readonly organisationIds: readonly number[]; readonly recipients: readonly string[] },
): Promise<void> {
  await sql`delete from deliveries
    where organisation_id = any(${gone.organisationIds}::bigint[]) or recipient = any(${gone.recipients}::text[])`.execute(
    scope.db,
  )
}
