// Stores namings of products once and decides, once for each pair, which of them are the same product.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { arrayPortions } from '../../../platform/database/portions.ts'
import { type AliasGraph, aliasGraph, aliasKey } from '../alias.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { decideIdentity } from '../identity.ts'
import { identityKeys } from '../identity-keys.ts'
import type { ProductName } from '../product-name.ts'
import {
  insertKeys,
  insertLinks,
  type Link,
  type LinkedProducts,
  type Side,
  selectAliasesAround,
  selectCandidateLinks,
  selectNamings,
  selectProductsByAliasKey,
  upsertProducts,
} from '../store.ts'

/** A common word may lead one naming to thousands of others: memory has to hold one portion's pairs only. */
const namingsAtOnce = 500

/** The id of each naming, by its fingerprint; namings that are new on this side are linked with the other side. */
export async function storeNamings(
  scope: EngineScope,
  namings: readonly ProductName[],
  side: Side,
): Promise<ReadonlyMap<string, number>> {
  const byFingerprint = new Map(namings.map((naming) => [fingerprintOf(naming), naming]))
  const stored = await upsertProducts(
    scope,
    Array.from(byFingerprint, ([fingerprint, naming]) => ({
      fingerprint,
      naming,
      aliasKey: aliasKey(naming),
    })),
    side,
  )
  const added = stored.filter((product) => product.isNew)
  const keys = added.flatMap((product) => {
    const naming = byFingerprint.get(product.fingerprint)
    return naming ? identityKeys(naming).map((identityKey) => ({ productId: product.id, identityKey })) : []
  })
  await insertKeys(scope, keys, side)
  const named = added.flatMap((product) => {
    const naming = byFingerprint.get(product.fingerprint)
    return naming ? [{ id: product.id, aliasKey: aliasKey(naming) }] : []
  })
  for (const portion of arrayPortions(named, namingsAtOnce)) await linkNamings(scope, portion, side)
  return new Map(stored.map((product) => [product.fingerprint, product.id]))
}

interface Named {
  readonly id: number
  readonly aliasKey: string
}

export async function linkNamings(scope: EngineScope, added: readonly Named[], side: Side): Promise<void> {
  const keys = [...new Set(added.map((one) => one.aliasKey))]
  const aliases = aliasGraph(await selectAliasesAround(scope, keys))
  const ids = added.map((one) => one.id)
  const pairs = uniquePairs([
    ...(await selectCandidateLinks(scope, ids, side)),
    ...(await pairsByAlias(scope, added, side, aliases)),
  ])
  const namings = await selectNamings(scope, [
    ...new Set(pairs.flatMap((pair) => [pair.inventoryProductId, pair.statedProductId])),
  ])
  await insertLinks(
    scope,
    pairs.flatMap((pair) => decideLink(pair, namings, aliases)),
  )
}

/** What people confirmed needs no blocking key in common. */
async function pairsByAlias(
  scope: EngineScope,
  added: readonly Named[],
  side: Side,
  aliases: AliasGraph,
): Promise<readonly LinkedProducts[]> {
  if (aliases.keys.length === 0) return []
  const taking = added.filter((one) => aliases.keys.includes(one.aliasKey))
  const other = side === 'inventory' ? 'advisory' : 'inventory'
  const others = await selectProductsByAliasKey(scope, aliases.keys, other)
  return taking.flatMap((own) =>
    others.flatMap((one) => {
      const [inventory, stated] = side === 'inventory' ? [own, one] : [one, own]
      const isSame = aliases.resolve(inventory.aliasKey, stated.aliasKey)?.isSame
      return isSame ? [{ inventoryProductId: inventory.id, statedProductId: stated.id }] : []
    }),
  )
}

function uniquePairs(pairs: readonly LinkedProducts[]): readonly LinkedProducts[] {
  return [
    ...new Map(pairs.map((pair) => [`${pair.inventoryProductId} ${pair.statedProductId}`, pair])).values(),
  ]
}

/** No link where the two are not one product. */
export function decideLink(
  pair: LinkedProducts,
  namings: ReadonlyMap<number, ProductName>,
  aliases: AliasGraph,
): readonly Link[] {
  const [inventory, stated] = [namings.get(pair.inventoryProductId), namings.get(pair.statedProductId)]
  if (!inventory || !stated) return []
  const alias = aliases.keys.length > 0 ? aliases.resolve(aliasKey(inventory), aliasKey(stated)) : null
  const { grade, method, certainty, steps } = decideIdentity(inventory, stated, alias ? [alias] : [])
  return grade === 'none' ? [] : [{ ...pair, identityGrade: grade, method, certainty, steps }]
}
