// All SQL about checks, how their answers came about, and the snapshots of closed ones.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { ClosedCheck } from '../benchmark/extract.ts'
import type { Check, CheckAnswer, Depth } from '../check.ts'
import { extractOf, type Snapshot, snapshotSchema } from '../snapshot.ts'

const columns = sql`organisation_id as "organisationId", id, year, depth, form_version as "formVersion", opened_at as "openedAt",
  opened_by_name as "openedByName", closed_at as "closedAt", closed_by_name as "closedByName"`

/** Null where a check is running already. */
export async function insertCheck(
  scope: MemberScope,
  given: Pick<Check, 'organisationId' | 'year' | 'depth' | 'formVersion' | 'openedAt' | 'openedByName'>,
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into assessments (organisation_id, year, depth, form_version, opened_at, opened_by_name)
    values (${given.organisationId}, ${given.year}, ${given.depth}, ${given.formVersion}, ${given.openedAt}, ${given.openedByName})
    on conflict (organisation_id) where closed_at is null do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

/** The newest first. */
export async function selectChecks(scope: MemberScope, organisationId: number): Promise<readonly Check[]> {
  const { rows } = await sql<Check>`
    select ${columns} from assessments where organisation_id = ${organisationId} order by id desc limit 60`.execute(
    scope.db,
  )
  return rows
}

export async function findRunning(
  scope: MemberScope,
  organisationId: number,
  options: { readonly lock?: boolean } = {},
): Promise<Check | null> {
  const { rows } = await sql<Check>`
    select ${columns} from assessments where organisation_id = ${organisationId} and closed_at is null
    ${options.lock ? sql`for update` : sql``}`.execute(scope.db)
  return rows[0] ?? null
}

export async function findCheck(
  scope: MemberScope,
  organisationId: number,
  id: number,
): Promise<Check | null> {
  const { rows } = await sql<Check>`
    select ${columns} from assessments where organisation_id = ${organisationId} and id = ${id}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function updateDepth(
  scope: MemberScope,
  { organisationId, id }: Pick<Check, 'organisationId' | 'id'>,
  depth: Depth,
): Promise<void> {
  await sql`update assessments set depth = ${depth} where organisation_id = ${organisationId} and id = ${id}`.execute(
    scope.db,
  )
}

export async function markClosed(
  scope: MemberScope,
  { organisationId, id }: Pick<Check, 'organisationId' | 'id'>,
  by: { readonly at: Date; readonly name: string },
): Promise<void> {
  await sql`update assessments set closed_at = ${by.at}, closed_by_name = ${by.name}
    where organisation_id = ${organisationId} and id = ${id}`.execute(scope.db)
}

export async function insertAnswer(
  scope: MemberScope,
  { organisationId, id }: Pick<Check, 'organisationId' | 'id'>,
  answer: CheckAnswer,
): Promise<void> {
  await sql`insert into assessment_answers (organisation_id, assessment_id, fact, language, note, evidence_url, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${id}, ${answer.fact}, ${answer.language}, ${answer.note}, ${answer.evidenceUrl}, ${answer.recordedAt}, ${answer.recordedBy}, ${answer.recordedByName})`.execute(
    scope.db,
  )
}

/** The newest of each fact. */
export async function selectAnswers(
  scope: MemberScope,
  organisationId: number,
  assessmentId: number,
): Promise<readonly CheckAnswer[]> {
  const { rows } = await sql<CheckAnswer>`
    select distinct on (fact) fact, language, note, evidence_url as "evidenceUrl", recorded_at as "recordedAt", recorded_by as "recordedBy", recorded_by_name as "recordedByName"
    from assessment_answers where organisation_id = ${organisationId} and assessment_id = ${assessmentId}
    order by fact, id desc`.execute(scope.db)
  return rows
}

export interface Placed {
  readonly country: string
  readonly size: string | null
  readonly kind: string
}

export async function insertSnapshot(
  scope: MemberScope,
  check: Pick<Check, 'organisationId' | 'id' | 'year'>,
  {
    snapshot,
    placed,
    at,
    by,
  }: {
    readonly snapshot: Snapshot
    readonly placed: Placed
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  await sql`insert into assessment_snapshots (organisation_id, assessment_id, year, content, scores, country, size, kind, closed_at, recorded_by)
    values (${check.organisationId}, ${check.id}, ${check.year}, ${JSON.stringify(snapshot)}::jsonb, ${JSON.stringify(extractOf(snapshot))}::jsonb,
      ${placed.country}, ${placed.size}, ${placed.kind}, ${at}, ${by})`.execute(scope.db)
}

export async function findSnapshot(
  scope: MemberScope,
  organisationId: number,
  assessmentId: number,
): Promise<(Placed & { readonly snapshot: Snapshot }) | null> {
  const { rows } = await sql<Placed & { content: unknown }>`
    select content, country, size, kind from assessment_snapshots
    where organisation_id = ${organisationId} and assessment_id = ${assessmentId}`.execute(scope.db)
  const [row] = rows
  if (!row) return null
  const { content, ...placed } = row
  return { ...placed, snapshot: snapshotSchema.parse(content) }
}

/** Of every member, for the extract: figures and kind of house, and no answer. */
export async function selectClosedChecks(
  scope: EngineScope,
  years: readonly number[],
): Promise<readonly ClosedCheck[]> {
  const { rows } = await sql<ClosedCheck>`
    select organisation_id as id, year, country, size, kind, closed_at as "closedAt", scores
    from assessment_snapshots where year = any(${years}::int[]) order by organisation_id, assessment_id`.execute(
    scope.db,
  )
  return rows
}
