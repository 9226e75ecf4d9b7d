// All SQL about product namings, their blocking keys and the links between them.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { InventoryLike, ProductName } from '../product-name.ts'

/** On which side a naming stands: in hospitals' inventories, or in advisories. */
export type Side = 'inventory' | 'advisory'

export interface StoredProduct {
  readonly id: number
  readonly fingerprint: string
  /** First seen on this side: it has to be linked with the other side. */
  readonly isNew: boolean
}

export interface NamedProduct {
  readonly fingerprint: string
  readonly naming: ProductName
}

/** Stores each distinct naming once; the order of the answer is not that of the question. */
export async function upsertProducts(
  scope: EngineScope,
  named: readonly NamedProduct[],
  side: Side,
): Promise<readonly StoredProduct[]> {
  if (named.length === 0) return []
  const flag = side === 'inventory' ? sql.ref('in_inventories') : sql.ref('in_advisories')
  await sql`insert into products (fingerprint, naming)
    select decode(fingerprint, 'hex'), naming from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as n(fingerprint text, naming jsonb)
    order by fingerprint on conflict (fingerprint) do nothing`.execute(scope.db)
  const { rows } = await sql<StoredProduct>`
    with asked as materialized (select decode(f, 'hex') as fingerprint from unnest(${named.map((one) => one.fingerprint)}::text[]) f),
      before as materialized (select id, products.fingerprint, ${flag} as known from products join asked using (fingerprint)),
      flagged as (update products set ${flag} = true from before where products.id = before.id and not before.known)
    select id, encode(fingerprint, 'hex') as fingerprint, not known as "isNew" from before`.execute(scope.db)
  return rows
}

export async function insertKeys(
  scope: EngineScope,
  keys: readonly { readonly productId: number; readonly identityKey: string }[],
  side: Side,
): Promise<void> {
  if (keys.length === 0) return
  await sql`insert into product_keys (identity_key, side, product_id)
    select key, ${side}, id from unnest(${keys.map((one) => one.identityKey)}::text[], ${keys.map((one) => one.productId)}::bigint[]) as k(key, id)
    on conflict do nothing`.execute(scope.db)
}

export interface CandidateLink {
  readonly inventoryProductId: number
  readonly statedProductId: number
  readonly inventory: ProductName
  readonly stated: ProductName
}

/** Namings of the other side that share a blocking key with these and are not linked yet. */
export async function selectCandidateLinks(
  scope: EngineScope,
  productIds: readonly number[],
  side: Side,
): Promise<readonly CandidateLink[]> {
  if (productIds.length === 0) return []
  const other = side === 'inventory' ? 'advisory' : 'inventory'
  const [inventory, stated] =
    side === 'inventory' ? [sql.ref('own'), sql.ref('other')] : [sql.ref('other'), sql.ref('own')]
  const { rows } = await sql<CandidateLink>`
    with pairs as materialized (
      select distinct ${inventory}.product_id as inventory_id, ${stated}.product_id as stated_id
      from unnest(${productIds}::bigint[]) as asked(id)
      join product_keys own on own.product_id = asked.id and own.side = ${side}
      join product_keys other on other.identity_key = own.identity_key and other.side = ${other})
    select i.id as "inventoryProductId", s.id as "statedProductId", i.naming as inventory, s.naming as stated
    from pairs join products i on i.id = pairs.inventory_id join products s on s.id = pairs.stated_id
    where not exists (select from product_links l where l.stated_product_id = s.id and l.inventory_product_id = i.id)`.execute(
    scope.db,
  )
  return rows
}

export interface NewLink {
  readonly inventoryProductId: number
  readonly statedProductId: number
  readonly identityGrade: 'exact-identifier' | 'confirmed-alias' | 'name-similarity'
  readonly method: string
  readonly certainty: 'certain' | 'unsure'
  readonly steps: readonly unknown[]
}

export async function insertLinks(scope: EngineScope, links: readonly NewLink[]): Promise<void> {
  if (links.length === 0) return
  await sql`insert into product_links (stated_product_id, inventory_product_id, identity_grade, method, certainty, steps)
    select "statedProductId", "inventoryProductId", "identityGrade", method, certainty, steps
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l("statedProductId" bigint, "inventoryProductId" bigint, "identityGrade" text, method text, certainty text, steps jsonb)
    on conflict do nothing`.execute(scope.db)
}

export interface NewProductVersion {
  readonly productId: number
  /** The empty text is "not stated". */
  readonly version: string
  readonly environment: string
  readonly item: InventoryLike
  readonly scheme: string
  /** Hexadecimal; null when not stated or not comparable. */
  readonly versionKey: string | null
}

export interface StoredProductVersion {
  readonly id: number
  readonly productId: number
  readonly version: string
  readonly environment: string
  readonly isNew: boolean
}

export async function upsertProductVersions(
  scope: EngineScope,
  versions: readonly NewProductVersion[],
): Promise<readonly StoredProductVersion[]> {
  if (versions.length === 0) return []
  const { rows } = await sql<StoredProductVersion>`
    with asked as materialized (
      select "productId" as product_id, version, environment, item, scheme, decode("versionKey", 'hex') as version_key
      from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as v("productId" bigint, version text, environment text, item jsonb, scheme text, "versionKey" text)),
    added as (
      insert into product_versions (product_id, version, environment, item, scheme, version_key)
      select product_id, version, environment, item, scheme, version_key from asked order by product_id, version, environment
      on conflict do nothing returning id, product_id, version, environment)
    select id, product_id as "productId", version, environment, true as "isNew" from added
    union all
    select p.id, p.product_id, p.version, p.environment, false from product_versions p join asked using (product_id, version, environment)`.execute(
    scope.db,
  )
  return rows
}
