// All SQL about playbooks that the centre took over from others.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'

export interface ImportedPlaybook {
  readonly id: number
  readonly cacaoId: string
  readonly name: string
  readonly language: string
  readonly tlp: string | null
  readonly modified: string
  readonly remarks: readonly Fault[]
  readonly importedAt: Date
  readonly importedByName: string
  readonly offered: boolean
}

export interface NewImport extends Omit<ImportedPlaybook, 'id'> {
  readonly importedBy: string
  readonly document: Buffer
  readonly sha256: Buffer
}

/** Members see what is offered to them, the centre and the engine everything that was not withdrawn. */
export type LibraryScope = MemberScope | CentreScope | EngineScope

const columns = sql`id, cacao_id as "cacaoId", name, language, tlp, modified, remarks, imported_at as "importedAt",
  imported_by_name as "importedByName", offered`

export const maxImportedShown = 500

export async function selectImported(scope: LibraryScope): Promise<readonly ImportedPlaybook[]> {
  const { rows } =
    await sql<ImportedPlaybook>`select ${columns} from imported_playbooks where withdrawn_at is null
    order by name, id limit ${maxImportedShown}`.execute(scope.db)
  return rows
}

export async function selectImportedDocument(
  scope: LibraryScope,
  id: number,
): Promise<(ImportedPlaybook & { readonly document: Buffer }) | null> {
  const { rows } = await sql<
    ImportedPlaybook & { document: Buffer }
  >`select ${columns}, document from imported_playbooks
    where id = ${id} and withdrawn_at is null`.execute(scope.db)
  return rows[0] ?? null
}

/** Null: the same document is there already. */
export async function insertImported(scope: CentreScope, imported: NewImport): Promise<number | null> {
  const { cacaoId, name, language, tlp, modified, document, sha256, remarks } = imported
  const { importedAt, importedBy, importedByName, offered } = imported
  const { rows } = await sql<{ id: number }>`
    insert into imported_playbooks (cacao_id, name, language, tlp, modified, document, sha256, remarks, imported_at, imported_by, imported_by_name, offered)
    values (${cacaoId}, ${name}, ${language}, ${tlp}, ${modified}, ${document}, ${sha256}, ${JSON.stringify(remarks)}::jsonb, ${importedAt}, ${importedBy}, ${importedByName}, ${offered})
    on conflict (sha256) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

export async function setOffered(scope: CentreScope, id: number, offered: boolean): Promise<void> {
  await sql`update imported_playbooks set offered = ${offered} where id = ${id}`.execute(scope.db)
}
