// All SQL about product namings, their blocking keys and their versions.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { jsonPortions } from '../../../platform/database/portions.ts'
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
  readonly aliasKey: string
}

/** Stores each distinct naming once; the order of the answer is not that of the question. */
export async function upsertProducts(
  scope: EngineScope,
  named: readonly NamedProduct[],
  side: Side,
): Promise<readonly StoredProduct[]> {
  const known = await selectFlagged(scope, named, side)
  const missing = named.filter(({ fingerprint }) => !known.has(fingerprint))
  const stored = Array.from(known, ([fingerprint, id]) => ({ fingerprint, id, isNew: false }))
  return missing.length === 0 ? stored : [...stored, ...(await storeProducts(scope, missing, side))]
}

/** Most namings were met on this side before. */
async function selectFlagged(
  scope: EngineScope,
  named: readonly NamedProduct[],
  side: Side,
): Promise<ReadonlyMap<string, number>> {
  if (named.length === 0) return new Map()
  const { rows } = await sql<{ id: number; fingerprint: string }>`
    select id, encode(fingerprint, 'hex') as fingerprint from products
    where fingerprint = any(${fingerprintsOf(named)}) and ${flagOf(side)}`.execute(scope.db)
  return new Map(rows.map((row) => [row.fingerprint, row.id]))
}

async function storeProducts(
  scope: EngineScope,
  named: readonly NamedProduct[],
  side: Side,
): Promise<readonly StoredProduct[]> {
  const flag = flagOf(side)
  for (const portion of jsonPortions(named))
    await sql`insert into products (fingerprint, naming, alias_key)
    select decode(fingerprint, 'hex'), naming, "aliasKey" from jsonb_to_recordset(${portion}::jsonb) as n(fingerprint text, naming jsonb, "aliasKey" text)
    order by fingerprint on conflict (fingerprint) do nothing`.execute(scope.db)
  // Locked in one order and looked at again after waiting, so that two imports neither block each other for ever nor
  // both take a naming for new. Statements of their own: Citus reads nothing from a lock inside another one.
  const { rows } = await sql<{ id: number; fingerprint: string; isKnown: boolean }>`
    select id, encode(fingerprint, 'hex') as fingerprint, ${flag} as "isKnown" from products
    where fingerprint = any(${fingerprintsOf(named)}) order by id for update`.execute(scope.db)
  const fresh = rows.filter((row) => !row.isKnown).map((row) => row.id)
  await sql`update products set ${flag} = true where id = any(${fresh}::bigint[])`.execute(scope.db)
  return rows.map(({ id, fingerprint, isKnown }) => ({ id, fingerprint, isNew: !isKnown }))
}

function flagOf(side: Side) {
  return side === 'inventory' ? sql.ref('in_inventories') : sql.ref('in_advisories')
}

function fingerprintsOf(named: readonly NamedProduct[]) {
  return sql`array(select decode(f, 'hex') from unnest(${named.map((one) => one.fingerprint)}::text[]) f)`
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

export interface NewProductVersion {
  readonly productId: number
  /** The empty text is "not stated". */
  readonly version: string
  readonly environment: string
  /** Digest of the hashes of its files; the empty text where none is known. */
  readonly files: string
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
  readonly files: string
  readonly isNew: boolean
}

export async function upsertProductVersions(
  scope: EngineScope,
  versions: readonly NewProductVersion[],
): Promise<readonly StoredProductVersion[]> {
  const known = await selectProductVersions(scope, versions)
  const isKnown = new Set(known.map(nameOf))
  // One order for all transactions, so that two imports of the same versions wait for each other and not in a circle.
  const missing = versions
    .filter((version) => !isKnown.has(nameOf(version)))
    .toSorted(
      (a, b) => a.productId - b.productId || (`${a.version} ${a.files}` < `${b.version} ${b.files}` ? -1 : 1),
    )
  const added = new Set<number>()
  for (const portion of jsonPortions(missing))
    for (const id of await insertProductVersions(scope, portion)) added.add(id)
  // A statement of its own: only that sees what another import stored while this one waited for it.
  const stored = await selectProductVersions(scope, missing)
  return [...known, ...stored].map((row) => ({ ...row, isNew: added.has(row.id) }))
}

export type NamedVersion = Pick<NewProductVersion, 'productId' | 'version' | 'environment' | 'files'>

function nameOf({ productId, version, environment, files }: NamedVersion): string {
  return JSON.stringify([productId, version, environment, files])
}

async function selectProductVersions(
  scope: EngineScope,
  versions: readonly NamedVersion[],
): Promise<readonly Omit<StoredProductVersion, 'isNew'>[]> {
  if (versions.length === 0) return []
  const { rows } = await sql<Omit<StoredProductVersion, 'isNew'>>`
    select p.id, p.product_id as "productId", p.version, p.environment, p.files
    from unnest(${versions.map((one) => one.productId)}::bigint[], ${versions.map((one) => one.version)}::text[], ${versions.map((one) => one.environment)}::text[], ${versions.map((one) => one.files)}::text[]) as v(product_id, version, environment, files)
      join product_versions p on p.product_id = v.product_id and p.version = v.version and p.environment = v.environment and p.files = v.files`.execute(
    scope.db,
  )
  return rows
}

async function insertProductVersions(scope: EngineScope, portion: string): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into product_versions (product_id, version, environment, files, item, scheme, version_key)
    select "productId", version, environment, files, item, scheme, decode("versionKey", 'hex')
    from jsonb_to_recordset(${portion}::jsonb) as v("productId" bigint, version text, environment text, files text, item jsonb, scheme text, "versionKey" text)
    on conflict do nothing returning id`.execute(scope.db)
  return rows.map((row) => row.id)
}

/** Every version of these namings, in ascending order. */
export async function selectVersionsOf(
  scope: EngineScope,
  productIds: readonly number[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from product_versions where product_id = any(${productIds}::bigint[]) order by id`.execute(
    scope.db,
  )
  return rows.map((row) => row.id)
}
