// Reads what a CSAF publisher advises to do, with the products it is for.
// SPDX-License-Identifier: EUPL-1.2
import type { Remediation } from '../advisory/advisory.ts'
import { readAddress } from '../advisory/references.ts'
import { type JsonNode, objectsAt, quoteForeign, textAt, textsAt } from '../json/index.ts'
import type { ProductGroups } from './groups.ts'
import { maxProductReferences } from './limits.ts'
import type { KeyedVulnerability } from './vulnerability.ts'

/** CSAF 3.2.3.12.1; `fix_planned` and `optional_patch` are new in 2.1. */
const categories: ReadonlyMap<string, Remediation['category']> = new Map(
  (
    [
      'vendor_fix',
      'mitigation',
      'workaround',
      'fix_planned',
      'no_fix_planned',
      'none_available',
      'optional_patch',
    ] as const
  ).map((category) => [category, category]),
)

export function readRemediations(
  vulnerabilities: readonly KeyedVulnerability[],
  groups: ProductGroups,
): Remediation[] {
  const budget = { left: maxProductReferences }
  return vulnerabilities.flatMap(({ node, key }) =>
    objectsAt(node, 'remediations').map((remediation) => readRemediation(remediation, key, groups, budget)),
  )
}

function readRemediation(
  node: JsonNode,
  vulnerability: string,
  groups: ProductGroups,
  budget: { left: number },
): Remediation {
  return {
    category: readCategory(node),
    details: textAt(node, 'details') ?? '',
    url: readAddress(node, 'url'),
    productIds: readProductIds(node, groups, budget),
    vulnerability,
  }
}

/** An unknown category counts as a mitigation: the advice is shown, but never taken for a fix. */
function readCategory(node: JsonNode): Remediation['category'] {
  const category = textAt(node, 'category')
  const known = categories.get(category ?? '')
  if (known !== undefined) return known
  node.faults.add(
    'remediation-category',
    `${node.pointer}/category`,
    `The category ${quoteForeign(category)} is unknown; the advice is shown as a mitigation.`,
    'Use a category of CSAF 3.2.3.12.1, such as vendor_fix.',
  )
  return 'mitigation'
}

/** Ids named directly and through groups; small documents can ask for billions, hence the budget. */
function readProductIds(node: JsonNode, groups: ProductGroups, budget: { left: number }): readonly string[] {
  const lists = [textsAt(node, 'product_ids')]
  for (const groupId of textsAt(node, 'group_ids')) lists.push([...(groups.get(groupId) ?? [])])
  const wanted = lists.reduce((sum, list) => sum + list.length, 0)
  if (wanted > budget.left) {
    reportBudget(node)
    return []
  }
  budget.left -= wanted
  return [...new Set(lists.flat())]
}

function reportBudget(node: JsonNode): void {
  node.faults.add(
    'too-many-product-references',
    node.pointer,
    `The remediations name more than ${maxProductReferences} products; this one is taken as being for all.`,
    'Use fewer groups, or split the document.',
  )
}
