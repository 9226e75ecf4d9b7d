// Groups the products of a CSAF document by the branches above them but for the version.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, textAt } from '../../json/index.ts'
import { type BranchPlace, branchesOf } from '../places.ts'

const versionCategories = new Set(['product_version', 'product_version_range', 'service_pack', 'patch_level'])

/**
 * A text that all versions of one product share, by product id. A product path or relationship counts as what it
 * begins with. Products that no branch leads to are missing: nothing says what they are versions of.
 */
export function productFamilies(root: JsonNode): ReadonlyMap<string, string> {
  const families = new Map(
    branchesOf(root).flatMap((place) => {
      const product = objectAt(place.node, 'product')
      const id = product === null ? null : textAt(product, 'product_id')
      return id === null ? [] : [[id, familyOf(place)] as const]
    }),
  )
  const tree = objectAt(root, 'product_tree')
  if (tree === null) return families
  for (const node of [...objectsAt(tree, 'product_paths'), ...objectsAt(tree, 'relationships')]) {
    const product = objectAt(node, 'full_product_name')
    const id = product === null ? null : textAt(product, 'product_id')
    const origin = textAt(node, 'beginning_product_reference') ?? textAt(node, 'product_reference')
    const family = families.get(origin ?? '')
    if (id !== null && family !== undefined && !families.has(id)) families.set(id, family)
  }
  return families
}

function familyOf(place: BranchPlace): string {
  const names = [...place.above, place]
    .filter(({ category }) => !versionCategories.has(category))
    .map(({ category, name }) => [category, name])
  return JSON.stringify(names)
}
