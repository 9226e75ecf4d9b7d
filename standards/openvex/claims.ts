// Reads OpenVEX statements into claims: one product, one vulnerability, one status, one instant.
// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus, StatusReason, Vulnerability } from '../advisory/advisory.ts'
import { atKey, type JsonNode, objectsAt, quoteForeign, readInstant, textAt, textsAt } from '../json/index.ts'
import { maxClaims, maxImpactCharacters } from './limits.ts'
import { readComponent, readIdentifier, type VexProduct } from './product.ts'
import { readVulnerability } from './vulnerability.ts'

export interface Claim {
  readonly vulnerability: Vulnerability
  readonly subject: VexProduct
  /** The product that the subject is a part of; the claim holds for it inside of that only. */
  readonly inside: VexProduct | null
  readonly status: ProductStatus
  readonly reason: StatusReason | null
  /** For affected products, what to do. */
  readonly action: string | null
  /** ISO 8601; of the statement, else of the document. */
  readonly statedAt: string | null
}

const statuses: ReadonlyMap<string, ProductStatus> = new Map([
  ['not_affected', 'known_not_affected'],
  ['affected', 'known_affected'],
  ['fixed', 'fixed'],
  ['under_investigation', 'under_investigation'],
])

/** VEX Status Justifications, CISA 2022; the labels of OpenVEX. */
const justifications: ReadonlySet<string> = new Set([
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
])

export function readClaims(root: JsonNode, statedAt: string | null): readonly Claim[] {
  const claims: Claim[] = []
  for (const statement of objectsAt(root, 'statements'))
    for (const claim of readStatement(statement, statedAt)) {
      if (claims.length === maxClaims) {
        reportLimit(root)
        return claims
      }
      claims.push(claim)
    }
  return claims
}

function readStatement(node: JsonNode, inherited: string | null): readonly Claim[] {
  const vulnerability = readVulnerability(node)
  const said = readStatus(node)
  if (vulnerability === null || said === null) return []
  const statedAt = latestOf([instantAt(node, 'timestamp') ?? inherited, instantAt(node, 'last_updated')])
  const action = textAt(node, 'action_statement')
  return readSubjects(node, said.status).map((one) => ({ vulnerability, ...one, ...said, action, statedAt }))
}

/**
 * Only an affected part makes the whole affected. That a part is fixed or harmless inside of the product says so of
 * the product, and of the part in this product; never of the part elsewhere.
 */
function readSubjects(node: JsonNode, status: ProductStatus): readonly Pick<Claim, 'subject' | 'inside'>[] {
  const supplier = textAt(node, 'supplier')
  return readProducts(node, supplier).flatMap(({ product, parts }) => {
    if (product === null) return []
    const whole = { subject: product, inside: null }
    if (status === 'known_affected' || status === 'under_investigation') return [whole]
    return [whole, ...parts.map((part) => ({ subject: part, inside: product }))]
  })
}

interface ProductWithParts {
  readonly product: VexProduct | null
  readonly parts: readonly VexProduct[]
}

function readProducts(node: JsonNode, supplier: string | null): readonly ProductWithParts[] {
  const list = atKey(node, 'products')
  const isOfTexts = Array.isArray(list) && list.every((entry) => typeof entry === 'string')
  const products = isOfTexts
    ? textsAt(node, 'products').map((id, index) => ({
        product: readIdentifier(node, `${node.pointer}/products/${index}`, id, supplier),
        parts: textsAt(node, 'subcomponents').flatMap(
          (part, at) => readIdentifier(node, `${node.pointer}/subcomponents/${at}`, part, null) ?? [],
        ),
      }))
    : objectsAt(node, 'products').map((product) => ({
        product: readComponent(product, supplier),
        parts: objectsAt(product, 'subcomponents').flatMap((part) => readComponent(part, null) ?? []),
      }))
  if (products.length === 0)
    node.faults.add(
      'no-products',
      node.pointer,
      'The statement names no product; it was left out.',
      'List the products in "products".',
    )
  return products
}

/**
 * "Not affected" without a justification or an impact statement is no VEX statement (Minimum Requirements for VEX,
 * CISA 2023, 2.5.3): nobody could check it, so it counts as not yet answered.
 */
function readStatus(node: JsonNode): Pick<Claim, 'status' | 'reason'> | null {
  const word = textAt(node, 'status')
  const status = statuses.get(word ?? '')
  if (status === undefined) {
    node.faults.add(
      'status',
      `${node.pointer}/status`,
      `The status ${quoteForeign(word)} is none of OpenVEX; the statement was left out.`,
      `Use ${[...statuses.keys()].join(', ')}.`,
    )
    return null
  }
  const reason = readReason(node)
  if (status !== 'known_not_affected' || reason !== null) return { status, reason }
  node.faults.add(
    'unreasoned',
    node.pointer,
    'The statement says "not affected" without justification or impact statement; it counts as under investigation.',
    'Add a justification, or an impact statement that says why.',
  )
  return { status: 'under_investigation', reason: null }
}

function readReason(node: JsonNode): StatusReason | null {
  const word = textAt(node, 'justification')
  const impact = textAt(node, 'impact_statement')?.slice(0, maxImpactCharacters) ?? null
  const isKnown = word !== null && justifications.has(word)
  if (word !== null && !isKnown)
    node.faults.add(
      'justification',
      `${node.pointer}/justification`,
      `The justification ${quoteForeign(word)} is none of OpenVEX; it was left out.`,
      `Use ${[...justifications].join(', ')}.`,
    )
  if (!isKnown && impact === null) return null
  return { justifications: isKnown ? [word] : [], impact }
}

export function instantAt(node: JsonNode, key: string): string | null {
  const text = textAt(node, key)
  const instant = text === null ? null : readInstant(text)
  if (text !== null && instant === null)
    node.faults.add(
      'instant',
      `${node.pointer}/${key}`,
      `${quoteForeign(text)} is not a date and time; it was left out.`,
      'Write it as 2026-03-04T10:00:00Z.',
    )
  return instant
}

export function latestOf(instants: readonly (string | null)[]): string | null {
  return (
    instants
      .filter((instant) => instant !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

function reportLimit(root: JsonNode): void {
  root.faults.add(
    'too-many-statements',
    '/statements',
    `The document makes more than ${maxClaims} statements on products; from here on they were left out.`,
    'Split the document by product.',
  )
}
