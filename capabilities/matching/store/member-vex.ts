// All SQL about what hospitals say of their own products, and which verdicts do not count for them therefore.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { jsonPortions } from '../../../platform/database/portions.ts'
import type { ExemptionGround } from '../exemption.ts'
import type { Pair } from './considered.ts'
import type { MatchQuestion } from './statements.ts'

/**
 * For set-based statements of others: organisation_id, advisory_id, product_version_id of verdicts that do not count
 * for an organisation. Keeps the table's name in this file.
 */
export const memberExemptions = sql`(select organisation_id, advisory_id, product_version_id from member_exemptions)`

export interface NewMemberVex {
  readonly organisationId: number
  readonly sha256: string
  readonly fileName: string
  readonly format: string
  readonly publisher: string
  readonly trackingId: string
  readonly title: string
  readonly faults: readonly Fault[]
  readonly document: Uint8Array
  readonly reason: string
  readonly uploadedBy: string
  readonly uploadedByName: string
  readonly uploadedAt: Date
  /** Upper case. */
  readonly vulnerabilities: readonly string[]
}

/** Null where the same document stands already. */
export async function insertMemberVex(scope: EngineScope, vex: NewMemberVex): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    with added as (
      insert into member_vex_documents (organisation_id, sha256, file_name, format, publisher, tracking_id, title, faults, document, reason, uploaded_by, uploaded_by_name, uploaded_at)
      values (${vex.organisationId}, decode(${vex.sha256}, 'hex'), ${vex.fileName}, ${vex.format}, ${vex.publisher}, ${vex.trackingId}, ${vex.title},
        ${JSON.stringify(vex.faults)}::jsonb, ${Buffer.from(vex.document)}, ${vex.reason}, ${vex.uploadedBy}, ${vex.uploadedByName}, ${vex.uploadedAt})
      on conflict (organisation_id, sha256) where withdrawn_at is null do nothing returning organisation_id, id)
    select id from added`.execute(scope.db)
  const id = rows[0]?.id ?? null
  if (id !== null)
    await sql`insert into member_vex_vulnerabilities (organisation_id, document_id, vulnerability)
      select ${vex.organisationId}, ${id}, v from unnest(${[...vex.vulnerabilities]}::text[]) v returning 1`.execute(
      scope.db,
    )
  return id
}

/** False where it does not exist, or was taken back before. */
export async function withdrawMemberVex(
  scope: EngineScope,
  of: {
    readonly organisationId: number
    readonly documentId: number
    readonly byName: string
    readonly at: Date
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update member_vex_documents set withdrawn_at = ${of.at}, withdrawn_by_name = ${of.byName}
    where organisation_id = ${of.organisationId} and id = ${of.documentId} and withdrawn_at is null returning id`.execute(
    scope.db,
  )
  if (rows.length === 0) return false
  await sql`delete from member_vex_vulnerabilities where organisation_id = ${of.organisationId} and document_id = ${of.documentId}`.execute(
    scope.db,
  )
  return true
}

export interface MemberVex {
  readonly id: number
  readonly sha256: string
  readonly fileName: string
  readonly format: string
  readonly publisher: string
  readonly title: string
  readonly faults: readonly Fault[]
  readonly reason: string
  readonly uploadedByName: string
  readonly uploadedAt: Date
  readonly withdrawnByName: string | null
  readonly withdrawnAt: Date | null
  /** Verdicts that do not count for the hospital because of this document. */
  readonly exemptions: number
}

const maxListed = 500

