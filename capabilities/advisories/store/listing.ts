// All SQL of the centre's list of advisories and of the page of one.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory } from '@salus/standards/advisory'
import type { Fault } from '@salus/standards/fault'
import { sql } from 'kysely'
import type { CentreScope } from '../../../platform/database/database.ts'
import type { AdvisoryContent, Validity } from '../recorded.ts'
import { storableText } from './scopes.ts'

export interface ListedAdvisory {
  readonly id: number
  readonly publisher: string
  readonly trackingId: string
  readonly version: string
  readonly title: string
  readonly format: Advisory['format']
  readonly state: Advisory['state']
  readonly validity: Validity
  readonly revisedAt: Date | null
  readonly recordedAt: Date
}

export interface AdvisoryFilter {
  /** Part of title, publisher or tracking id, or a whole CVE id; empty means all. */
  readonly search: string
  readonly state: Advisory['state'] | null
  readonly validity: Validity | null
  readonly format: Advisory['format'] | null
  readonly after: { readonly recordedAt: Date; readonly id: number } | null
  readonly limit: number
}

const listed = sql`a.id, a.publisher, a.tracking_id as "trackingId", a.version, a.title, a.format, a.state, a.validity,
  a.revised_at as "revisedAt", a.recorded_at as "recordedAt"`

/** Last recorded first. */
export async function listAdvisories(
  scope: CentreScope,
  { search, state, validity, format, after, limit }: AdvisoryFilter,
): Promise<readonly ListedAdvisory[]> {
  const text = storableText(search)
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<ListedAdvisory>`
    select ${listed} from advisories a
    where (${state}::text is null or a.state = ${state}) and (${validity}::text is null or a.validity = ${validity})
      and (${format}::text is null or a.format = ${format})
      and (${text} = '' or a.title ilike ${like} or a.tracking_id ilike ${like} or a.publisher ilike ${like}
        or exists (select from advisory_vulnerabilities v where v.advisory_id = a.id and v.cve_id = upper(${text})))
      and (${after === null} or (a.recorded_at, a.id) < (${after?.recordedAt ?? null}::timestamptz, ${after?.id ?? null}::bigint))
    order by a.recorded_at desc, a.id desc limit ${limit}`.execute(scope.db)
  return rows
}

export interface AdvisoryDetails extends ListedAdvisory {
  readonly content: AdvisoryContent
  readonly faults: readonly Fault[]
  readonly revisionId: number
}

export async function findAdvisory(scope: CentreScope, id: number): Promise<AdvisoryDetails | null> {
  const { rows } = await sql<AdvisoryDetails>`
    select ${listed}, a.content, a.faults, a.revision_id as "revisionId" from advisories a where a.id = ${id}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export interface ListedRevision {
  readonly id: number
  readonly version: string
  /** Hex. */
  readonly sha256: string
  readonly source: string
  readonly bytes: number
  readonly recordedAt: Date
}

/** Newest first. */
export async function revisionsOf(
  scope: CentreScope,
  advisoryId: number,
  limit: number,
): Promise<readonly ListedRevision[]> {
  const { rows } = await sql<ListedRevision>`
    select id, version, encode(sha256, 'hex') as sha256, source, octet_length(document) as bytes, recorded_at as "recordedAt"
    from advisory_revisions where advisory_id = ${advisoryId} order by id desc limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

export async function documentOfRevision(
  scope: CentreScope,
  advisoryId: number,
  revisionId: number,
): Promise<Buffer | null> {
  const { rows } = await sql<{ document: Buffer }>`
    select document from advisory_revisions where advisory_id = ${advisoryId} and id = ${revisionId}`.execute(
    scope.db,
  )
  return rows[0]?.document ?? null
}

export interface AdvisoryCounts {
  readonly total: number
  readonly invalid: number
}

export async function countAdvisories(scope: CentreScope): Promise<AdvisoryCounts> {
  const { rows } = await sql<AdvisoryCounts>`
    select count(*) as total, count(*) filter (where validity = 'invalid') as invalid from advisories`.execute(
    scope.db,
  )
  return rows[0] ?? { total: 0, invalid: 0 }
}
