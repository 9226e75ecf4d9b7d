// Finds or creates the product version of each inventory item, and matches the new ones against all live advisories.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { parseCpe } from '@salus/standards/cpe'
import type { HashedItem } from '@salus/standards/inventory'
import { parsePurl } from '@salus/standards/purl'
import type { EngineScope } from '../../../platform/database/database.ts'
import { hashKeysOf } from '../file-hash.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { identityKeys } from '../identity-keys.ts'
import { narrowVersion } from '../narrow.ts'
import { type InventoryLike, inventoryName, type ProductName } from '../product-name.ts'
import {
  insertVersionHashes,
  lockMatching,
  type NamedVersion,
  type NewProductVersion,
  type StoredProductVersion,
  unknownSurroundings,
  upsertProductVersions,
} from '../store.ts'
import { decideCandidates } from './decide.ts'
import { storeNamings } from './link.ts'
import { refreshExemptions } from './refresh-exemptions.ts'

export type Matchable = 'yes' | 'needs-version' | 'needs-product'

export interface IdentifiedItem {
  readonly productVersionId: number
  /** Whether the naming is enough to be compared with advisories. */
  readonly matchable: Matchable
}

/**
 * In the order of the items. Takes the lock that keeps an advisory and an inventory from missing each other until
 * the transaction ends: call it in the transaction that stores the assets.
 */
export async function identifyProductVersions(
  scope: EngineScope,
  items: readonly HashedItem[],
  now: Date,
): Promise<readonly IdentifiedItem[]> {
  await lockMatching(scope, 'inventory')
  const described = describeItems(items)
  const productIds = await storeNamings(
    scope,
    [...new Map(described.map(({ fingerprint, name }) => [fingerprint, name])).values()],
    'inventory',
  )
  const wanted = new Map(described.map((one) => [one.key, newVersionOf(one, productIds)]))
  const stored = await upsertProductVersions(scope, [...wanted.values()])
  const added = stored.filter((version) => version.isNew).map((version) => version.id)
  await insertHashes(scope, stored, wanted.values())
  const around = { ...unknownSurroundings, wereMatched: false }
  if (added.length > 0) await decideCandidates(scope, { productVersionIds: added }, new Map(), now, around)
  // A version that others run was decided before this hospital had it; its own documents count for it from now on.
  const known = stored.filter((version) => !version.isNew).map((version) => version.id)
  await refreshExemptions(scope, { productVersionIds: known }, now)
  const idOf = new Map(stored.map((version) => [keyOf(version), version.id]))
  return described.map((one) => {
    const version = newVersionOf(one, productIds)
    const productVersionId = idOf.get(keyOf(version))
    if (productVersionId === undefined) throw new Error('a product version was stored but not returned')
    return { productVersionId, matchable: one.matchable }
  })
}

interface Described {
  readonly item: InventoryLike
  readonly name: ProductName
  readonly fingerprint: string
  readonly key: string
  readonly matchable: Matchable
}

/** A hospital lists the same thing many times, so each distinct naming and version is described once. */
function describeItems(items: readonly HashedItem[]): readonly Described[] {
  const known = new Map<string, Described>()
  return items.map((item) => {
    const like = likeOf(item)
    const key = JSON.stringify(like)
    const described = known.get(key) ?? describe(like, key)
    known.set(key, described)
    return described
  })
}

function describe(item: InventoryLike, key: string): Described {
  const name = inventoryName(item)
  return { item, name, fingerprint: fingerprintOf(name), key, matchable: matchableOf(item, name) }
}

/** A version that stands only inside the purl or CPE is the version. */
function likeOf(item: HashedItem): InventoryLike {
  const { vendor, product, name, model, purl, cpe, udiDi, environment } = item
  return {
    vendor,
    product,
    name: product === null ? name : null,
    model,
    purl,
    cpe,
    udiDi,
    environment,
    version: item.version ?? versionInside(purl, cpe),
    ...tellingHashes(item),
  }
}

/** As the judge compares them, and left out where there are none, as in all lists that are no bill of materials. */
function tellingHashes({ hashes }: HashedItem): Pick<InventoryLike, 'hashes'> {
  const keys = hashKeysOf(hashes)
  if (keys.length === 0) return {}
  return {
    hashes: keys.map((key) => {
      const [algorithm = '', value = ''] = key.split(':')
      return { algorithm, value }
    }),
  }
}

function filesOf({ hashes }: InventoryLike): string {
  const keys = hashKeysOf(hashes)
  return keys.length === 0 ? '' : createHash('sha256').update(keys.join('\n')).digest('hex')
}

function versionInside(purl: string | null, cpe: string | null): string | null {
  const fromPurl = purl === null ? null : (parsePurl(purl)?.version ?? null)
  if (fromPurl) return fromPurl
  const fromCpe = cpe === null ? null : (parseCpe(cpe)?.version ?? null)
  return typeof fromCpe === 'string' && /\d/.test(fromCpe) ? fromCpe : null
}

function matchableOf(item: InventoryLike, name: ProductName): Matchable {
  const isNamed =
    Boolean(name.purl ?? name.cpe ?? name.udiDi) ||
    Boolean(item.vendor && (item.product ?? item.name ?? item.model))
  if (!isNamed || identityKeys(name).length === 0) return 'needs-product'
  return item.version ? 'yes' : 'needs-version'
}

function newVersionOf(described: Described, productIds: ReadonlyMap<string, number>): NewProductVersion {
  const productId = productIds.get(described.fingerprint)
  if (productId === undefined) throw new Error('a product naming was stored but not returned')
  const { scheme, key } = narrowVersion(described.item)
  return {
    productId,
    version: described.item.version ?? '',
    environment: described.item.environment ?? '',
    files: filesOf(described.item),
    item: described.item,
    scheme,
    versionKey: key === null ? null : Buffer.from(key).toString('hex'),
  }
}

function keyOf({ productId, version, environment, files }: NamedVersion): string {
  return JSON.stringify([productId, version, environment, files])
}

/** By its hashes a version is found also where no name agrees. */
async function insertHashes(
  scope: EngineScope,
  stored: readonly StoredProductVersion[],
  wanted: Iterable<NewProductVersion>,
): Promise<void> {
  const added = new Map(stored.flatMap((version) => (version.isNew ? [[keyOf(version), version.id]] : [])))
  const hashes = [...wanted].flatMap((version) => {
    const id = added.get(keyOf(version))
    return id === undefined ? [] : hashKeysOf(version.item.hashes).map((hashKey) => ({ id, hashKey }))
  })
  await insertVersionHashes(scope, hashes)
}
