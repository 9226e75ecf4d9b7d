// Finds names of one vendor that look alike although nothing links them, for a person to decide about.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { writtenName } from '../alias.ts'
import { decideIdentity } from '../identity.ts'
import { readProductName } from '../read-name.ts'
import { minSimilarity, similarityOf } from '../similarity.ts'
import {
  insertPairs,
  markSearched,
  type NewPair,
  type SearchedProduct,
  type Side,
  selectUnlinkedOfVendor,
  selectUnsearched,
} from '../store.ts'
import { vendorKeys } from '../vendor.ts'

export const namesAtOnce = 300
const namesOfVendor = 2_000
const vendorsOfName = 2
/** More suggestions for one name help nobody to decide. */
const maxSuggestions = 3

/** One portion of the names that are new on this side, each compared with the other side's; returns how many. */
export async function findAlikeNames(scope: EngineScope, side: Side, now: Date): Promise<number> {
  const other: Side = side === 'inventory' ? 'advisory' : 'inventory'
  const products = await selectUnsearched(scope, side, namesAtOnce)
  const named = products.flatMap((product) => vendorsOf(product).map((vendor) => ({ vendor, product })))
  // One vendor at a time, so that memory holds the names of one.
  for (const [vendor, own] of Map.groupBy(named, (one) => one.vendor)) {
    const known = await selectUnlinkedOfVendor(scope, other, vendor, namesOfVendor)
    const pairs = own.flatMap(({ product }) => alike(product, known, side))
    await insertPairs(scope, 'similar', pairs, now)
  }
  await markSearched(
    scope,
    side,
    products.map((product) => product.id),
    now,
  )
  return products.length
}

function vendorsOf({ naming }: SearchedProduct): readonly string[] {
  const { vendor, namedVendor } = readProductName(naming)
  const keys = [vendor, namedVendor].flatMap((one) => (one ? vendorKeys(one) : []))
  return [...new Set(keys)].slice(0, vendorsOfName)
}

function alike(product: SearchedProduct, others: readonly SearchedProduct[], side: Side): readonly NewPair[] {
  return others
    .map((other) => ({ other, similarity: similarityOf(product.naming, other.naming) }))
    .filter(({ similarity }) => similarity >= minSimilarity)
    .toSorted((a, b) => b.similarity - a.similarity || a.other.id - b.other.id)
    .slice(0, maxSuggestions)
    .flatMap(({ other }) => {
      const [own, stated] = side === 'inventory' ? [product, other] : [other, product]
      return isWorthAsking(own, stated) ? [pairOf(own, stated)] : []
    })
}

/** What is told apart by its model or kind needs nobody's decision; what is unsure is in the queue anyway. */
function isWorthAsking(own: SearchedProduct, stated: SearchedProduct): boolean {
  if (own.aliasKey === stated.aliasKey) return false
  const { grade, steps } = decideIdentity(own.naming, stated.naming)
  const isToldApart = steps.some(
    (step) =>
      (step.code === 'name' && (step.because === 'other-model' || step.because === 'kind-differs')) ||
      step.code === 'identifier-differs' ||
      step.code === 'excluded-product',
  )
  return grade === 'none' && !isToldApart
}

function pairOf(own: SearchedProduct, stated: SearchedProduct): NewPair {
  return {
    inventoryKey: own.aliasKey,
    statedKey: stated.aliasKey,
    inventoryName: writtenName(own.naming),
    statedName: writtenName(stated.naming),
  }
}
