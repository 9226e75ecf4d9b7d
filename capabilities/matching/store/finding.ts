// All SQL by which open pairs of names are found and what depends on each is counted.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope } from '../../../platform/database/database.ts'
import { jsonPortions } from '../../../platform/database/portions.ts'
import type { ProductName } from '../product-name.ts'
import { isOpenPair, type NewPair } from './aliases.ts'
import type { Side } from './products.ts'

export interface UnsurePair {
  readonly inventoryKey: string
  readonly statedKey: string
  readonly inventory: ProductName
  readonly stated: ProductName
}

const unsurePairs = sql`
  select own.alias_key as inventory_key, stated.alias_key as stated_key, min(own.id) as inventory_id, min(stated.id) as stated_id
  from product_links l
  join products own on own.id = l.inventory_product_id and own.alias_key not like '%|'
  join products stated on stated.id = l.stated_product_id and stated.alias_key not like '%|'
  where l.certainty = 'unsure' and exists (select from statements s where s.product_id = stated.id)
  group by 1, 2`

/** Names that the engine is unsure of, that an advisory still states, and that do not stand in the queue as such. */
export async function selectNewUnsurePairs(
  scope: EngineScope,
  limit: number,
): Promise<readonly UnsurePair[]> {
  const { rows } = await sql<UnsurePair>`
    select u.inventory_key as "inventoryKey", u.stated_key as "statedKey", own.naming as inventory, stated.naming as stated
    from (${unsurePairs}) u join products own on own.id = u.inventory_id join products stated on stated.id = u.stated_id
    where not exists (select from alias_pairs p where p.inventory_key = u.inventory_key and p.stated_key = u.stated_key and p.found_as = 'unsure')
    order by 1, 2 limit ${limit}`.execute(scope.db)
  return rows
}

/** What the engine no longer doubts leaves the queue, unless a hospital has proposed it. */
export async function forgetSettledPairs(scope: EngineScope): Promise<void> {
  await sql`update alias_pairs p set found_as = null where p.found_as = 'unsure'
    and not exists (select from (${unsurePairs}) u where u.inventory_key = p.inventory_key and u.stated_key = p.stated_key)`.execute(
    scope.db,
  )
}

export interface SearchedProduct {
  readonly id: number
  readonly naming: ProductName
  readonly aliasKey: string
}

/** Namings of one side that nothing links and that were not yet compared with those that look alike. */
export async function selectUnsearched(
  scope: EngineScope,
  side: Side,
  limit: number,
): Promise<readonly SearchedProduct[]> {
  const { rows } = await sql<SearchedProduct>`
    select p.id, p.naming, p.alias_key as "aliasKey" from products p
    where ${isUnlinked(side)} and not exists (select from alias_searches s where s.product_id = p.id and s.side = ${side})
    order by p.id limit ${limit}`.execute(scope.db)
  return rows
}

/** Namings of one side by this vendor that nothing links, found by the blocking keys. */
export async function selectUnlinkedOfVendor(
  scope: EngineScope,
  side: Side,
  vendorKey: string,
  limit: number,
): Promise<readonly SearchedProduct[]> {
  const [from, to] = [`name:${vendorKey}/`, `name:${vendorKey}0`]
  const { rows } = await sql<SearchedProduct>`
    select p.id, p.naming, p.alias_key as "aliasKey" from products p
    where ${isUnlinked(side)} and p.id in (
      select distinct product_id from product_keys where identity_key >= ${from} and identity_key < ${to} and side = ${side} limit ${limit})
    order by p.id`.execute(scope.db)
  return rows
}

/** What hospitals run counts as unlinked until something names it for certain; what advisories name, until anything does. */
function isUnlinked(side: Side) {
  const link =
    side === 'inventory'
      ? sql`p.in_inventories and not exists (select from product_links l where l.inventory_product_id = p.id and l.certainty = 'certain')`
      : sql`p.in_advisories and not exists (select from product_links l where l.stated_product_id = p.id and l.certainty = 'certain')`
  return sql`${link} and p.alias_key not like '%|'`
}

export async function markSearched(
  scope: EngineScope,
  side: Side,
  productIds: readonly number[],
  at: Date,
): Promise<void> {
  await sql`insert into alias_searches (product_id, side, searched_at) select id, ${side}, ${at} from unnest(${productIds}::bigint[]) as s(id)
    on conflict do nothing`.execute(scope.db)
}

export async function insertPairs(
  scope: EngineScope,
  foundAs: 'unsure' | 'similar',
  pairs: readonly NewPair[],
  at: Date,
): Promise<void> {
  // An unsure link is the better reason; likeness is none any more once somebody has decided.
  const known = foundAs === 'unsure' ? sql`do update set found_as = 'unsure'` : sql`do nothing`
  for (const portion of jsonPortions(pairs))
    await sql`insert into alias_pairs (inventory_key, stated_key, inventory_name, stated_name, found_as, created_at)
      select distinct on ("inventoryKey", "statedKey") "inventoryKey", "statedKey", "inventoryName", "statedName", ${foundAs}, ${at}::timestamptz
      from jsonb_to_recordset(${portion}::jsonb) as n("inventoryKey" text, "statedKey" text, "inventoryName" jsonb, "statedName" jsonb)
      on conflict (inventory_key, stated_key) ${known}`.execute(scope.db)
}

export interface PairToCount {
  readonly id: number
  readonly inventoryKey: string
}

export async function selectPairsToCount(
  scope: EngineScope,
  after: number,
  limit: number,
): Promise<readonly PairToCount[]> {
  const { rows } = await sql<PairToCount>`
    select p.id, p.inventory_key as "inventoryKey" from alias_pairs p where ${isOpenPair} and p.id > ${after} order by p.id limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

export async function selectMembersOfNames(
  scope: EngineScope,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; members: number }>`
    select alias_key as key, members from members_by_alias_key(${keys}::text[])`.execute(scope.db)
  return new Map(rows.map((row) => [row.key, row.members]))
}

/**
 * The advisories that a pair concerns: where the engine is unsure, those for which that makes it unable to tell;
 * where nothing links the names, all that state the name.
 */
export async function selectAdvisoriesOfPairs(
  scope: EngineScope | CentreScope,
  pairIds: readonly number[],
): Promise<readonly { readonly pairId: number; readonly advisoryId: number }[]> {
  const { rows } = await sql<{ pairId: number; advisoryId: number }>`
    select distinct p.id as "pairId", s.advisory_id as "advisoryId"
    from alias_pairs p
    join products stated on stated.alias_key = p.stated_key and stated.in_advisories
    join statements s on s.product_id = stated.id
    where p.id = any(${pairIds}::bigint[]) and (
      p.decision_id is null and p.found_as is distinct from 'unsure'
      or exists (
        select from products own
        join product_versions pv on pv.product_id = own.id
        join verdicts v on v.product_version_id = pv.id and v.advisory_id = s.advisory_id
        where own.alias_key = p.inventory_key and own.in_inventories
          and (p.decision_id is not null or v.answer = 'cannot_tell')))
    order by 1, 2`.execute(scope.db)
  return rows
}

export interface PairCounts {
  readonly id: number
  readonly members: number
  readonly advisories: number
  readonly exploited: number
}

export async function saveCounts(scope: EngineScope, counts: readonly PairCounts[], at: Date): Promise<void> {
  await sql`update alias_pairs p set members = c.members, advisories = c.advisories, exploited = c.exploited, counted_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as c(id bigint, members int, advisories int, exploited int)
    where p.id = c.id`.execute(scope.db)
}
