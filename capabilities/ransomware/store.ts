// All SQL about ransomware families: what each source says of them, and under which licence.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../platform/database/database.ts'
import { type FamilyEntry, type SourceKind, sourceKinds } from './family.ts'

type ReadingScope = MemberScope | CentreScope | EngineScope

export interface RecordedSource {
  readonly source: SourceKind
  readonly licence: string
  readonly licenceText: string
  readonly version: string
  readonly sha256: string
  readonly families: number
  readonly notes: number
  readonly importedAt: Date
}

export interface NewSource extends RecordedSource {
  readonly skipped: number
  readonly entries: readonly FamilyEntry[]
}

const portion = 500

export async function replaceSource(scope: EngineScope, source: NewSource): Promise<void> {
  await sql`delete from ransomware_sources where source = ${source.source}`.execute(scope.db)
  await sql`insert into ransomware_sources (source, licence, licence_text, version, sha256, families, notes, skipped, imported_at)
    values (${source.source}, ${source.licence}, ${source.licenceText}, ${source.version}, ${source.sha256}, ${source.families},
      ${source.notes}, ${source.skipped}, ${source.importedAt})`.execute(scope.db)
  for (let at = 0; at < source.entries.length; at += portion)
    await sql`insert into ransomware_families (source, position, entry)
      select ${source.source}, ${at} + ordinality, value
      from jsonb_array_elements(${withoutZeros(source.entries.slice(at, at + portion))}::jsonb) with ordinality`.execute(
      scope.db,
    )
}

/** PostgreSQL takes no U+0000 in text; a note may hold one. */
function withoutZeros(entries: readonly FamilyEntry[]): string {
  return JSON.stringify(entries, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', ' ') : value,
  )
}

export async function selectSources(scope: ReadingScope): Promise<readonly RecordedSource[]> {
  const { rows } = await sql<RecordedSource>`
    select source, licence, licence_text as "licenceText", version, sha256, families, notes, imported_at as "importedAt"
    from ransomware_sources order by array_position(${sourceKinds}::text[], source)`.execute(scope.db)
  return rows
}

/** The sources in the order of trust, each in its own order. */
export async function selectEntries(
  scope: ReadingScope,
): Promise<readonly { readonly source: SourceKind; readonly entry: FamilyEntry }[]> {
  const { rows } = await sql<{ source: SourceKind; entry: FamilyEntry }>`
    select source, entry from ransomware_families order by array_position(${sourceKinds}::text[], source), position`.execute(
    scope.db,
  )
  return rows
}
