// CSAF 2.1, 6.1.27.3, 6.1.27.8, 6.1.27.11 and 6.1.27.13: what the profiles ask of vulnerabilities.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../../json/index.ts'
import { type ProductGroups, readGroups } from '../groups.ts'
import { categoryOf, finding, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'
import { productFamilies } from './product-families.ts'

/** The library does the first three by an earlier draft, and the last not at all. */
export const profileRules: readonly CsafRule[] = [
  {
    id: '6.1.27.3',
    check: inProfiles(
      ['csaf_informational_advisory', 'csaf_withdrawn', 'csaf_superseded'],
      forbidVulnerabilities,
    ),
  },
  { id: '6.1.27.8', check: inProfiles(['csaf_vex'], requireIds) },
  {
    id: '6.1.27.11',
    check: inProfiles(
      ['csaf_security_advisory', 'csaf_vex', 'csaf_deprecated_security_advisory'],
      requireVulnerabilities,
    ),
  },
  { id: '6.1.27.13', check: inProfiles(['csaf_security_advisory'], requireAffectedVersions) },
]

function inProfiles(
  profiles: readonly string[],
  check: (root: JsonNode) => RuleFinding[],
): (document: unknown) => RuleFinding[] {
  return (document) => {
    const root = openDocument(document)
    return root !== null && profiles.includes(categoryOf(root)) ? check(root) : []
  }
}

function forbidVulnerabilities(root: JsonNode): RuleFinding[] {
  const isThere = Object.hasOwn(root.value, 'vulnerabilities')
  return isThere ? [finding(root, 'this profile has no vulnerabilities', 'vulnerabilities')] : []
}

function requireVulnerabilities(root: JsonNode): RuleFinding[] {
  const isThere = Object.hasOwn(root.value, 'vulnerabilities')
  return isThere ? [] : [finding(root, 'this profile needs vulnerabilities')]
}

function requireIds(root: JsonNode): RuleFinding[] {
  const groups = groupsOf(root)
  return objectsAt(root, 'vulnerabilities').flatMap((vulnerability) => {
    if (textAt(vulnerability, 'cve') !== null) return []
    const ids = objectsAt(vulnerability, 'ids')
    if (ids.length === 0) return [finding(vulnerability, 'there is neither a CVE nor another id')]
    const isBound = (id: JsonNode) =>
      Object.hasOwn(id.value, 'group_ids') || Object.hasOwn(id.value, 'product_ids')
    if (!ids.every(isBound)) return []
    const named = new Set(ids.flatMap((id) => productsOf(id, groups)))
    const unnamed = statusOf(vulnerability).filter(({ productId }) => !named.has(productId))
    return unnamed.map(({ productId }) =>
      finding(vulnerability, `no id counts for product "${productId.slice(0, 60)}"`),
    )
  })
}

function groupsOf(root: JsonNode): ProductGroups {
  const tree = objectAt(root, 'product_tree')
  return tree === null ? new Map() : readGroups(tree)
}

function productsOf(node: JsonNode, groups: ProductGroups): string[] {
  const members = textsAt(node, 'group_ids').flatMap((id) => groups.get(id) ?? [])
  return [...textsAt(node, 'product_ids'), ...members]
}

function statusOf(vulnerability: JsonNode): { readonly status: string; readonly productId: string }[] {
  const lists = objectAt(vulnerability, 'product_status')
  if (lists === null) return []
  return Object.keys(lists.value).flatMap((status) =>
    textsAt(lists, status).map((productId) => ({ status, productId })),
  )
}

/**
 * Corresponding versions hang below the same branches but for the version. A product that no branch leads to says
 * nothing of its family, so that any affected product of the same vulnerability has to do.
 */
function requireAffectedVersions(root: JsonNode): RuleFinding[] {
  const families = productFamilies(root)
  const familyOf = (id: string) => families.get(id) ?? null
  return objectsAt(root, 'vulnerabilities').flatMap((vulnerability) => {
    const all = statusOf(vulnerability)
    const affected = all.filter(({ status }) => affectedStatuses.has(status))
    const known = new Set(affected.map(({ productId }) => familyOf(productId)))
    const fixed = all.filter(({ status }) => status === 'fixed' || status === 'first_fixed')
    return fixed
      .filter(({ productId }) => {
        const family = familyOf(productId)
        return family === null || known.has(null) ? affected.length === 0 : !known.has(family)
      })
      .map(({ productId }) =>
        finding(vulnerability, `no affected version of fixed product "${productId.slice(0, 60)}"`),
      )
  })
}

const affectedStatuses = new Set(['known_affected', 'first_affected', 'last_affected'])
