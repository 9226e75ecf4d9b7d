// All SQL of what people at the centre say about a document.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope } from '../../../platform/database/database.ts'

export interface Comment {
  readonly id: number
  /** Of the document, when it was written. */
  readonly version: string
  readonly text: string
  readonly writtenBy: number
  readonly writtenByName: string
  readonly writtenAt: Date
  readonly retractedAt: Date | null
}

/** Oldest first, retracted ones too; at most `maxComments` of comment.ts were taken. */
export async function commentsOf(scope: CentreScope, advisoryId: number): Promise<readonly Comment[]> {
  const { rows } = await sql<Comment>`
    select id, version, text, written_by as "writtenBy", written_by_name as "writtenByName", written_at as "writtenAt",
      retracted_at as "retractedAt"
    from advisory_comments where advisory_id = ${advisoryId} order by id`.execute(scope.db)
  return rows
}

/** Comments on one document come one after the other, so that their number is true. */
export async function countComments(scope: CentreScope, advisoryId: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('advisories.comment'), ${advisoryId % 2 ** 31}::int)`.execute(
    scope.db,
  )
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from advisory_comments where advisory_id = ${advisoryId}`.execute(scope.db)
  return rows[0]?.count ?? 0
}

/** Null where there is no such document. */
export async function insertComment(
  scope: CentreScope,
  comment: Pick<Comment, 'text' | 'writtenBy' | 'writtenByName'> & { readonly advisoryId: number },
  now: Date,
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into advisory_comments (advisory_id, version, text, written_by, written_by_name, written_at)
    select id, version, ${comment.text}, ${comment.writtenBy}, ${comment.writtenByName}, ${now}
    from advisories where id = ${comment.advisoryId} returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

/** False where it is not this person's, is not there, or was retracted before. */
export async function retract(
  scope: CentreScope,
  advisoryId: number,
  commentId: number,
  personId: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update advisory_comments set retracted_at = ${now}
    where id = ${commentId} and advisory_id = ${advisoryId} and written_by = ${personId} and retracted_at is null
    returning id`.execute(scope.db)
  return rows.length === 1
}
