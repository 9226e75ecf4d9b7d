// All SQL about evidence: files as they were handed in, and who had them in hand.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { Case, Recorded } from './room.ts'

type RoomScope = MemberScope | EngineScope

export interface EvidenceFile extends Recorded {
  readonly id: number
  readonly fileName: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly takenFrom: string
  readonly takenAt: Date
}

export async function insertFile(
  scope: RoomScope,
  on: Case,
  file: Omit<EvidenceFile, 'id'> & { readonly content: Buffer },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into incident_files (organisation_id, incident_id, file_name, size, sha256, content, taken_from, taken_at, recorded_at, recorded_by, recorded_by_name)
    values (${on.organisationId}, ${on.incidentId}, ${file.fileName}, ${file.size}, decode(${file.sha256}, 'hex'), ${file.content}, ${file.takenFrom}, ${file.takenAt},
      ${file.recordedAt}, ${file.recordedBy}, ${file.recordedByName}) returning id`.execute(scope.db)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('a file was inserted and returned no number')
  return id
}

const columns = sql`id, file_name as "fileName", size, encode(sha256, 'hex') as sha256, taken_from as "takenFrom", taken_at as "takenAt",
  recorded_at as "recordedAt", recorded_by as "recordedBy", recorded_by_name as "recordedByName"`

export async function selectFiles(scope: RoomScope, on: Case): Promise<readonly EvidenceFile[]> {
  const { rows } = await sql<EvidenceFile>`
    select ${columns} from incident_files where organisation_id = ${on.organisationId} and incident_id = ${on.incidentId} order by id`.execute(
    scope.db,
  )
  return rows
}

export async function findFile(
  scope: RoomScope,
  on: Case,
  id: number,
): Promise<(EvidenceFile & { readonly content: Buffer }) | null> {
  const { rows } = await sql<EvidenceFile & { content: Buffer }>`
    select ${columns}, content from incident_files
    where organisation_id = ${on.organisationId} and incident_id = ${on.incidentId} and id = ${id}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export interface CustodyEntry extends Recorded {
  readonly fileId: number
  readonly action: 'received' | 'opened' | 'handed-over'
  readonly toWhom: string | null
  /** Of the content at that moment. */
  readonly sha256: string
}

export async function insertCustody(
  scope: RoomScope,
  organisationId: number,
  entry: CustodyEntry,
): Promise<void> {
  await sql`insert into incident_custody (organisation_id, file_id, action, to_whom, sha256, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${entry.fileId}, ${entry.action}, ${entry.toWhom}, decode(${entry.sha256}, 'hex'), ${entry.recordedAt}, ${entry.recordedBy}, ${entry.recordedByName})`.execute(
    scope.db,
  )
}

export async function selectCustody(
  scope: RoomScope,
  organisationId: number,
  fileIds: readonly number[],
): Promise<readonly CustodyEntry[]> {
  const { rows } = await sql<CustodyEntry>`
    select file_id as "fileId", action, to_whom as "toWhom", encode(sha256, 'hex') as sha256, recorded_at as "recordedAt", recorded_by as "recordedBy", recorded_by_name as "recordedByName"
    from incident_custody where organisation_id = ${organisationId} and file_id = any(${fileIds}::bigint[]) order by id`.execute(
    scope.db,
  )
  return rows
}
