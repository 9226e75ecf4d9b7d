// SQL of warnings: what the centre told, and the alerts of the members that it told.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { recordFrom } from '../../../platform/journal/journal.ts'
import type { Urgency } from '../urgency.ts'
import type { StoredWarning } from '../warning.ts'

/** For columns over `al`: keeps the table's name in this file. */
export const warningTextsOfAlert = sql`(select w.texts from alert_warnings w where w.advisory_id = al.advisory_id and al.raised_for = 'warning')`
export const warnedExposure = sql`(select w.exposure from alert_warnings w where w.advisory_id = al.advisory_id and al.raised_for = 'warning')`

export async function selectWarnings(
  scope: MemberScope | CentreScope | EngineScope,
  advisoryIds: readonly number[],
): Promise<readonly StoredWarning[]> {
  if (advisoryIds.length === 0) return []
  const { rows } = await sql<StoredWarning>`
    select advisory_id as "advisoryId", texts, hospitals, exposure, audience, warned_at as "warnedAt", warned_by_name as "warnedByName"
    from alert_warnings where advisory_id = any(${advisoryIds}::bigint[]) order by advisory_id`.execute(
    scope.db,
  )
  return rows
}

export async function insertWarning(
  scope: EngineScope,
  warning: StoredWarning & { readonly warnedBy: string },
): Promise<void> {
  const { advisoryId, texts, hospitals, exposure, audience, warnedAt, warnedBy, warnedByName } = warning
  await sql`insert into alert_warnings (advisory_id, texts, hospitals, exposure, audience, warned_at, warned_by, warned_by_name)
    values (${advisoryId}, ${JSON.stringify(texts)}::jsonb, ${hospitals}, ${exposure}, ${JSON.stringify(audience)}::jsonb, ${warnedAt}, ${warnedBy}, ${warnedByName})`.execute(
    scope.db,
  )
}

export interface ToWarn {
  readonly advisoryId: number
  readonly organisationIds: readonly number[]
  readonly urgency: Urgency
  readonly decisionId: number
  readonly remediationFingerprint: string
  readonly actor: string
}

/** Who has an alert about it already keeps that one. Returns how many were raised. */
export async function insertWarned(scope: EngineScope, warned: ToWarn, now: Date): Promise<number> {
  const { advisoryId, organisationIds, urgency, decisionId, remediationFingerprint, actor } = warned
  const { rows } = await sql<{ raised: number }>`
    with raised as (
      insert into alerts (organisation_id, advisory_id, raised_for, state, answer, urgency, urgency_decision_id, affected_assets, unsure_assets, exploited, remediation_fingerprint, raised_at, opened_at, changed_at)
      select organisation_id, ${advisoryId}::bigint, 'warning', 'new', 'cannot_tell', ${urgency}, ${decisionId}::int, 0, 0, true, decode(${remediationFingerprint}, 'hex'), ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
      from unnest(${organisationIds}::bigint[]) as m(organisation_id) order by 1
      on conflict (organisation_id, advisory_id) do nothing
      returning organisation_id, id, advisory_id, urgency),
    noted as (${recordFrom(
      sql`raised`,
      { at: now, actor, action: 'alert.warned', objectType: 'alert' },
      sql`jsonb_build_object('advisoryId', advisory_id, 'urgency', urgency)`,
    )})
    select count(*)::int as raised from raised`.execute(scope.db)
  return rows[0]?.raised ?? 0
}
