// The rows of an import: what it adds, changes, misses and could not take.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHash, RejectedItem } from '@salus/standards/inventory'
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { AssetFacts } from '../asset.ts'
import type { Difference } from '../difference.ts'

export const outcomes = ['added', 'changed', 'gone', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]

export interface ImportRow {
  readonly number: number
  readonly outcome: Outcome
  readonly place: string
  readonly assetId: number | null
  readonly facts: AssetFacts | null
  readonly before: Partial<AssetFacts> | null
  readonly fault: RejectedItem | null
}

interface NewRow extends Omit<ImportRow, 'number'> {
  readonly recognisedBy: string | null
  readonly hashes?: readonly FileHash[]
}

interface Of {
  readonly organisationId: number
  readonly importId: number
}

const portion = 5_000

/** Tells after each portion how many rows lie in the table. */
export async function insertRows(
  scope: EngineScope,
  of: Of,
  difference: Difference,
  progress: (done: number) => Promise<void>,
): Promise<void> {
  let done = 0
  for (const rows of portionsOf(difference)) {
    await sql`
      insert into import_rows (organisation_id, import_id, number, outcome, place, asset_id, recognised_by, facts, before, fault, hashes)
      select ${of.organisationId}, ${of.importId}, ${done} + ordinal, outcome, place, "assetId", "recognisedBy", nullif(facts, 'null'::jsonb), nullif(before, 'null'::jsonb), nullif(fault, 'null'::jsonb), hashes
      from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as (outcome text, place text, "assetId" bigint, "recognisedBy" text, facts jsonb, before jsonb, fault jsonb, hashes jsonb)) with ordinality
        as entry(outcome, place, "assetId", "recognisedBy", facts, before, fault, hashes, ordinal)
      returning 1`.execute(scope.db)
    done += rows.length
    await progress(done)
  }
}

/** Portions are made as they are needed, so that a large list is never in memory twice. */
function* portionsOf(difference: Difference): Generator<readonly NewRow[]> {
  let rows: NewRow[] = []
  for (const row of rowsOf(difference)) {
    rows.push(row)
    if (rows.length < portion) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

function* rowsOf({ added, changed, gone, rejected }: Difference): Generator<NewRow> {
  const nothing = { assetId: null, recognisedBy: null, facts: null, before: null, fault: null }
  for (const item of added) yield { ...nothing, ...item, outcome: 'added' }
  for (const { wasMissing: _, ...item } of changed) yield { ...nothing, ...item, outcome: 'changed' }
  for (const item of gone) yield { ...nothing, ...item, place: '', outcome: 'gone' }
  for (const fault of rejected)
    yield { ...nothing, place: storable(fault.place), fault: plainFault(fault), outcome: 'rejected' }
}

function plainFault(fault: RejectedItem): RejectedItem {
  return {
    code: fault.code,
    place: storable(fault.place),
    detail: storable(fault.detail),
    remedy: storable(fault.remedy),
    says: storable(fault.says),
  }
}

/** PostgreSQL takes neither NUL nor half letters in a JSON text. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

export async function deleteRows(scope: EngineScope | MemberScope, of: Of): Promise<void> {
  await sql`delete from import_rows where organisation_id = ${of.organisationId} and import_id = ${of.importId}`.execute(
    scope.db,
  )
}

export interface RowToStore {
  readonly number: number
  readonly place: string
  readonly facts: AssetFacts
  readonly hashes: readonly FileHash[] | null
}

/** The next rows to be stored, in order. */
export async function rowsToStore(scope: EngineScope, of: Of, after: number): Promise<readonly RowToStore[]> {
  const { rows } = await sql<RowToStore>`
    select number, place, facts, hashes from import_rows
    where organisation_id = ${of.organisationId} and import_id = ${of.importId} and number > ${after} and outcome in ('added', 'changed')
    order by number limit ${portion}`.execute(scope.db)
  return rows
}

export async function listRows(
  scope: MemberScope,
  importId: number,
  outcome: Outcome,
  after: number,
  limit: number,
): Promise<readonly ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select number, outcome, place, asset_id as "assetId", facts, before, fault from import_rows
    where organisation_id = ${scope.organisationId} and import_id = ${importId} and outcome = ${outcome} and number > ${after}
    order by number limit ${limit}`.execute(scope.db)
  return rows
}
