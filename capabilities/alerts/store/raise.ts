// Raises the alerts of all members about advisories with one statement, so that its cost follows what is written.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { recordFrom } from '../../../platform/journal/journal.ts'
import { type Urgency, urgencies } from '../urgency.ts'
import { concernedIn } from './concerned.ts'

/** What the rules decided beforehand for each situation that the assets of a hospital can be in. */
export interface Prepared {
  /** Whether any member is exempt from a verdict on one of these; where none is, nothing is looked up for each asset. */
  readonly hasExemptions: boolean
  /** Whether any verdict on one of these is about single pieces only. */
  readonly hasSerials: boolean
  readonly advisories: readonly {
    readonly advisoryId: number
    /** Number of the set of decisions that holds for it. */
    readonly set: number
    readonly remediationFingerprint: string
  }[]
  /** For each set its decisions in the order of the situations. */
  readonly sets: readonly (readonly {
    readonly urgency: Urgency
    readonly decisionId: number
    readonly exploited: boolean
  }[])[]
}

/** Alerts that exist already are left alone. Returns how many were raised. */
export async function raiseAlerts(scope: EngineScope, prepared: Prepared, now: Date): Promise<number> {
  const { advisories, sets, hasExemptions, hasSerials } = prepared
  if (advisories.length === 0) return 0
  const part = { advisoryIds: advisories.map((one) => one.advisoryId), members: null }
  const { rows } = await sql<{ raised: number }>`
    with asked as materialized (
      select a.advisory_id, decode(a.fingerprint, 'hex') as fingerprint, s.urgencies, s."decisionIds", s.exploited
      from unnest(${part.advisoryIds}::bigint[], ${advisories.map((one) => one.set)}::int[], ${advisories.map((one) => one.remediationFingerprint)}::text[]) as a(advisory_id, set, fingerprint)
        join jsonb_to_recordset(${JSON.stringify(sets.map(columnsOf))}::jsonb) as s(set int, urgencies int[], "decisionIds" int[], exploited boolean[]) on s.set = a.set),
    concerned as materialized (select * from ${concernedIn(part, { exemptions: hasExemptions, serials: hasSerials })} c),
    raised as (
      insert into alerts (organisation_id, advisory_id, state, answer, urgency, urgency_decision_id, affected_assets, unsure_assets, exploited, remediation_fingerprint, raised_at, opened_at, changed_at)
      select c.organisation_id, c.advisory_id, 'new', case when c.affected > 0 then 'affected' else 'cannot_tell' end, (${[...urgencies]}::text[])[a.urgencies[c.situation + 1]], a."decisionIds"[c.situation + 1],
        c.affected, c.unsure, a.exploited[c.situation + 1], a.fingerprint, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
      from concerned c join asked a on a.advisory_id = c.advisory_id
      -- In the order of the indexes: neighbours share a page.
      order by c.advisory_id, c.organisation_id
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

/** One array for each column, so that SQL looks a situation up by its position. */
function columnsOf(decisions: Prepared['sets'][number], set: number) {
  return {
    set,
    urgencies: decisions.map(({ urgency }) => urgencies.indexOf(urgency) + 1),
    decisionIds: decisions.map(({ decisionId }) => decisionId),
    exploited: decisions.map(({ exploited }) => exploited),
  }
}
