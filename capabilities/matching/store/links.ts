// All SQL about which inventory's product is which advisory's product.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { jsonPortions } from '../../../platform/database/portions.ts'
import type { IdentityDecision } from '../identity.ts'
import type { ProductName } from '../product-name.ts'
import type { Side } from './products.ts'

export interface LinkedProducts {
  readonly inventoryProductId: number
  readonly statedProductId: number
}

/** Namings of the other side that share a blocking key with these and are not linked yet. */
export async function selectCandidateLinks(
  scope: EngineScope,
  productIds: readonly number[],
  side: Side,
): Promise<readonly LinkedProducts[]> {
  if (productIds.length === 0) return []
  const other = side === 'inventory' ? 'advisory' : 'inventory'
  const [inventory, stated] =
    side === 'inventory' ? [sql.ref('own'), sql.ref('other')] : [sql.ref('other'), sql.ref('own')]
  const { rows } = await sql<LinkedProducts>`
    with pairs as materialized (
      select distinct ${inventory}.product_id as inventory_id, ${stated}.product_id as stated_id
      from unnest(${productIds}::bigint[]) as asked(id)
      join product_keys own on own.product_id = asked.id and own.side = ${side}
      join product_keys other on other.identity_key = own.identity_key and other.side = ${other})
    select inventory_id as "inventoryProductId", stated_id as "statedProductId" from pairs
    where not exists (select from product_links l where l.stated_product_id = stated_id and l.inventory_product_id = inventory_id)`.execute(
    scope.db,
  )
  return rows
}

/** The namings themselves, by id. */
export async function selectNamings(
  scope: EngineScope,
  productIds: readonly number[],
): Promise<ReadonlyMap<number, ProductName>> {
  if (productIds.length === 0) return new Map()
  const { rows } = await sql<{
    id: number
    naming: ProductName
  }>`select id, naming from products where id = any(${productIds}::bigint[])`.execute(scope.db)
  return new Map(rows.map((row) => [row.id, row.naming]))
}

/** A decision that two namings are one product; "none" is not stored. */
export interface Link extends LinkedProducts {
  readonly identityGrade: Exclude<IdentityDecision['grade'], 'none'>
  readonly method: string
  readonly certainty: IdentityDecision['certainty']
  readonly steps: IdentityDecision['steps']
}

export async function insertLinks(scope: EngineScope, links: readonly Link[]): Promise<void> {
  for (const portion of jsonPortions(links))
    await sql`insert into product_links (stated_product_id, inventory_product_id, identity_grade, method, certainty, steps)
    select "statedProductId", "inventoryProductId", "identityGrade", method, certainty, steps
    from jsonb_to_recordset(${portion}::jsonb) as l("statedProductId" bigint, "inventoryProductId" bigint, "identityGrade" text, method text, certainty text, steps jsonb)
    on conflict do nothing`.execute(scope.db)
}

/** Every link between these two groups of namings, as it stands. */
export async function selectLinksBetween(
  scope: EngineScope,
  inventoryProductIds: readonly number[],
  statedProductIds: readonly number[],
): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    select inventory_product_id as "inventoryProductId", stated_product_id as "statedProductId", identity_grade as "identityGrade", method, certainty, steps
    from product_links where inventory_product_id = any(${inventoryProductIds}::bigint[]) and stated_product_id = any(${statedProductIds}::bigint[])`.execute(
    scope.db,
  )
  return rows
}

/** Takes the place of what was decided about these pairs before. */
export async function replaceLinks(
  scope: EngineScope,
  removed: readonly LinkedProducts[],
  added: readonly Link[],
): Promise<void> {
  await sql`delete from product_links l
    using unnest(${removed.map((one) => one.inventoryProductId)}::bigint[], ${removed.map((one) => one.statedProductId)}::bigint[]) as r(inventory_id, stated_id)
    where l.inventory_product_id = r.inventory_id and l.stated_product_id = r.stated_id`.execute(scope.db)
  await insertLinks(scope, added)
}

export interface LinkToStatement extends Link {
  /** Of the advisory's naming. */
  readonly fingerprint: string
}

/** The links between these products of inventories and what these advisories name. */
export async function selectLinks(
  scope: EngineScope,
  inventoryProductIds: readonly number[],
  advisoryIds: readonly number[],
): Promise<readonly LinkToStatement[]> {
  const { rows } = await sql<LinkToStatement>`
    with stated as materialized (select distinct product_id as id from statements where advisory_id = any(${advisoryIds}::bigint[]))
    select l.inventory_product_id as "inventoryProductId", l.stated_product_id as "statedProductId", l.identity_grade as "identityGrade",
      l.method, l.certainty, l.steps, encode(p.fingerprint, 'hex') as fingerprint
    from product_links l join stated on stated.id = l.stated_product_id join products p on p.id = stated.id
    where l.inventory_product_id = any(${inventoryProductIds}::bigint[])`.execute(scope.db)
  return rows
}