export async function countMemberVex(scope: EngineScope, organisationId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from member_vex_documents where organisation_id = ${organisationId} and withdrawn_at is null`.execute(
    scope.db,
  )
  return rows[0]?.count ?? 0
}

export async function selectMemberVex(scope: MemberScope): Promise<readonly MemberVex[]> {
  const { rows } = await sql<MemberVex>`
    select d.id, encode(d.sha256, 'hex') as sha256, d.file_name as "fileName", d.format, d.publisher, d.title, d.faults, d.reason,
      d.uploaded_by_name as "uploadedByName", d.uploaded_at as "uploadedAt", d.withdrawn_by_name as "withdrawnByName", d.withdrawn_at as "withdrawnAt",
      (select count(*)::int from member_exemptions e where e.organisation_id = d.organisation_id
        and e.grounds @> jsonb_build_array(jsonb_build_object('documentId', d.id))) as exemptions
    from member_vex_documents d order by d.id desc limit ${maxListed}`.execute(scope.db)
  return rows
}

export interface MemberExemption extends Pair {
  readonly grounds: readonly ExemptionGround[]
}

/** Of the member's own scope; row-level security keeps others away. */
export async function selectExemptions(
  scope: MemberScope,
  advisoryId: number,
): Promise<readonly MemberExemption[]> {
  const { rows } = await sql<MemberExemption>`
    select advisory_id as "advisoryId", product_version_id as "productVersionId", grounds
    from member_exemptions where advisory_id = ${advisoryId} order by product_version_id`.execute(scope.db)
  return rows
}

/** Whether any document that this scope sees stands: most centres and hospitals have none. */
export async function hasMemberVex(scope: EngineScope): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (select 1 from member_vex_documents where withdrawn_at is null) as some`.execute(scope.db)
  return rows[0]?.some ?? false
}

export interface PairToExempt extends Pair {
  readonly organisationId: number
  readonly documentId: number
}

/** What is asked about: all verdicts of a question, or all that one document may concern. */
export type ExemptionQuestion = MatchQuestion | { readonly organisationId: number }

/** Verdicts worth an alert on vulnerabilities of which a standing document frees some product. */
export async function selectPairsToExempt(
  scope: EngineScope,
  question: ExemptionQuestion,
): Promise<readonly PairToExempt[]> {
  const { rows } = await sql<PairToExempt>`
    select distinct m.organisation_id as "organisationId", m.document_id as "documentId", v.advisory_id as "advisoryId", v.product_version_id as "productVersionId"
    from member_vex_vulnerabilities m
    join spoken_vulnerabilities s on s.vulnerability = m.vulnerability
    join verdicts v on v.advisory_id = s.advisory_id and v.answer <> 'not_affected'
    where ${within(question, 'v', 'm')} order by 1, 3, 4, 2`.execute(scope.db)
  return rows
}

function within(question: ExemptionQuestion, pair: string, member: string) {
  if ('advisoryIds' in question)
    return sql`${sql.ref(`${pair}.advisory_id`)} = any(${question.advisoryIds}::bigint[])`
  if ('productVersionIds' in question)
    return sql`${sql.ref(`${pair}.product_version_id`)} = any(${question.productVersionIds}::bigint[])`
  return sql`${sql.ref(`${member}.organisation_id`)} = ${question.organisationId}`
}

export interface StandingVex {
  readonly organisationId: number
  readonly documentId: number
  readonly sha256: string
  readonly document: Buffer
}

export async function selectStandingVex(
  scope: EngineScope,
  documentIds: readonly number[],
): Promise<readonly StandingVex[]> {
  const { rows } = await sql<StandingVex>`
    select organisation_id as "organisationId", id as "documentId", encode(sha256, 'hex') as sha256, document
    from member_vex_documents where id = any(${documentIds}::bigint[]) and withdrawn_at is null order by id`.execute(
    scope.db,
  )
  return rows
}

export interface NewExemption extends MemberExemption {
  readonly organisationId: number
}

/** Makes the exemptions of a question exactly these. */
export async function replaceExemptions(
  scope: EngineScope,
  question: ExemptionQuestion,
  exemptions: readonly NewExemption[],
  at: Date,
): Promise<void> {
  await sql`delete from member_exemptions e where ${within(question, 'e', 'e')}`.execute(scope.db)
  for (const portion of jsonPortions(exemptions))
    await sql`insert into member_exemptions (organisation_id, advisory_id, product_version_id, grounds, decided_at)
      select "organisationId", "advisoryId", "productVersionId", grounds, ${at}
      from jsonb_to_recordset(${portion}::jsonb) as e("organisationId" bigint, "advisoryId" bigint, "productVersionId" bigint, grounds jsonb)
      returning 1`.execute(scope.db)
}
