// SQL behind mails about alerts: what is told of an alert, whose digest may be due, whose clocks have to be escalated.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { deliveryRecords } from '../../../platform/delivery/delivery.ts'
import { advisoryTitles } from '../../advisories/index.ts'
import { runningObligations } from '../../obligations/index.ts'
import type { AlertState } from '../alert.ts'
import type { Urgency, UrgencyDecision } from '../urgency.ts'
import { decisionOfAlert } from './decisions.ts'

/** What a mail may say of an alert: figures, never which assets. */
export interface TellableAlert {
  readonly organisationId: number
  readonly alertId: number
  readonly advisoryId: number
  readonly title: string
  readonly publisher: string
  readonly trackingId: string
  readonly state: AlertState
  readonly answer: 'affected' | 'cannot_tell'
  readonly raisedFor: 'match' | 'warning'
  readonly urgency: Urgency
  readonly urgencyPath: UrgencyDecision
  readonly affectedAssets: number
  readonly unsureAssets: number
  readonly openedAt: Date
  readonly reopenedBecause: string | null
  readonly acknowledgeDueAt: Date | null
  readonly remediateDueAt: Date | null
}

const dueOf = (kind: string) =>
  sql`(select min(r.due_at) from ${runningObligations} r where r.organisation_id = al.organisation_id and r.subject_type = 'alert' and r.subject_id = al.id and r.kind = ${kind})`

const tellable = sql`select al.organisation_id as "organisationId", al.id as "alertId", al.advisory_id as "advisoryId", t.title, t.publisher, t.tracking_id as "trackingId",
    al.state, al.answer, al.raised_for as "raisedFor", al.urgency, ${decisionOfAlert} as "urgencyPath", al.affected_assets as "affectedAssets", al.unsure_assets as "unsureAssets", al.opened_at as "openedAt",
    al.reopened_because as "reopenedBecause", ${dueOf('alert-acknowledge')} as "acknowledgeDueAt", ${dueOf('alert-remediate')} as "remediateDueAt"
  from alerts al join ${advisoryTitles} t on t.id = al.advisory_id`

const byUrgency = sql`array_position(array['act-now', 'this-week', 'next-maintenance', 'watch'], al.urgency), al.opened_at desc, al.id`

export async function selectTellable(
  scope: EngineScope,
  alertIds: readonly number[],
): Promise<readonly TellableAlert[]> {
  if (alertIds.length === 0) return []
  const { rows } =
    await sql<TellableAlert>`${tellable} where al.id = any(${alertIds}::bigint[]) order by ${byUrgency}`.execute(
      scope.db,
    )
  return rows
}

export const digestKind = 'alert.digest'

export interface DigestCandidate {
  readonly organisationId: number
  readonly lastDigestAt: Date | null
}

/** Organisations with something open that no digest has told yet, in ascending order. */
export async function selectDigestCandidates(
  scope: EngineScope,
  window: DigestWindow,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly DigestCandidate[]> {
  const { rows } = await sql<DigestCandidate>`
    select o.organisation_id as "organisationId", last.at as "lastDigestAt"
    from (select organisation_id, max(opened_at) filter (where opened_at <= ${window.until}) as newest from alerts
      where closed_at is null and organisation_id > ${page.after} group by organisation_id) o
    left join lateral (select max(d.created_at) as at from ${deliveryRecords} d
      where d.organisation_id = o.organisation_id and d.kind = ${digestKind}) last on true
    where o.newest is not null and (last.at is null or o.newest > last.at - make_interval(mins => ${window.settleMinutes}))
    order by o.organisation_id limit ${page.limit}`.execute(scope.db)
  return rows
}

/** An alert counts as told once it was opened `settleMinutes` before a digest was written. */
export interface DigestWindow {
  readonly until: Date
  readonly settleMinutes: number
}

/** Open alerts of one organisation, opened after the one instant and until the other, most urgent first. */
export async function selectForDigest(
  scope: EngineScope,
  organisationId: number,
  opened: { readonly after: Date | null; readonly until: Date },
): Promise<readonly TellableAlert[]> {
  const { rows } = await sql<TellableAlert>`${tellable}
    where al.organisation_id = ${organisationId} and al.closed_at is null and al.opened_at <= ${opened.until}
      and (${opened.after === null} or al.opened_at > ${opened.after ?? opened.until})
    order by ${byUrgency}`.execute(scope.db)
  return rows
}

/** Organisations with a running clock of an alert whose next step has come, in ascending order. */
export async function selectEscalatingOrganisations(
  scope: EngineScope,
  steps: readonly { readonly level: number; readonly at: number }[],
  now: Date,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly number[]> {
  const { rows } = await sql<{ organisationId: number }>`
    select distinct r.organisation_id as "organisationId" from ${runningObligations} r
    where r.subject_type = 'alert' and r.organisation_id > ${page.after}
      and exists (select from unnest(${steps.map((step) => step.level)}::int[], ${steps.map((step) => step.at)}::float8[]) as step(level, share)
        where step.level > r.escalation and r.starts_at + (r.due_at - r.starts_at) * step.share <= ${now})
    order by 1 limit ${page.limit}`.execute(scope.db)
  return rows.map((row) => row.organisationId)
}
