// Set-based SQL by which alerts follow the engine's verdicts and the hospitals' inventories.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { runningAssets } from '../../assets/index.ts'
import { concerningVerdicts } from '../../matching/index.ts'
import type { AlertState } from '../alert.ts'
import type { Urgency } from '../urgency.ts'

/** One hospital and one advisory: what is found now, and what is stored; one of both may be missing. */
export interface Comparison {
  readonly organisationId: number
  readonly advisoryId: number
  readonly affected: number | null
  readonly unsure: number | null
  /** Position of the most exposed: 0 internet, 1 hospital network, 2 not stated, 3 isolated, 4 offline. */
  readonly exposureRank: number | null
  /** Position of the most important: 0 life-supporting to 4 office; null where none is stated. */
  readonly roleRank: number | null
  readonly roleMissing: boolean | null
  readonly alertId: number | null
  readonly state: AlertState | null
  readonly affectedBefore: number | null
  readonly unsureBefore: number | null
  readonly urgencyBefore: Urgency | null
  readonly exploitedBefore: boolean | null
  readonly fingerprintBefore: string | null
}

/**
 * For these advisories and all hospitals, or for all advisories and the one hospital that the scope is bound to.
 * Facts for the urgency come from the affected assets; only where there is none, from those we cannot tell of.
 */
export async function selectComparisons(
  scope: EngineScope,
  advisoryIds: readonly number[] | null,
): Promise<readonly Comparison[]> {
  const ofAdvisories = (column: string) =>
    advisoryIds === null ? sql`true` : sql`${sql.ref(column)} = any(${advisoryIds}::bigint[])`
  const { rows } = await sql<Comparison>`
    with matched as (
      select a.organisation_id, v.advisory_id,
        count(*) filter (where v.answer = 'affected')::int as affected,
        count(*) filter (where v.answer = 'cannot_tell')::int as unsure,
        min(a.exposure_rank) filter (where v.answer = 'affected') as exposure_affected, min(a.exposure_rank) as exposure_any,
        min(a.role_rank) filter (where v.answer = 'affected') as role_affected, min(a.role_rank) as role_any,
        bool_or(a.role_rank is null) filter (where v.answer = 'affected') as missing_affected, bool_or(a.role_rank is null) as missing_any
      from ${concerningVerdicts} v
      join (select organisation_id, product_version_id,
          coalesce(array_position(array['internet', 'hospital-network', 'not-stated', 'isolated', 'offline'], coalesce(network_exposure, 'not-stated')) - 1, 2) as exposure_rank,
          array_position(array['life-supporting', 'diagnostic', 'records', 'support', 'office'], clinical_role) - 1 as role_rank
        from (${runningAssets}) running) a on a.product_version_id = v.product_version_id
      where ${ofAdvisories('v.advisory_id')}
      group by a.organisation_id, v.advisory_id)
    select coalesce(m.organisation_id, al.organisation_id) as "organisationId", coalesce(m.advisory_id, al.advisory_id) as "advisoryId",
      m.affected, m.unsure,
      case when m.affected > 0 then m.exposure_affected else m.exposure_any end as "exposureRank",
      case when m.affected > 0 then m.role_affected else m.role_any end as "roleRank",
      case when m.affected > 0 then m.missing_affected else m.missing_any end as "roleMissing",
      al.id as "alertId", al.state, al.affected_assets as "affectedBefore", al.unsure_assets as "unsureBefore", al.urgency as "urgencyBefore",
      al.exploited as "exploitedBefore", encode(al.remediation_fingerprint, 'hex') as "fingerprintBefore"
    from matched m
    full join (select * from alerts where ${ofAdvisories('advisory_id')}) al on al.organisation_id = m.organisation_id and al.advisory_id = m.advisory_id
    order by 1, 2`.execute(scope.db)
  return rows
}

export interface AlertToWrite {
  readonly organisationId: number
  readonly advisoryId: number
  readonly state: AlertState
  readonly urgency: Urgency
  readonly urgencyPath: unknown
  readonly affectedAssets: number
  readonly unsureAssets: number
  readonly exploited: boolean
  readonly remediationFingerprint: string
  readonly reopenedBecause: string | null
}

