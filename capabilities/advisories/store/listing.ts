// All SQL of the centre's list of advisories and of the page of one.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory } from '@salus/standards/advisory'
import type { Fault } from '@salus/standards/fault'
import { type RawBuilder, sql } from 'kysely'
import type { CentreScope } from '../../../platform/database/database.ts'
import type { Direction, ListOrder, OrderKey, Place } from '../listing-order.ts'
import type { AdvisoryContent, Validity } from '../recorded.ts'
import { type AdvisoryFilter, conditionsOf, isRead } from './searching.ts'

export interface ListedAdvisory {
  readonly id: number
  readonly publisher: string
  readonly trackingId: string
  readonly version: string
  readonly title: string
  readonly format: Advisory['format']
  readonly state: Advisory['state']
  readonly validity: Validity
  readonly category: string | null
  readonly tlp: string | null
  /** From 0 to 10. */
  readonly maxBaseScore: number | null
  /** As the publisher writes it. */
  readonly aggregateSeverity: string | null
  readonly publishedAt: Date | null
  readonly revisedAt: Date | null
  readonly recordedAt: Date
  /** By the person who asks, in the revision that is in use. */
  readonly isRead: boolean
  readonly deletedAt: Date | null
}

export interface Listing {
  readonly filter: AdvisoryFilter
  readonly order: ListOrder
  readonly direction: Direction
  readonly after: Place | null
  readonly personId: number
  readonly limit: number
}

const listed = (
  personId: number,
) => sql`a.id, a.publisher, a.tracking_id as "trackingId", a.version, a.title, a.format, a.state,
  a.validity, a.category, a.tlp, a.max_base_score as "maxBaseScore", a.aggregate_severity as "aggregateSeverity",
  a.published_at as "publishedAt", a.revised_at as "revisedAt", a.recorded_at as "recordedAt", a.deleted_at as "deletedAt",
  ${isRead(personId)} as "isRead"`

/** Texts sort without regard to cases; with the number of the row every order is total. */
const keys: Readonly<Record<ListOrder, RawBuilder<unknown>>> = {
  recorded: sql`a.recorded_at`,
  released: sql`coalesce(a.revised_at, '-infinity'::timestamptz)`,
  firstReleased: sql`coalesce(a.published_at, '-infinity'::timestamptz)`,
  score: sql`coalesce(a.max_base_score, -1)`,
  severity: sql`a.severity_key`,
  title: sql`left(lower(a.title), 200) collate "C"`,
  publisher: sql`left(lower(a.publisher), 200) collate "C"`,
  publisherNamespace: sql`left(lower(coalesce(a.publisher_namespace, '')), 200) collate "C"`,
  publisherCategory: sql`coalesce(a.publisher_category, '') collate "C"`,
  trackingId: sql`a.tracking_key`,
  product: sql`a.product_key`,
  vendor: sql`a.vendor_key`,
  productVersion: sql`a.product_version_key`,
  cve: sql`a.cve_key`,
  category: sql`left(lower(coalesce(a.category, '')), 200) collate "C"`,
  format: sql`a.format collate "C"`,
  tlp: sql`coalesce(a.tlp, '') collate "C"`,
  state: sql`a.state collate "C"`,
  status: sql`coalesce(a.tracking_status, '') collate "C"`,
  version: sql`a.version_key`,
  history: sql`left(lower(coalesce(a.revision_summary, '')), 200) collate "C"`,
}

type ListedRow = ListedAdvisory & { readonly key: OrderKey }

/** One page; `key` is that of its order, for the place after its last row. */
export async function listAdvisories(scope: CentreScope, listing: Listing): Promise<readonly ListedRow[]> {
  const { rows } = await listStatement(listing).execute(scope.db)
  return rows
}

/** Apart, so that a test can ask by which index it is answered. */
export function listStatement(listing: Listing): RawBuilder<ListedRow> {
  const { filter, order, direction, after, personId, limit } = listing
  const key = keys[order]
  const towards = direction === 'up' ? sql`asc` : sql`desc`
  const conditions = [...conditionsOf(filter, personId), ...beyond(key, direction, after)]
  return sql<ListedRow>`
    select ${listed(personId)}, ${key} as key from advisories a
    where ${sql.join(conditions, sql` and `)}
    order by ${key} ${towards}, a.id ${towards} limit ${sql.lit(limit)}`
}

function beyond(
  key: RawBuilder<unknown>,
  direction: Direction,
  after: Place | null,
): readonly RawBuilder<unknown>[] {
  if (after === null) return []
  return [sql`(${key}, a.id) ${direction === 'up' ? sql`>` : sql`<`} (${after.key}, ${after.id}::bigint)`]
}

export interface AdvisoryDetails extends ListedAdvisory {
  readonly content: AdvisoryContent
  readonly faults: readonly Fault[]
  readonly revisionId: number
  readonly publisherNamespace: string | null
  readonly publisherCategory: string | null
  /** Not all words of the document can be searched for. */
  readonly wordsCut: boolean
  readonly deletedByName: string | null
  readonly deletedBecause: string | null
}

/** Also one that was deleted. */
export async function findAdvisory(
  scope: CentreScope,
  id: number,
  personId: number,
): Promise<AdvisoryDetails | null> {
  const { rows } = await sql<AdvisoryDetails>`
    select ${listed(personId)}, a.content, a.faults, a.revision_id as "revisionId", a.publisher_namespace as "publisherNamespace",
      a.publisher_category as "publisherCategory", a.words_cut as "wordsCut", a.deleted_by_name as "deletedByName",
      a.deleted_because as "deletedBecause"
    from advisories a where a.id = ${id}`.execute(scope.db)
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
  /** Without those deleted. */
  readonly total: number
  readonly invalid: number
  readonly deleted: number
  /** Of the total, by this person. */
  readonly read: number
}

export async function countAdvisories(scope: CentreScope, personId: number): Promise<AdvisoryCounts> {
  const { rows } = await sql<AdvisoryCounts>`
    select count(*) filter (where deleted_at is null) as total, count(deleted_at) as deleted,
      count(*) filter (where validity = 'invalid' and deleted_at is null) as invalid,
      (select count(*) from advisory_reads r join advisories b on b.id = r.advisory_id and b.revision_id = r.revision_id
        where r.person_id = ${personId} and b.deleted_at is null) as read
    from advisories`.execute(scope.db)
  return rows[0] ?? { total: 0, invalid: 0, deleted: 0, read: 0 }
}
