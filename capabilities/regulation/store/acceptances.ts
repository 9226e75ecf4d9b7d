// All SQL about what a house said about keeping to its duties.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'

type OwnScope = MemberScope | EngineScope

export interface Acceptance {
  readonly id: number
  readonly duty: string
  readonly said: 'kept' | 'not-kept'
  readonly evidence: string | null
  readonly reviewAt: Date | null
  readonly saidAt: Date
  readonly saidByName: string
}
export type NewAcceptance = Omit<Acceptance, 'id'> & { readonly saidBy: string }

const mostOfOneDuty = 50
const columns = sql`id, duty, said, evidence, review_at as "reviewAt", said_at as "saidAt", said_by_name as "saidByName"`

/** One at a time decides whether a review runs: of two at once the second sees what the first one wrote. */
export async function lockReviews(scope: OwnScope, organisationId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`duty reviews ${organisationId}`}, 0))`.execute(
    scope.db,
  )
}

export async function insertAcceptance(scope: MemberScope, said: NewAcceptance): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into duty_acceptances (organisation_id, duty, said, evidence, review_at, said_at, said_by, said_by_name)
    values (${scope.organisationId}, ${said.duty}, ${said.said}, ${said.evidence}, ${said.reviewAt}, ${said.saidAt}, ${said.saidBy}, ${said.saidByName})
    returning id`.execute(scope.db)
  return rows[0]?.id ?? 0
}

/** The newest word on each duty. */
export async function selectAcceptances(
  scope: OwnScope,
  organisationId: number,
): Promise<ReadonlyMap<string, Acceptance>> {
  const { rows } = await sql<Acceptance>`
    select distinct on (duty) ${columns} from duty_acceptances
    where organisation_id = ${organisationId} order by duty, id desc`.execute(scope.db)
  return new Map(rows.map((row) => [row.duty, row]))
}

/** Newest first. */
export async function selectHistory(
  scope: OwnScope,
  organisationId: number,
  duty: string,
): Promise<readonly Acceptance[]> {
  const { rows } = await sql<Acceptance>`
    select ${columns} from duty_acceptances where organisation_id = ${organisationId} and duty = ${duty}
    order by id desc limit ${mostOfOneDuty}`.execute(scope.db)
  return rows
}
