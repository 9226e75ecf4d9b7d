// Statements on products that a document defines and then gives no status: nobody can tell what holds for them.
// SPDX-License-Identifier: EUPL-1.2
import type { Statement } from '../advisory/advisory.ts'
import { type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../json/index.ts'
import type { CsafProducts } from './product.ts'

/**
 * CSAF allows a product without status (3.2.3 lists statuses, no rule asks for one for each product), but converted
 * documents name all affected products and give only the first a status. Silence about a named product is therefore
 * read as `unknown` for the whole document, which becomes a question. Products that relationships only put together
 * are spoken of by the combination; a document without any status (an informational one) asks nothing.
 */
export function readWithoutStatus(
  root: JsonNode,
  products: CsafProducts,
  mostStatements: number,
): Statement[] {
  const lists = objectsAt(root, 'vulnerabilities')
    .map((node) => objectAt(node, 'product_status'))
    .filter((list) => list !== null)
  const withStatus = new Set(lists.flatMap(idsIn))
  if (withStatus.size === 0) return []
  const parts = partsOfOthers(root)
  return [...products]
    .filter(([id]) => !withStatus.has(id) && !parts.has(id))
    .flatMap(([productId, definitions]) =>
      definitions.map(({ pointer, product, version }): Statement => {
        return { pointer, vulnerability: null, status: 'unknown', product, version, productId }
      }),
    )
    .slice(0, Math.max(0, mostStatements))
}

function idsIn(list: JsonNode): string[] {
  return Object.keys(list.value).flatMap((status) => textsAt(list, status))
}

function partsOfOthers(root: JsonNode): Set<string> {
  const tree = objectAt(root, 'product_tree')
  if (tree === null) return new Set()
  const references = objectsAt(tree, 'relationships').flatMap((node) => [
    textAt(node, 'product_reference'),
    textAt(node, 'relates_to_product_reference'),
  ])
  const steps = objectsAt(tree, 'product_paths').flatMap((node) => [
    textAt(node, 'beginning_product_reference'),
    ...objectsAt(node, 'subpaths').map((step) => textAt(step, 'next_product_reference')),
  ])
  return new Set([...references, ...steps].filter((id) => id !== null))
}
