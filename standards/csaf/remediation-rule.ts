// CSAF 2.1, 6.1.36: a remediation does not contradict the status of the products it is for.
// SPDX-License-Identifier: EUPL-1.2
import { collectFaults, type JsonNode, objectAt, objectsAt, rootOf, textAt, textsAt } from '../json/index.ts'
import { type ProductGroups, readGroups } from './groups.ts'
import type { RuleFinding } from './rule.ts'

const affected = ['first_affected', 'known_affected', 'last_affected']
const notAffected = ['known_not_affected']
const fixed = ['first_fixed', 'fixed']

/** CSAF 2.1, 3.2.4.14.1: statuses that contradict a category. */
const contradicting: ReadonlyMap<string, readonly string[]> = new Map([
  ['workaround', [...notAffected, ...fixed]],
  ['mitigation', [...notAffected, ...fixed]],
  ['vendor_fix', [...notAffected, ...fixed]],
  ['none_available', [...notAffected, ...fixed]],
  ['optional_patch', affected],
  ['fix_planned', fixed],
  ['no_fix_planned', fixed],
])

/** The library searches each status list for each product: 3 seconds for 40,000 products, hence an own test. */
export function findContradictions(document: unknown): RuleFinding[] {
  // Wrong types are the schema's findings, not this rule's.
  const root = rootOf(document, collectFaults('csaf'))
  const tree = root === null ? null : objectAt(root, 'product_tree')
  const groups: ProductGroups = tree === null ? new Map() : readGroups(tree)
  const vulnerabilities = root === null ? [] : objectsAt(root, 'vulnerabilities')
  return vulnerabilities.flatMap((vulnerability) => findInVulnerability(vulnerability, groups))
}

function findInVulnerability(vulnerability: JsonNode, groups: ProductGroups): RuleFinding[] {
  const lists = objectAt(vulnerability, 'product_status')
  const remediations = objectsAt(vulnerability, 'remediations')
  if (lists === null || remediations.length === 0) return []
  const withStatus = new Map(
    [...affected, ...notAffected, ...fixed].map((key) => [key, new Set(textsAt(lists, key))]),
  )
  return remediations.flatMap((remediation) => {
    const category = textAt(remediation, 'category') ?? ''
    const statuses = contradicting.get(category) ?? []
    return productsOf(remediation, groups).flatMap((id) => {
      const status = statuses.find((key) => withStatus.get(key)?.has(id))
      return status === undefined ? [] : [toFinding(remediation, category, status, id)]
    })
  })
}

function productsOf(remediation: JsonNode, groups: ProductGroups): string[] {
  const members = textsAt(remediation, 'group_ids').flatMap((id) => groups.get(id) ?? [])
  return [...new Set([...textsAt(remediation, 'product_ids'), ...members])]
}

function toFinding(remediation: JsonNode, category: string, status: string, id: string): RuleFinding {
  const message = `${category} contradicts the status ${status} of product "${id.slice(0, 60)}"`
  return { instancePath: remediation.pointer, message }
}
