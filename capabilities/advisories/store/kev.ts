// All SQL about the catalogue of exploited vulnerabilities.
// SPDX-License-Identifier: EUPL-1.2
import type { KevEntry } from '@salus/standards/kev'
import { sql } from 'kysely'
import type { CentreScope, EngineScope } from '../../../platform/database/database.ts'
import { storableJson } from './scopes.ts'

/** Returns the CVE ids whose entry was added or says something else now. */
export async function upsertKevEntries(
  scope: EngineScope,
  entries: readonly KevEntry[],
  releasedAt: Date,
  now: Date,
): Promise<readonly string[]> {
  if (entries.length === 0) return []
  const { rows } = await sql<{ cveId: string }>`
    insert into kev_entries as stored (cve_id, date_added, due_date, vulnerability_name, required_action, known_ransomware, released_at, recorded_at)
    select "cveId", "dateAdded", "dueDate", "vulnerabilityName", "requiredAction", "knownRansomwareCampaignUse", ${releasedAt}, ${now}
    from jsonb_to_recordset(${storableJson(entries)}::jsonb) as e("cveId" text, "dateAdded" date, "dueDate" date, "vulnerabilityName" text,
      "requiredAction" text, "knownRansomwareCampaignUse" boolean)
    on conflict (cve_id) do update set date_added = excluded.date_added, due_date = excluded.due_date,
      vulnerability_name = excluded.vulnerability_name, required_action = excluded.required_action,
      known_ransomware = excluded.known_ransomware, released_at = excluded.released_at, recorded_at = excluded.recorded_at
    where excluded.released_at >= stored.released_at
      and (excluded.date_added, excluded.due_date, excluded.vulnerability_name, excluded.required_action, excluded.known_ransomware)
        is distinct from (stored.date_added, stored.due_date, stored.vulnerability_name, stored.required_action, stored.known_ransomware)
    returning cve_id as "cveId"`.execute(scope.db)
  return rows.map((row) => row.cveId).sort()
}

export async function countKevEntries(scope: CentreScope | EngineScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from kev_entries`.execute(scope.db)
  return rows[0]?.count ?? 0
}
