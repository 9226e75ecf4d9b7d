// Adds the products that CSAF makes of others: firmware installed on a device, a part of a system.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, quoteForeign, textAt } from '../json/index.ts'
import { combineProducts } from './combine.ts'
import { maxRelationshipDepth } from './limits.ts'
import type { CsafProduct, CsafProducts } from './product.ts'
import { addProduct } from './tree.ts'

interface Relationship {
  readonly node: JsonNode
  /** `full_product_name` of the combination. */
  readonly combined: JsonNode
  readonly component: string
  /** What the component is installed on or part of, from the inside out. */
  readonly platforms: readonly string[]
}

type Pending = Map<string, Relationship[]>

/** Extends the products by the combinations; cycles and references to nothing are faults. */
export function resolveRelationships(tree: JsonNode, products: CsafProducts): void {
  const pending: Pending = new Map()
  const relationships = [
    ...objectsAt(tree, 'relationships').map(readRelationship),
    ...objectsAt(tree, 'product_paths').map(readProductPath),
  ]
  for (const relationship of relationships) {
    const id = relationship === null ? null : textAt(relationship.combined, 'product_id')
    if (relationship === null || id === null) continue
    const sameId = pending.get(id)
    if (sameId === undefined) pending.set(id, [relationship])
    else sameId.push(relationship)
  }
  for (const id of [...pending.keys()]) resolve(id, pending, products, [])
}

function readRelationship(node: JsonNode): Relationship | null {
  const combined = objectAt(node, 'full_product_name')
  const component = textAt(node, 'product_reference')
  const platform = textAt(node, 'relates_to_product_reference')
  if (combined === null || component === null || platform === null) return reportIncomplete(node)
  return { node, combined, component, platforms: [platform] }
}

/** The final CSAF 2.1 has paths of several steps in place of relationships. */
function readProductPath(node: JsonNode): Relationship | null {
  const combined = objectAt(node, 'full_product_name')
  const component = textAt(node, 'beginning_product_reference')
  const platforms = objectsAt(node, 'subpaths').flatMap(
    (step) => textAt(step, 'next_product_reference') ?? [],
  )
  if (combined === null || component === null || platforms.length === 0) return reportIncomplete(node)
  return { node, combined, component, platforms }
}

/** Takes the relationships of an id off the pending list, its references first; each is resolved once. */
function resolve(id: string, pending: Pending, products: CsafProducts, path: readonly string[]): void {
  const relationships = pending.get(id)
  const [first] = relationships ?? []
  if (relationships === undefined || first === undefined) return
  if (path.includes(id) || path.length >= maxRelationshipDepth) {
    reportUnresolvable(first.node, id, path)
    return
  }
  for (const { component, platforms } of relationships) {
    for (const reference of [component, ...platforms]) resolve(reference, pending, products, [...path, id])
  }
  pending.delete(id)
  for (const relationship of relationships) addCombination(relationship, products)
}

function addCombination(relationship: Relationship, products: CsafProducts): void {
  const { node, combined } = relationship
  const component = definitionOf(relationship.component, node, products)
  const platforms = relationship.platforms.flatMap((id) => definitionOf(id, node, products) ?? [])
  addProduct(combined, combineProducts(combined, component, platforms), products)
}

function definitionOf(id: string, node: JsonNode, products: CsafProducts): CsafProduct | null {
  const definition = products.get(id)?.[0]
  if (definition !== undefined) return definition
  node.faults.add(
    'dangling-relationship',
    node.pointer,
    `The relationship refers to ${quoteForeign(id)}, which the document does not define.`,
    'Define the product, or correct the reference (CSAF, 6.1.1).',
  )
  return null
}

function reportIncomplete(node: JsonNode): null {
  node.faults.add(
    'relationship',
    node.pointer,
    'This relationship does not name a product, its component and what it relates to; it was left out.',
    'Complete the full product name and both references.',
  )
  return null
}

function reportUnresolvable(node: JsonNode, id: string, path: readonly string[]): void {
  if (path.includes(id)) {
    const detail = `The relationships of ${quoteForeign(id)} lead back to itself.`
    node.faults.add('relationship-cycle', node.pointer, detail, 'Correct the references (CSAF, 6.1.3).')
  } else {
    const detail = `Relationships build on each other more than ${maxRelationshipDepth} deep; this one was left out.`
    node.faults.add('relationship-depth', node.pointer, detail, 'Relate the products directly.')
  }
}
