// All SQL about the statements on an organisation.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { Statement } from '../statement.ts'

type OwnScope = MemberScope | EngineScope

export interface StoredStatement extends Statement {
  readonly organisationId: number
  readonly recordedBy: string
}

/** Older ones of the same fact stay stored; a page of one fact shows more of them than rules need. */
const perKey = 6
const mostOfOneKey = 200

const columns = sql`key, key_version as "keyVersion", value, source, reference, as_of as "asOf", confidence, tlp, recorded_at as "recordedAt", recorded_by_name as "recordedByName"`

export async function insertStatements(
  scope: OwnScope,
  statements: readonly (StoredStatement & { readonly recordedAt: Date })[],
): Promise<void> {
  if (statements.length === 0) return
  await sql`insert into fact_statements (organisation_id, key, key_version, value, source, reference, as_of, confidence, tlp, recorded_at, recorded_by, recorded_by_name)
    select "organisationId", key, "keyVersion", value, source, reference, "asOf", confidence, tlp, "recordedAt", "recordedBy", "recordedByName"
    from jsonb_to_recordset(${JSON.stringify(statements)}::jsonb) as f("organisationId" bigint, key text, "keyVersion" int, value jsonb, source text, reference text,
      "asOf" timestamptz, confidence text, tlp text, "recordedAt" timestamptz, "recordedBy" text, "recordedByName" text)`.execute(
    scope.db,
  )
}

/** The newest first, so that of two at one instant the later counts: the newest few of every fact; of an authority's word always the newest, whatever came after it. */
export async function selectStatements(
  scope: OwnScope,
  organisationId: number,
): Promise<readonly Statement[]> {
  const { rows } = await sql<Statement>`
    select ${columns} from (
      select *, row_number() over (partition by key, (source = 'authority') order by as_of desc, id desc) as place
      from fact_statements where organisation_id = ${organisationId}
    ) as newest where place <= ${perKey} order by id desc`.execute(scope.db)
  return rows
}

export async function selectHistory(
  scope: OwnScope,
  organisationId: number,
  key: string,
): Promise<readonly Statement[]> {
  const { rows } = await sql<Statement>`
    select ${columns} from fact_statements where organisation_id = ${organisationId} and key = ${key}
    order by as_of desc, id desc limit ${mostOfOneKey}`.execute(scope.db)
  return rows
}
