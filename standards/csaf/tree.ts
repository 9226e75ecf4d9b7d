// Walks the branches of a CSAF product tree down to its products.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, quoteForeign, textAt } from '../json/index.ts'
import { maxBranchDepth, maxProducts } from './limits.ts'
import {
  type BranchPath,
  type CsafProduct,
  type CsafProducts,
  emptyPath,
  extendPath,
  readProduct,
} from './product.ts'

/** Products of `branches` and `full_product_names`; relationships come afterwards. */
export function readProductTree(tree: JsonNode): CsafProducts {
  const products: CsafProducts = new Map()
  for (const branch of objectsAt(tree, 'branches')) walkBranch(branch, emptyPath, 1, products)
  for (const node of objectsAt(tree, 'full_product_names'))
    addProduct(node, readProduct(node, emptyPath), products)
  return products
}

function walkBranch(branch: JsonNode, above: BranchPath, depth: number, products: CsafProducts): void {
  if (depth > maxBranchDepth) {
    reportDepth(branch)
    return
  }
  const path = extendPath(above, textAt(branch, 'category'), textAt(branch, 'name'))
  const product = objectAt(branch, 'product')
  if (product !== null) addProduct(product, readProduct(product, path), products)
  for (const child of objectsAt(branch, 'branches')) walkBranch(child, path, depth + 1, products)
}

/** Files a product under its id; without an id, or beyond the limit, it is a fault. */
export function addProduct(node: JsonNode, product: CsafProduct, products: CsafProducts): void {
  const id = textAt(node, 'product_id')
  const known = products.get(id ?? '')
  if (id === null) reportNoId(node, product)
  else if (known !== undefined) {
    reportDuplicate(node, id)
    if (known.length < maxDefinitions) known.push(product)
  } else if (products.size < maxProducts) products.set(id, [product])
  else reportLimit(node)
}

/** Definitions kept of one id; a file that repeats one id without end must not multiply its statements. */
const maxDefinitions = 20

function reportNoId(node: JsonNode, { product }: CsafProduct): void {
  const detail = `The product ${quoteForeign(product.fullName)} has no product_id, so no statement can be about it.`
  node.faults.add('product-without-id', node.pointer, detail, 'Give the product a product_id.')
}

function reportDuplicate(node: JsonNode, id: string): void {
  node.faults.add(
    'duplicate-product',
    node.pointer,
    `The product id ${quoteForeign(id)} is defined more than once; statements about it count for each definition.`,
    'Give each product an id of its own (CSAF, 6.1.2).',
  )
}

function reportDepth(branch: JsonNode): void {
  const detail = `Branches are nested more than ${maxBranchDepth} deep; what is below was left out.`
  branch.faults.add(
    'branch-depth',
    branch.pointer,
    detail,
    'Flatten the product tree (CSAF 2.1 allows 30 levels).',
  )
}

function reportLimit(node: JsonNode): void {
  const detail = `The document names more than ${maxProducts} products; this one was left out.`
  node.faults.add('too-many-products', node.pointer, detail, 'Split the document by product.')
}
