// CSAF 2.1, 6.1.57 and 6.1.58: no category twice on the way to a product, and not both a version and a range.
// SPDX-License-Identifier: EUPL-1.2
import { objectAt } from '../../json/index.ts'
import { type BranchPlace, branchesOf, finding, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'

export const branchRules: readonly CsafRule[] = [
  {
    id: '6.1.57',
    check: (document) =>
      findPaths(document, repeatsCategory, 'a category stands twice on the way to this product'),
  },
  {
    id: '6.1.58',
    check: (document) =>
      findPaths(document, mixesVersions, 'both a version and a version range lead to this product'),
  },
]

function findPaths(
  document: unknown,
  isWrong: (categories: readonly string[]) => boolean,
  message: string,
): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  return branchesOf(root).flatMap((place) =>
    objectAt(place.node, 'product') !== null && isWrong(categoriesOf(place))
      ? [finding(place.node, message)]
      : [],
  )
}

function categoriesOf({ above, category }: BranchPlace): string[] {
  return [...above.map((place) => place.category), category]
}

/** Families may be nested; everything else says one thing once. */
function repeatsCategory(categories: readonly string[]): boolean {
  const single = categories.filter((category) => category !== 'product_family')
  return new Set(single).size < single.length
}

function mixesVersions(categories: readonly string[]): boolean {
  return categories.includes('product_version') && categories.includes('product_version_range')
}