export interface WrittenAlert {
  readonly organisationId: number
  readonly advisoryId: number
  readonly alertId: number
}

const givenAlerts = (
  alerts: readonly AlertToWrite[],
) => sql`jsonb_to_recordset(${JSON.stringify(alerts)}::jsonb) as g("organisationId" bigint, "advisoryId" bigint, state text, urgency text,
  "urgencyPath" jsonb, "affectedAssets" int, "unsureAssets" int, exploited boolean, "remediationFingerprint" text, "reopenedBecause" text)`

/** The unique key of member and advisory makes a repeated event harmless. */
export async function insertAlerts(
  scope: EngineScope,
  alerts: readonly AlertToWrite[],
  now: Date,
): Promise<readonly WrittenAlert[]> {
  if (alerts.length === 0) return []
  const { rows } = await sql<WrittenAlert>`
    insert into alerts (organisation_id, advisory_id, state, answer, urgency, urgency_path, affected_assets, unsure_assets, exploited, remediation_fingerprint, raised_at, opened_at, changed_at)
    select "organisationId", "advisoryId", state, case when "affectedAssets" > 0 then 'affected' else 'cannot_tell' end, urgency, "urgencyPath",
      "affectedAssets", "unsureAssets", exploited, decode("remediationFingerprint", 'hex'), ${now}, ${now}, ${now}
    from ${givenAlerts(alerts)}
    on conflict (organisation_id, advisory_id) do nothing
    returning organisation_id as "organisationId", advisory_id as "advisoryId", id as "alertId"`.execute(
    scope.db,
  )
  return rows
}

/** Opens alerts again: the answer of before no longer stands, and the hospital is told anew. */
export async function reopenAlerts(
  scope: EngineScope,
  alerts: readonly AlertToWrite[],
  now: Date,
): Promise<readonly WrittenAlert[]> {
  if (alerts.length === 0) return []
  const { rows } = await sql<WrittenAlert>`
    update alerts set state = 'new', ${changedFigures}, reopened_because = g."reopenedBecause", opened_at = ${now}, changed_at = ${now},
      acknowledged_at = null, acknowledged_by = null, applies = null, answered_at = null, reason = null, accepted_until = null, closed_at = null
    from ${givenAlerts(alerts)} where alerts.organisation_id = g."organisationId" and alerts.advisory_id = g."advisoryId"
    returning alerts.organisation_id as "organisationId", alerts.advisory_id as "advisoryId", alerts.id as "alertId"`.execute(
    scope.db,
  )
  return rows
}

export async function updateAlerts(
  scope: EngineScope,
  alerts: readonly AlertToWrite[],
  now: Date,
): Promise<void> {
  if (alerts.length === 0) return
  await sql`update alerts set ${changedFigures}, changed_at = ${now}
    from ${givenAlerts(alerts)} where alerts.organisation_id = g."organisationId" and alerts.advisory_id = g."advisoryId"`.execute(
    scope.db,
  )
}

const changedFigures = sql`answer = case when g."affectedAssets" > 0 then 'affected' else 'cannot_tell' end, urgency = g.urgency, urgency_path = g."urgencyPath",
  affected_assets = g."affectedAssets", unsure_assets = g."unsureAssets", exploited = g.exploited, remediation_fingerprint = decode(g."remediationFingerprint", 'hex')`

/** Ends alerts that no longer concern anybody: withdrawn by the advisory, or resolved by the inventory. */
export async function endAlerts(
  scope: EngineScope,
  ended: readonly { readonly organisationId: number; readonly alertId: number }[],
  state: 'withdrawn' | 'remediated',
  now: Date,
): Promise<void> {
  if (ended.length === 0) return
  await sql`update alerts set state = ${state}, affected_assets = 0, unsure_assets = 0, closed_at = ${now}, changed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as e("organisationId" bigint, "alertId" bigint)
    where alerts.organisation_id = e."organisationId" and alerts.id = e."alertId"`.execute(scope.db)
}
