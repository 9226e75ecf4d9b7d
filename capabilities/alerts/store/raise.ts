// Raises the alerts of all members about advisories with one statement, so that its cost follows what is written.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { recordFrom } from '../../../platform/journal/journal.ts'
import type { Urgency } from '../urgency.ts'
import { concernedIn } from './concerned.ts'

/** What the rules decided beforehand for each situation that the assets of a hospital can be in. */
export interface Prepared {
  readonly advisories: readonly {
    readonly advisoryId: number
    /** Number of the set of decisions that holds for it. */
    readonly set: number
    readonly remediationFingerprint: string
  }[]
  readonly decisions: readonly {
    readonly set: number
    readonly situation: number
    readonly urgency: Urgency
    readonly decisionId: number
    readonly exploited: boolean
  }[]
}

/** Alerts that exist already are left alone. Returns how many were raised. */
export async function raiseAlerts(scope: EngineScope, prepared: Prepared, now: Date): Promise<number> {
  const { advisories, decisions } = prepared
  if (advisories.length === 0) return 0
  const part = { advisoryIds: advisories.map((one) => one.advisoryId), members: null }
  const { rows } = await sql<{ raised: number }>`
    with advisories as materialized (
      select advisory_id, decisions, decode(fingerprint, 'hex') as fingerprint
      from unnest(${part.advisoryIds}::bigint[], ${advisories.map((one) => one.set)}::int[], ${advisories.map((one) => one.remediationFingerprint)}::text[]) as a(advisory_id, decisions, fingerprint)),
    decided as materialized (
      select * from unnest(${decisions.map((one) => one.set)}::int[], ${decisions.map((one) => one.situation)}::int[], ${decisions.map((one) => one.urgency)}::text[],
        ${decisions.map((one) => one.decisionId)}::int[], ${decisions.map((one) => one.exploited)}::boolean[]) as d(decisions, situation, urgency, decision_id, exploited)),
    raised as (
      insert into alerts (organisation_id, advisory_id, state, answer, urgency, urgency_decision_id, affected_assets, unsure_assets, exploited, remediation_fingerprint, raised_at, opened_at, changed_at)
      select c.organisation_id, c.advisory_id, 'new', case when c.affected > 0 then 'affected' else 'cannot_tell' end, d.urgency, d.decision_id,
        c.affected, c.unsure, d.exploited, a.fingerprint, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
      from ${concernedIn(part)} c join advisories a on a.advisory_id = c.advisory_id
        join decided d on d.decisions = a.decisions and d.situation = c.situation
      on conflict (organisation_id, advisory_id) do nothing
      returning organisation_id, id, advisory_id, urgency, affected_assets),
    noted as (${recordFrom(
      sql`raised`,
      { at: now, actor: 'matching', action: 'alert.raised', objectType: 'alert' },
      sql`jsonb_build_object('advisoryId', advisory_id, 'urgency', urgency, 'assets', affected_assets)`,
    )})
    select count(*)::int as raised from raised`.execute(scope.db)
  return rows[0]?.raised ?? 0
}
