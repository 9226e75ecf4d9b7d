// Set-based SQL by which alerts follow the engine's verdicts and the hospitals' inventories.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { AlertState } from '../alert.ts'
import type { Urgency } from '../urgency.ts'
import { concernedIn, type Part, within } from './concerned.ts'
import { warnedExposure } from './warnings.ts'

/** One hospital and one advisory: what is found now, and what is stored; one of both may be missing. */
export interface Comparison {
  readonly organisationId: number
  readonly advisoryId: number
  readonly affected: number | null
  readonly unsure: number | null
  /** Number of the situation, situation.ts. */
  readonly situation: number | null
  readonly alertId: number | null
  /** `warning`: raised because the centre warned; matches neither make it nor end it. */
  readonly raisedFor: 'match' | 'warning' | null
  /** How what is warned of gets in, as the officer said. */
  readonly warnedExposure: 'open' | 'controlled' | null
  readonly state: AlertState | null
  readonly affectedBefore: number | null
  readonly unsureBefore: number | null
  readonly urgencyBefore: Urgency | null
  readonly exploitedBefore: boolean | null
  readonly fingerprintBefore: string | null
}

/** Of one hospital everything; of advisories only the hospitals that have an alert about them already. */
export async function selectComparisons(scope: EngineScope, part: Part): Promise<readonly Comparison[]> {
  const join = 'advisoryIds' in part ? sql`right join` : sql`full join`
  const { rows } = await sql<Comparison>`
    select coalesce(c.organisation_id, al.organisation_id) as "organisationId", coalesce(c.advisory_id, al.advisory_id) as "advisoryId",
      c.affected, c.unsure, c.situation,
      al.id as "alertId", al.raised_for as "raisedFor", ${warnedExposure} as "warnedExposure", al.state, al.affected_assets as "affectedBefore", al.unsure_assets as "unsureBefore", al.urgency as "urgencyBefore",
      al.exploited as "exploitedBefore", encode(al.remediation_fingerprint, 'hex') as "fingerprintBefore"
    from ${concernedIn(part)} c
    ${join} (select * from alerts where ${within(part, sql.ref('advisory_id'), sql.ref('organisation_id'))}) al
      on al.organisation_id = c.organisation_id and al.advisory_id = c.advisory_id
    order by 1, 2`.execute(scope.db)
  return rows
}

/** The last of the next `limit` members with an alert about these advisories; null where there are none left. */
export async function nextMembersWithAlerts(
  scope: EngineScope,
  advisoryIds: readonly number[],
  after: number,
  limit: number,
): Promise<number | null> {
  const { rows } = await sql<{ last: number | null }>`
    select max(organisation_id) as last from (
      select organisation_id from alerts where advisory_id = any(${advisoryIds}::bigint[]) and organisation_id > ${after}
      -- By a sum, so that no index by member is walked through for the order: at 60,000 alerts it took 16 ms.
      order by organisation_id + 0 limit ${limit}) page`.execute(scope.db)
  return rows[0]?.last ?? null
}

export interface AlertToWrite {
  readonly organisationId: number
  readonly advisoryId: number
  readonly state: AlertState
  readonly urgency: Urgency
  readonly decisionId: number
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
  "decisionId" int, "affectedAssets" int, "unsureAssets" int, exploited boolean, "remediationFingerprint" text, "reopenedBecause" text)`

/** The unique key of member and advisory makes a repeated event harmless. */
export async function insertAlerts(
  scope: EngineScope,
  alerts: readonly AlertToWrite[],
  now: Date,
): Promise<readonly WrittenAlert[]> {
  if (alerts.length === 0) return []
  const { rows } = await sql<WrittenAlert>`
    insert into alerts (organisation_id, advisory_id, state, answer, urgency, urgency_decision_id, affected_assets, unsure_assets, exploited, remediation_fingerprint, raised_at, opened_at, changed_at)
    select "organisationId", "advisoryId", state, case when "affectedAssets" > 0 then 'affected' else 'cannot_tell' end, urgency, "decisionId",
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
      acknowledged_at = null, acknowledged_by = null, applies = null, answered_at = null, reason = null, accepted_until = null, closed_at = null, ended_because = null
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

const changedFigures = sql`answer = case when g."affectedAssets" > 0 then 'affected' else 'cannot_tell' end, urgency = g.urgency, urgency_decision_id = g."decisionId",
  affected_assets = g."affectedAssets", unsure_assets = g."unsureAssets", exploited = g.exploited, remediation_fingerprint = decode(g."remediationFingerprint", 'hex')`

/** Ends alerts that no longer concern anybody: withdrawn by the advisory, or resolved by the inventory. */
export async function endAlerts(
  scope: EngineScope,
  ended: readonly { readonly organisationId: number; readonly alertId: number; readonly because: string }[],
  state: 'withdrawn' | 'remediated',
  now: Date,
): Promise<void> {
  if (ended.length === 0) return
  await sql`update alerts set state = ${state}, ended_because = e.because, affected_assets = 0, unsure_assets = 0, closed_at = ${now}, changed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as e("organisationId" bigint, "alertId" bigint, because text)
    where alerts.organisation_id = e."organisationId" and alerts.id = e."alertId"`.execute(scope.db)
}
