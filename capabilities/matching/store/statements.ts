// All SQL about what advisories say of products, as far as it narrows the search.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { jsonPortions } from '../../../platform/database/portions.ts'
import { isSpread } from '../../../platform/database/spread.ts'
import type { InventoryLike } from '../product-name.ts'
import { pairsByHash } from './hashes.ts'
import type { Surroundings } from './surroundings.ts'

export interface NewStatement {
  readonly advisoryId: number
  readonly productId: number
  readonly scheme: string
  readonly alwaysACandidate: boolean
  /** Hexadecimal bounds; low is empty and high is `ff` where unbounded. */
  readonly ranges: readonly { readonly low: string; readonly high: string }[]
  /** Of the files that the product names, file-hash.ts. */
  readonly hashKeys: readonly string[]
}

/** The statements of a newer revision replace those of the one before. */
export async function replaceStatements(
  scope: EngineScope,
  advisoryIds: readonly number[],
  statements: readonly NewStatement[],
  { wereMatched }: Pick<Surroundings, 'wereMatched'>,
): Promise<void> {
  if (wereMatched)
    await sql`delete from statements where advisory_id = any(${advisoryIds}::bigint[])`.execute(scope.db)
  for (const portion of jsonPortions(statements))
    await sql`
    with given as materialized (
      select nextval(pg_get_serial_sequence('statements', 'id')) as id, g.*
      from jsonb_to_recordset(${portion}::jsonb) as g("advisoryId" bigint, "productId" bigint, scheme text, "alwaysACandidate" boolean, ranges jsonb, "hashKeys" text[])),
    added as (
      insert into statements (id, advisory_id, product_id, scheme, always_a_candidate) overriding system value
      select id, "advisoryId", "productId", scheme, "alwaysACandidate" from given returning 1),
    hashed as (
      insert into statement_hashes (hash_key, statement_id)
      select distinct key, id from given, unnest(given."hashKeys") as key returning 1)
    insert into statement_ranges (statement_id, product_id, scheme, low, high)
    select given.id, given."productId", given.scheme, decode(r.low, 'hex'), decode(r.high, 'hex')
    from given, jsonb_to_recordset(given.ranges) as r(low text, high text) returning 1`.execute(scope.db)
}

export async function markMatched(
  scope: EngineScope,
  matched: readonly { readonly advisoryId: number; readonly revisionId: number }[],
  at: Date,
): Promise<void> {
  await sql`insert into matched_advisories (advisory_id, revision_id, matched_at)
    select advisory_id, revision_id, ${at}
    from unnest(${matched.map((one) => one.advisoryId)}::bigint[], ${matched.map((one) => one.revisionId)}::bigint[]) as m(advisory_id, revision_id)
    on conflict (advisory_id) do update set revision_id = excluded.revision_id, matched_at = excluded.matched_at`.execute(
    scope.db,
  )
}

/** What is to be matched: these advisories against all versions, or all advisories against these versions. */
export type MatchQuestion =
  | { readonly advisoryIds: readonly number[] }
  | { readonly productVersionIds: readonly number[] }

/** An advisory that may concern a version, for the judge. */
export interface Candidate {
  readonly advisoryId: number
  readonly productVersionId: number
  /** The naming of the version. */
  readonly productId: number
}

/**
 * A pair is left out where every statement about the version's product is a readable range of the same scheme that
 * does not hold the version's key: an index range scan, so that the cost follows the hits and not the catalogue.
 */
export async function selectCandidates(
  scope: EngineScope,
  question: MatchQuestion,
): Promise<readonly Candidate[]> {
  const asked =
    'advisoryIds' in question
      ? sql`s.advisory_id = any(${question.advisoryIds}::bigint[])`
      : sql`v.id = any(${question.productVersionIds}::bigint[])`
  const { rows } = await sql<Candidate>`
    with hits as materialized (
      select distinct s.advisory_id, v.id as version_id, v.product_id
      from statements s
      join product_links l on l.stated_product_id = s.product_id
      join product_versions v on v.product_id = l.inventory_product_id
      where ${asked} and (
        s.always_a_candidate or v.version_key is null or v.scheme <> s.scheme
        or exists (select 1 from statement_ranges r where r.statement_id = s.id and r.low <= v.version_key and v.version_key < r.high))
      union ${pairsByHash(asked)})
    select advisory_id as "advisoryId", version_id as "productVersionId", product_id as "productId"
    from hits order by advisory_id, product_id, version_id`.execute(scope.db)
  return rows
}

/** What the judge looks at, by product version. */
export async function selectItems(
  scope: EngineScope,
  productVersionIds: readonly number[],
): Promise<ReadonlyMap<number, InventoryLike>> {
  if (productVersionIds.length === 0) return new Map()
  const { rows } = await sql<{
    id: number
    item: InventoryLike
  }>`select id, item from product_versions where id = any(${productVersionIds}::bigint[])`.execute(scope.db)
  return new Map(rows.map((row) => [row.id, row.item]))
}

/**
 * Transactions that store inventories hold it together; one that stores verdicts on an advisory holds it alone. On a
 * cluster each holds it alone: there a write locks a copied table as a whole, and two inventories would wait in a circle.
 */
const matchLock = 7_258_704

/**
 * An advisory and an inventory that arrive at the same moment must not miss each other: whoever comes second waits
 * for the first to commit, and then sees it.
 */
export async function lockMatching(scope: EngineScope, as: 'advisory' | 'inventory'): Promise<void> {
  const alone = sql`pg_advisory_xact_lock(${matchLock})`
  const together = sql`case when ${isSpread} then ${alone} else pg_advisory_xact_lock_shared(${matchLock}) end`
  await sql`select ${as === 'advisory' ? alone : together}`.execute(scope.db)
}
