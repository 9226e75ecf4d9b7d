// Reads why a CSAF publisher calls products not affected: flags, and threats of the category impact.
// SPDX-License-Identifier: EUPL-1.2
import type { StatusReason } from '../advisory/advisory.ts'
import { type JsonNode, objectsAt, textAt, textsAt } from '../json/index.ts'
import type { ProductGroups } from './groups.ts'
import { maxProductReferences } from './limits.ts'

/** Reasons of one vulnerability by product id; the empty id is for all products. */
export type Reasons = ReadonlyMap<string, StatusReason>

/** An impact statement is shown, not computed with: the rest stands in the document. */
const maxImpactCharacters = 2_000

/** CSAF 2.0, 3.2.3.5 (flags) and 3.2.3.14 (threats). */
export function readReasons(vulnerability: JsonNode, groups: ProductGroups): Reasons {
  const reasons = new Map<string, StatusReason>()
  const budget = { left: maxProductReferences }
  for (const flag of objectsAt(vulnerability, 'flags')) {
    const label = textAt(flag, 'label')
    if (label === null) continue
    for (const id of productIdsOf(flag, groups, budget)) addReason(reasons, id, { label, impact: null })
  }
  for (const threat of objectsAt(vulnerability, 'threats')) {
    const details = textAt(threat, 'category') === 'impact' ? textAt(threat, 'details') : null
    if (details === null) continue
    const impact = details.slice(0, maxImpactCharacters)
    for (const id of productIdsOf(threat, groups, budget)) addReason(reasons, id, { label: null, impact })
  }
  return reasons
}

/** What is said of the product itself, before what is said of all. */
export function reasonFor(reasons: Reasons, productId: string): StatusReason | null {
  return reasons.get(productId) ?? reasons.get('') ?? null
}

function addReason(
  reasons: Map<string, StatusReason>,
  id: string,
  { label, impact }: { readonly label: string | null; readonly impact: string | null },
): void {
  const known = reasons.get(id)
  const labels = [...(known?.justifications ?? []), ...(label === null ? [] : [label])]
  reasons.set(id, { justifications: [...new Set(labels)], impact: known?.impact ?? impact })
}

/** Neither products nor groups means all of them (CSAF 2.0, 3.2.3.5.3). */
function productIdsOf(node: JsonNode, groups: ProductGroups, budget: { left: number }): readonly string[] {
  const named = textsAt(node, 'product_ids')
  const groupIds = textsAt(node, 'group_ids')
  if (named.length === 0 && groupIds.length === 0) return ['']
  const lists = [named, ...groupIds.map((groupId) => groups.get(groupId) ?? [])]
  const wanted = lists.reduce((sum, list) => sum + list.length, 0)
  if (wanted > budget.left) return reportBudget(node)
  budget.left -= wanted
  return [...new Set(lists.flat())]
}

function reportBudget(node: JsonNode): readonly string[] {
  node.faults.add(
    'too-many-product-references',
    node.pointer,
    `The flags and threats name more than ${maxProductReferences} products; the reason given here was left out.`,
    'Use fewer groups, or split the document.',
  )
  return []
}
