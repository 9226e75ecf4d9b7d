// The distinct decisions on urgency: thousands of alerts share one.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { UrgencyDecision } from '../urgency.ts'

/** For the columns of alerts: the decision with its path. Keeps the table's name in this file. */
export const decisionOfAlert = sql`(select decision from urgency_decisions where id = al.urgency_decision_id)`

/** The number of each decision, in the order given; new ones are stored. */
export async function numbersOf(
  scope: EngineScope,
  decisions: readonly UrgencyDecision[],
): Promise<readonly number[]> {
  if (decisions.length === 0) return []
  const texts = new Map<UrgencyDecision, string>(decisions.map((one) => [one, JSON.stringify(one)]))
  const digests = new Map([...new Set(texts.values())].map((text) => [digestOf(text), text]))
  const known = await selectNumbers(scope, [...digests.keys()])
  const missing = [...digests].filter(([digest]) => !known.has(digest))
  if (missing.length > 0) {
    await sql`insert into urgency_decisions (digest, decision)
      select decode(digest, 'hex'), decision from jsonb_to_recordset(${JSON.stringify(missing.map(([digest, text]) => ({ digest, decision: JSON.parse(text) as unknown })))}::jsonb) as d(digest text, decision jsonb)
      order by digest on conflict (digest) do nothing`.execute(scope.db)
    // A statement of its own: only that sees what another transaction stored while this one waited for it.
    for (const [digest, id] of await selectNumbers(
      scope,
      missing.map(([digest]) => digest),
    ))
      known.set(digest, id)
  }
  return decisions.map((one) => {
    const id = known.get(digestOf(texts.get(one) ?? ''))
    if (id === undefined) throw new Error('a decision on urgency was stored but not returned')
    return id
  })
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function selectNumbers(scope: EngineScope, digests: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ digest: string; id: number }>`
    select encode(digest, 'hex') as digest, id from urgency_decisions
    where digest = any(array(select decode(d, 'hex') from unnest(${digests}::text[]) d))`.execute(scope.db)
  return new Map(rows.map((row) => [row.digest, row.id]))
}
