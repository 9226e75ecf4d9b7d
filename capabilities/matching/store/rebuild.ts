// SQL by which everything that an earlier release derived from namings and versions is derived anew.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { jsonPortions } from '../../../platform/database/portions.ts'
import type { InventoryLike, ProductName } from '../product-name.ts'

export interface KnownNaming {
  readonly id: number
  readonly naming: ProductName
  readonly inInventories: boolean
  readonly inAdvisories: boolean
}

/** In ascending order, after the one given. */
export async function selectNamingsAfter(
  scope: EngineScope,
  after: number,
  limit: number,
): Promise<readonly KnownNaming[]> {
  const { rows } = await sql<KnownNaming>`
    select id, naming, in_inventories as "inInventories", in_advisories as "inAdvisories" from products
    where id > ${after} order by id limit ${limit}`.execute(scope.db)
  return rows
}

/** Their blocking keys go; the names under which aliases are kept are these. */
export async function forgetKeys(
  scope: EngineScope,
  named: readonly { readonly id: number; readonly aliasKey: string }[],
): Promise<void> {
  const ids = named.map((one) => one.id)
  await sql`delete from product_keys where product_id = any(${ids}::bigint[])`.execute(scope.db)
  await sql`update products set alias_key = n.key from unnest(${ids}::bigint[], ${named.map((one) => one.aliasKey)}::text[]) as n(id, key)
    where products.id = n.id and products.alias_key is distinct from n.key`.execute(scope.db)
}

export async function forgetLinksOf(
  scope: EngineScope,
  inventoryProductIds: readonly number[],
): Promise<void> {
  await sql`delete from product_links where inventory_product_id = any(${inventoryProductIds}::bigint[])`.execute(
    scope.db,
  )
}

export async function selectItemsAfter(
  scope: EngineScope,
  after: number,
  limit: number,
): Promise<readonly { readonly id: number; readonly item: InventoryLike }[]> {
  const { rows } = await sql<{ id: number; item: InventoryLike }>`
    select id, item from product_versions where id > ${after} order by id limit ${limit}`.execute(scope.db)
  return rows
}

/** Returns how many were others before. */
export async function updateVersionKeys(
  scope: EngineScope,
  keys: readonly { readonly id: number; readonly scheme: string; readonly versionKey: string | null }[],
): Promise<number> {
  let changed = 0
  for (const portion of jsonPortions(keys)) {
    const { rows } = await sql`
      update product_versions p set scheme = k.scheme, version_key = decode(k."versionKey", 'hex')
      from jsonb_to_recordset(${portion}::jsonb) as k(id bigint, scheme text, "versionKey" text)
      where p.id = k.id and (p.scheme, p.version_key) is distinct from (k.scheme, decode(k."versionKey", 'hex'))
      returning p.id`.execute(scope.db)
    changed += rows.length
  }
  return changed
}
