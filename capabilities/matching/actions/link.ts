// Stores namings of products once and decides, once for each pair, which of them are the same product.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { arrayPortions } from '../../../platform/database/portions.ts'
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
  selectCandidateLinks,
  selectNamings,
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
    Array.from(byFingerprint, ([fingerprint, naming]) => ({ fingerprint, naming })),
    side,
  )
  const added = stored.filter((product) => product.isNew)
  const keys = added.flatMap((product) => {
    const naming = byFingerprint.get(product.fingerprint)
    return naming ? identityKeys(naming).map((identityKey) => ({ productId: product.id, identityKey })) : []
  })
  await insertKeys(scope, keys, side)
  for (const portion of arrayPortions(added, namingsAtOnce))
    await linkNamings(
      scope,
      portion.map((product) => product.id),
      side,
    )
  return new Map(stored.map((product) => [product.fingerprint, product.id]))
}

async function linkNamings(scope: EngineScope, productIds: readonly number[], side: Side): Promise<void> {
  const pairs = await selectCandidateLinks(scope, productIds, side)
  const ids = new Set(pairs.flatMap((pair) => [pair.inventoryProductId, pair.statedProductId]))
  const namings = await selectNamings(scope, [...ids])
  await insertLinks(
    scope,
    pairs.flatMap((pair) => decideLink(pair, namings)),
  )
}

function decideLink(pair: LinkedProducts, namings: ReadonlyMap<number, ProductName>): readonly Link[] {
  const [inventory, stated] = [namings.get(pair.inventoryProductId), namings.get(pair.statedProductId)]
  if (!inventory || !stated) return []
  const { grade, method, certainty, steps } = decideIdentity(inventory, stated)
  return grade === 'none' ? [] : [{ ...pair, identityGrade: grade, method, certainty, steps }]
}
