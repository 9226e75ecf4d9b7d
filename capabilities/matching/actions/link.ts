// Stores namings of products once and decides, once for each pair, which of them are the same product.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { EngineScope } from '../../../platform/database/database.ts'
import { decideIdentity } from '../identity.ts'
import { identityKeys } from '../identity-keys.ts'
import type { ProductName } from '../product-name.ts'
import {
  type CandidateLink,
  insertKeys,
  insertLinks,
  type NewLink,
  type Side,
  selectCandidateLinks,
  upsertProducts,
} from '../store.ts'

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
  const candidates = await selectCandidateLinks(
    scope,
    added.map((product) => product.id),
    side,
  )
  await insertLinks(
    scope,
    candidates.map(decideLink).filter((link) => link !== null),
  )
  return new Map(stored.map((product) => [product.fingerprint, product.id]))
}

function decideLink(candidate: CandidateLink): NewLink | null {
  const decision = decideIdentity(candidate.inventory, candidate.stated)
  if (decision.grade === 'none') return null
  const { method, certainty, steps } = decision
  return {
    inventoryProductId: candidate.inventoryProductId,
    statedProductId: candidate.statedProductId,
    identityGrade: decision.grade,
    method,
    certainty,
    steps,
  }
}

export function fingerprintOf(naming: ProductName): string {
  const { vendor, product, model, fullName, purl, cpe, ecosystem, modelNumbers, family, udiDi, platforms } =
    naming
  return createHash('sha256')
    .update(
      JSON.stringify([
        vendor,
        product,
        model,
        fullName,
        purl,
        cpe,
        ecosystem,
        modelNumbers,
        family,
        udiDi,
        platforms,
      ]),
    )
    .digest('hex')
}
