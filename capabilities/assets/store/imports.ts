// Imports: their state, progress and result.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import type { InventoryFormat } from '@salus/standards/inventory'
import { type RawBuilder, sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { Covers } from '../difference.ts'
import { type Import, type ImportState, type ImportSummary, mayFollow, type TableFacts } from '../import.ts'

type AnyScope = MemberScope | EngineScope

const columns = sql.raw(
  `id, organisation_id as "organisationId", file_name as "fileName", format, list, describes, covers, state,
  created_by as "createdBy", created_at as "createdAt", changed_at as "changedAt", rows_total as "rowsTotal",
  rows_done as "rowsDone", mapping, table_facts as "table", summary, faults, compared_with as "comparedWith"`,
)

export async function insertImport(
  scope: AnyScope,
  added: {
    organisationId: number
    fileName: string
    describes: string | null
    covers: Covers
    createdBy: string
    at: Date
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into imports (organisation_id, file_name, describes, covers, state, created_by, created_at, changed_at)
    values (${added.organisationId}, ${added.fileName}, ${added.describes}, ${added.covers}, 'reading', ${added.createdBy}, ${added.at}, ${added.at})
    returning id`.execute(scope.db)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('an import was inserted and returned no identifier')
  return id
}

export async function findImport(
  scope: AnyScope,
  organisationId: number,
  id: number,
): Promise<Import | null> {
  const { rows } = await sql<Import>`
    select ${columns} from imports where organisation_id = ${organisationId} and id = ${id}`.execute(scope.db)
  return rows[0] ?? null
}

export async function listImports(scope: MemberScope, limit: number): Promise<readonly Import[]> {
  const { rows } = await sql<Import>`
    select ${columns} from imports where organisation_id = ${scope.organisationId}
    order by id desc limit ${limit}`.execute(scope.db)
  return rows
}

export interface ImportChange {
  readonly format?: InventoryFormat
  readonly list?: string
  readonly mapping?: unknown
  readonly table?: TableFacts
  readonly summary?: ImportSummary
  readonly faults?: readonly Fault[]
  readonly comparedWith?: number
  readonly rowsTotal?: number
}

/** False when it was no longer in the state that the caller saw: somebody else has moved it. */
export async function moveImport(
  scope: AnyScope,
  from: Import,
  to: ImportState,
  at: Date,
  change: ImportChange = {},
): Promise<boolean> {
  if (!mayFollow(from.state, to)) throw new Error(`an import cannot go from ${from.state} to ${to}`)
  const changed = sql.join([
    sql`state = ${to}`,
    sql`changed_at = ${at}`,
    sql`rows_done = 0`,
    sql`attempts = 0`,
    ...assignments(change),
  ])
  const { rows } = await sql`
    update imports set ${changed}
    where organisation_id = ${from.organisationId} and id = ${from.id} and state = ${from.state}
    returning id`.execute(scope.db)
  return rows.length === 1
}

function assignments(change: ImportChange): RawBuilder<unknown>[] {
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  return [
    ...(change.format === undefined ? [] : [sql`format = ${change.format}`]),
    ...(change.list === undefined ? [] : [sql`list = ${change.list}`]),
    ...(change.mapping === undefined ? [] : [sql`mapping = ${json(change.mapping)}`]),
    ...(change.table === undefined ? [] : [sql`table_facts = ${json(change.table)}`]),
    ...(change.summary === undefined ? [] : [sql`summary = ${json(change.summary)}`]),
    ...(change.faults === undefined ? [] : [sql`faults = ${json(change.faults)}`]),
    ...(change.comparedWith === undefined ? [] : [sql`compared_with = ${change.comparedWith}`]),
    ...(change.rowsTotal === undefined ? [] : [sql`rows_total = ${change.rowsTotal}`]),
  ]
}

export async function noteProgress(
  scope: EngineScope,
  of: Import,
  progress: { done: number; total: number },
): Promise<void> {
  await sql`update imports set rows_done = ${progress.done}, rows_total = ${progress.total}
    where organisation_id = ${of.organisationId} and id = ${of.id} and state = ${of.state}`.execute(scope.db)
}

/** Counts the beginnings of this state's work, in a transaction of its own that a crash does not undo. */
export async function beginAttempt(scope: EngineScope, of: Import): Promise<number> {
  const { rows } = await sql<{ attempts: number }>`
    update imports set attempts = attempts + 1
    where organisation_id = ${of.organisationId} and id = ${of.id} and state = ${of.state}
    returning attempts`.execute(scope.db)
  return rows[0]?.attempts ?? 0
}

/** Two processes never work on the same import at once; the second waits and then sees its new state. */
export async function lockImport(scope: EngineScope, importId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('assets.import'), ${importId % 2_147_483_647}::int)`.execute(
    scope.db,
  )
}
