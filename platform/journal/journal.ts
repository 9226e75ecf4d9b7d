// The journal: who did what, when, on which object; written in the transaction of the change.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../database/database.ts'

/** The organisation under which the centre's own entries stand. */
export const centreJournal = 0

export interface JournalEntry {
  readonly organisationId: number
  readonly at: Date
  /** `person:12`, `matching`, `operator` (somebody at the command line). */
  readonly actor: string
  /** A fact: `alert.acknowledged`. */
  readonly action: string
  readonly objectType: string
  readonly objectId: string | number
  /** Plain facts for timelines; never a password, a token or a whole document. */
  readonly details?: Readonly<Record<string, unknown>>
}

export interface RecordedEntry extends Omit<JournalEntry, 'details' | 'objectId'> {
  readonly id: number
  readonly objectId: string
  readonly details: Readonly<Record<string, unknown>>
}

export async function record(scope: Scope, entries: JournalEntry | readonly JournalEntry[]): Promise<void> {
  const list: readonly JournalEntry[] = Array.isArray(entries) ? entries : [entries as JournalEntry]
  if (list.length === 0) return
  const rows = list.map((entry) => ({
    ...entry,
    at: entry.at.toISOString(),
    objectId: String(entry.objectId),
    details: entry.details ?? {},
  }))
  await sql`insert into journal (organisation_id, at, actor, action, object_type, object_id, details)
    select "organisationId", at, actor, action, "objectType", "objectId", details
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as entry("organisationId" bigint, at timestamptz, actor text, action text, "objectType" text, "objectId" text, details jsonb)
    returning 1`.execute(scope.db)
}

/**
 * The insert of one entry for each row of `source`, which has organisation_id and the object's id as `id`, as part of a
 * caller's set-based statement: `with noted as (${recordFrom(…)})`. `details` is an expression over the row.
 */
export function recordFrom(
  source: RawBuilder<unknown>,
  entry: Pick<JournalEntry, 'at' | 'actor' | 'action' | 'objectType'>,
  details: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`insert into journal (organisation_id, at, actor, action, object_type, object_id, details)
    select organisation_id, ${entry.at}::timestamptz, ${entry.actor}, ${entry.action}, ${entry.objectType}, id::text, ${details} from ${source} returning 1`
}

/** The newest entries about one object, newest first. */
export async function historyOf(
  scope: Scope,
  object: { organisationId: number; objectType: string; objectId: string | number },
  limit: number,
): Promise<readonly RecordedEntry[]> {
  const { rows } = await sql<RecordedEntry>`
    select id, organisation_id as "organisationId", at, actor, action, object_type as "objectType", object_id as "objectId", details
    from journal where organisation_id = ${object.organisationId} and object_type = ${object.objectType} and object_id = ${String(object.objectId)}
    order by id desc limit ${limit}`.execute(scope.db)
  return rows
}

/** For set-based statements of others: when people (not the engine) did something. Keeps the table's name here. */
export const personActivity = sql`(select organisation_id, at from journal where actor like 'person:%')`
