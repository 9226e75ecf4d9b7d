// Turns the product status lists of CSAF vulnerabilities into statements.
// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus, Statement } from '../advisory/advisory.ts'
import { type JsonNode, objectAt, quoteForeign, textsAt } from '../json/index.ts'
import { maxStatements } from './limits.ts'
import type { CsafProducts } from './product.ts'
import type { KeyedVulnerability } from './vulnerability.ts'

/** CSAF 3.2.3.9 (2.0) and 3.2.4.9 (2.1, which adds `unknown`). */
const statuses: readonly ProductStatus[] = [
  'known_affected',
  'known_not_affected',
  'fixed',
  'first_fixed',
  'first_affected',
  'last_affected',
  'under_investigation',
  'recommended',
  'unknown',
]

/** One statement for each vulnerability, product and status. */
export function readStatements(
  vulnerabilities: readonly KeyedVulnerability[],
  products: CsafProducts,
): Statement[] {
  const statements: Statement[] = []
  for (const { node, key } of vulnerabilities) {
    const lists = objectAt(node, 'product_status')
    if (lists === null) continue
    for (const status of statuses) {
      addStatements(lists, status, key, products, statements)
      if (statements.length >= maxStatements) {
        reportLimit(lists)
        return statements
      }
    }
  }
  return statements
}

function addStatements(
  lists: JsonNode,
  status: ProductStatus,
  vulnerability: string,
  products: CsafProducts,
  statements: Statement[],
): void {
  const ids = new Set(textsAt(lists, status))
  for (const productId of ids) {
    const definitions = products.get(productId)
    if (definitions === undefined) reportUnknown(lists, status, productId)
    for (const { pointer, product, version } of definitions ?? []) {
      if (statements.length >= maxStatements) return
      statements.push({ pointer, vulnerability, status, product, version, productId })
    }
  }
}

function reportUnknown(lists: JsonNode, status: string, productId: string): void {
  lists.faults.add(
    'unknown-product',
    `${lists.pointer}/${status}`,
    `The status ${status} is given to ${quoteForeign(productId)}, which the product tree does not define.`,
    'Define the product in the product tree, or correct the reference (CSAF, 6.1.1).',
  )
}

function reportLimit(lists: JsonNode): void {
  lists.faults.add(
    'too-many-statements',
    lists.pointer,
    `The document makes more than ${maxStatements} statements; from here on they were left out.`,
    'Split the document by vulnerability.',
  )
}
