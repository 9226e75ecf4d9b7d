// All SQL about documents that could not be read as an advisory.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import { sql } from 'kysely'
import type { CentreScope, EngineScope } from '../../../platform/database/database.ts'
import type { ReceivedDocument } from '../recorded.ts'
import { storableJson, storableText } from './scopes.ts'

export interface QuarantinedDocument {
  readonly id: number
  /** Hex. */
  readonly sha256: string
  readonly name: string
  readonly source: string
  readonly bytes: number
  readonly faults: readonly Fault[]
  readonly recordedAt: Date
}

/** Larger documents are kept by name, size and hash only: what can't be read is often no advisory at all. */
const maxKeptBytes = 4 * 1024 * 1024

/** The same bytes again only renew the reasons. Returns whether they were not there before. */
export async function upsertQuarantined(
  scope: EngineScope,
  { name, source, bytes }: ReceivedDocument,
  sha256: string,
  faults: readonly Fault[],
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ isNew: boolean }>`
    insert into quarantined_documents (sha256, name, source, faults, bytes, document, recorded_at)
    values (decode(${sha256}, 'hex'), ${storableText(name)}, ${source}, ${storableJson(faults)}::jsonb, ${bytes.byteLength},
      ${bytes.byteLength > maxKeptBytes ? null : Buffer.from(bytes)}, ${now})
    on conflict (sha256) do update set name = excluded.name, source = excluded.source, faults = excluded.faults
    returning xmax = 0 as "isNew"`.execute(scope.db)
  return rows[0]?.isNew ?? false
}

/** What can be read now needs no quarantine any more. */
export async function releaseQuarantined(scope: EngineScope, hashes: readonly string[]): Promise<void> {
  await sql`delete from quarantined_documents
    where sha256 in (select decode(hash, 'hex') from unnest(${hashes}::text[]) as hash)`.execute(scope.db)
}

export async function listQuarantined(
  scope: CentreScope,
  beforeId: number | null,
  limit: number,
): Promise<readonly QuarantinedDocument[]> {
  const { rows } = await sql<QuarantinedDocument>`
    select id, encode(sha256, 'hex') as sha256, name, source, bytes, faults, recorded_at as "recordedAt"
    from quarantined_documents where ${beforeId}::bigint is null or id < ${beforeId} order by id desc limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

/** Null when it is not there any more; else its name. */
export async function deleteQuarantined(scope: CentreScope, id: number): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    delete from quarantined_documents where id = ${id} returning name`.execute(scope.db)
  return rows[0]?.name ?? null
}

export async function countQuarantined(scope: CentreScope | EngineScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from quarantined_documents`.execute(
    scope.db,
  )
  return rows[0]?.count ?? 0
}
