// Turns the product status lists of CSAF vulnerabilities into statements.
// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus, Statement } from '../advisory/advisory.ts'
import { type JsonNode, objectAt, quoteForeign, textsAt } from '../json/index.ts'
import type { ProductGroups } from './groups.ts'
import { maxStatements } from './limits.ts'
import type { CsafProducts } from './product.ts'
import { type Reasons, readReasons, reasonFor } from './reasons.ts'
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
  groups: ProductGroups,
): Statement[] {
  const statements: Statement[] = []
  for (const { node, key } of vulnerabilities) {
    const lists = objectAt(node, 'product_status')
    if (lists === null) continue
    const reasons = readReasons(node, groups)
    for (const status of statuses) {
      addStatements(lists, status, { key, products, reasons }, statements)
      if (statements.length >= maxStatements) {
        reportLimit(lists)
        return statements
      }
    }
  }
  return statements
}

interface Context {
  readonly key: string
  readonly products: CsafProducts
  readonly reasons: Reasons
}

function addStatements(
  lists: JsonNode,
  status: ProductStatus,
  { key, products, reasons }: Context,
  statements: Statement[],
): void {
  const ids = new Set(textsAt(lists, status))
  for (const productId of ids) {
    const definitions = products.get(productId)
    if (definitions === undefined) reportUnknown(lists, status, productId)
    // CSAF 2.0, 3.2.3.5: a flag justifies that a product is not affected; for others it says nothing about the status.
    const reason = status === 'known_not_affected' ? reasonFor(reasons, productId) : null
    for (const { pointer, product, version } of definitions ?? []) {
      if (statements.length >= maxStatements) return
      const said = { pointer, vulnerability: key, status, product, version, productId }
      statements.push(reason === null ? said : { ...said, reason })
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
