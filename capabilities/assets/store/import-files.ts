// The file of an import, in pieces, until the import has ended.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'

// Bytes cross the connection as hexadecimal text, so whole files would cost several times their size at once.
const pieceBytes = 4 * 1024 * 1024

interface Of {
  readonly organisationId: number
  readonly importId: number
}

export async function insertFile(
  scope: MemberScope | EngineScope,
  of: Of,
  content: Uint8Array,
): Promise<void> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  for (let piece = 0; piece * pieceBytes < Math.max(bytes.length, 1); piece++) {
    const part = bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)
    await sql`insert into import_files (organisation_id, import_id, piece, content)
      values (${of.organisationId}, ${of.importId}, ${piece}, ${part})`.execute(scope.db)
  }
}

/** Null when it was deleted because the import has ended. */
export async function readFile(scope: MemberScope | EngineScope, of: Of): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  for (;;) {
    const { rows } = await sql<{ content: Buffer }>`
      select content from import_files
      where organisation_id = ${of.organisationId} and import_id = ${of.importId} and piece = ${pieces.length}`.execute(
      scope.db,
    )
    if (!rows[0]) return pieces.length === 0 ? null : Buffer.concat(pieces)
    pieces.push(rows[0].content)
  }
}

export async function deleteFile(scope: MemberScope | EngineScope, of: Of): Promise<void> {
  await sql`delete from import_files where organisation_id = ${of.organisationId} and import_id = ${of.importId}`.execute(
    scope.db,
  )
}
