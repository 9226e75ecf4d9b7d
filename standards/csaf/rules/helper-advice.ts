// CSAF 2.1, 6.2.42: a CPE or package URL says no more and no less than the branches that lead to its product.
// SPDX-License-Identifier: EUPL-1.2
import { type CpeAttributeName, parseCpe, unescapeAttribute } from '../../cpe/index.ts'
import { type JsonNode, objectAt, textAt, textsAt } from '../../json/index.ts'
import { parsePurl } from '../../purl/index.ts'
import { type BranchPlace, branchesOf, finding, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'

export const helperAdvice: readonly CsafRule[] = [{ id: '6.2.42', check: findInconsistentHelpers }]

/** The attribute in which a CPE says what a branch says; what has no counterpart is not compared. */
const counterparts: ReadonlyMap<string, CpeAttributeName> = new Map([
  ['vendor', 'vendor'],
  ['product_name', 'product'],
  ['product_version', 'version'],
  ['service_pack', 'update'],
  ['patch_level', 'update'],
  ['language', 'language'],
  ['architecture', 'targetHw'],
])
/** Attributes that say something beyond vendor, product and version. */
const further: readonly CpeAttributeName[] = ['update', 'language', 'targetHw']

function findInconsistentHelpers(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  return branchesOf(root).flatMap((place) => {
    const product = objectAt(place.node, 'product')
    const helper = product === null ? null : objectAt(product, 'product_identification_helper')
    if (helper === null) return []
    const path = [...place.above, place]
    return [...findInCpe(helper, path), ...findInPurls(helper, path)]
  })
}

function findInCpe(helper: JsonNode, path: readonly BranchPlace[]): RuleFinding[] {
  const cpe = parseCpe(textAt(helper, 'cpe') ?? '')
  if (cpe === null) return []
  const said = new Map(
    path.flatMap(({ category, name }) => {
      const attribute = counterparts.get(category)
      return attribute === undefined ? [] : [[attribute, name] as const]
    }),
  )
  const missing = [...said.keys()].filter((attribute) => cpe[attribute] === '*')
  const extra = further.filter((attribute) => !['*', '-'].includes(cpe[attribute]) && !said.has(attribute))
  const version = said.get('version')
  const isOther =
    version !== undefined &&
    !missing.includes('version') &&
    unescapeAttribute(cpe.version) !== version.toLowerCase()
  return [
    ...missing.map((attribute) => finding(helper, `the branches say ${attribute}, the CPE does not`, 'cpe')),
    ...extra.map((attribute) => finding(helper, `the CPE says ${attribute}, no branch does`, 'cpe')),
    ...(isOther ? [finding(helper, 'the CPE has another version than the branches', 'cpe')] : []),
  ]
}

function findInPurls(helper: JsonNode, path: readonly BranchPlace[]): RuleFinding[] {
  const version = path.findLast(({ category }) => category === 'product_version')?.name
  if (version === undefined) return []
  return textsAt(helper, 'purls').flatMap((text, index) => {
    const purl = parsePurl(text)
    const isOther = purl?.version !== null && purl?.version !== undefined && purl.version !== version
    return isOther
      ? [finding(helper, 'the package URL has another version than the branches', `purls/${index}`)]
      : []
  })
}
