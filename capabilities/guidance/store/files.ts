// All SQL about bills of materials on suppliers' sheets, their imports, and facts that sheets proposed.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { MemberScope } from '../../../platform/database/database.ts'
import type { SheetFile } from '../sheet.ts'
import type { Recorded } from './purchases.ts'

export interface NewFile extends Omit<SheetFile, 'id' | 'sheetId' | 'importId' | keyof Recorded> {
  /** Null where it could not be read: nothing of it is kept. */
  readonly content: Uint8Array | null
}

const columns = sql`f.id, f.sheet_id as "sheetId", f.file_name as "fileName", f.bytes, f.format, f.format_version as "formatVersion", f.components, f.faults, f.sha256,
  f.recorded_at as "recordedAt", f.recorded_by_name as "recordedByName",
  (select i.import_id from supplier_file_imports i where i.organisation_id = f.organisation_id and i.file_id = f.id order by i.id desc limit 1) as "importId"`

export async function insertFile(
  scope: MemberScope,
  organisationId: number,
  sheetId: number,
  file: NewFile,
  by: Recorded,
): Promise<number> {
  const content = file.content === null ? null : Buffer.from(file.content)
  const { rows } = await sql<{ id: number }>`
    insert into supplier_files (organisation_id, sheet_id, file_name, bytes, format, format_version, components, faults, sha256, content, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${sheetId}, ${file.fileName}, ${file.bytes}, ${file.format}, ${file.formatVersion}, ${file.components}, ${file.faults}, ${file.sha256}, ${content},
      ${by.recordedAt}, ${by.recordedBy}, ${by.recordedByName}) returning id`.execute(scope.db)
  const [row] = rows
  if (!row) throw new Error('an insert returned no row')
  return row.id
}

export async function selectFiles(
  scope: MemberScope,
  organisationId: number,
  sheetId: number,
): Promise<readonly SheetFile[]> {
  const { rows } = await sql<SheetFile>`
    select ${columns} from supplier_files f where f.organisation_id = ${organisationId} and f.sheet_id = ${sheetId} order by f.id`.execute(
    scope.db,
  )
  return rows
}

/** Only of a file that could be read. */
export async function findContent(
  scope: MemberScope,
  organisationId: number,
  { sheetId, fileId }: { readonly sheetId: number; readonly fileId: number },
): Promise<{ readonly fileName: string; readonly content: Buffer } | null> {
  const { rows } = await sql<{ fileName: string; content: Buffer }>`
    select file_name as "fileName", content from supplier_files
    where organisation_id = ${organisationId} and sheet_id = ${sheetId} and id = ${fileId} and content is not null`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function insertFileImport(
  scope: MemberScope,
  organisationId: number,
  { fileId, importId }: { readonly fileId: number; readonly importId: number },
  by: Recorded,
): Promise<void> {
  await sql`insert into supplier_file_imports (organisation_id, file_id, import_id, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${fileId}, ${importId}, ${by.recordedAt}, ${by.recordedBy}, ${by.recordedByName})`.execute(
    scope.db,
  )
}

export interface FactDecision {
  readonly fact: string
  readonly value: string
  readonly isTaken: boolean
  readonly recordedAt: Date
  readonly recordedByName: string
}

export async function insertFactDecision(
  scope: MemberScope,
  organisationId: number,
  sheetId: number,
  decision: Pick<FactDecision, 'fact' | 'value' | 'isTaken'>,
  by: Recorded,
): Promise<void> {
  await sql`insert into supplier_fact_decisions (organisation_id, sheet_id, fact, value, is_taken, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${sheetId}, ${decision.fact}, ${decision.value}, ${decision.isTaken}, ${by.recordedAt}, ${by.recordedBy}, ${by.recordedByName})`.execute(
    scope.db,
  )
}

/** The last decision on each fact and value. */
export async function selectFactDecisions(
  scope: MemberScope,
  organisationId: number,
  sheetId: number,
): Promise<readonly FactDecision[]> {
  const { rows } = await sql<FactDecision>`
    select distinct on (fact, value) fact, value, is_taken as "isTaken", recorded_at as "recordedAt", recorded_by_name as "recordedByName"
    from supplier_fact_decisions where organisation_id = ${organisationId} and sheet_id = ${sheetId} order by fact, value, id desc`.execute(
    scope.db,
  )
  return rows
}
