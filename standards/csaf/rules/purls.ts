// CSAF 2.1, 6.1.42: the package URLs of one product differ in their qualifiers only.
// SPDX-License-Identifier: EUPL-1.2

import { textsAt } from '../../json/index.ts'
import { parsePurl, printPurl } from '../../purl/index.ts'
import { finding, helpersOf, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'

export const purlRules: readonly CsafRule[] = [{ id: '6.1.42', check: findDifferentPackages }]

function findDifferentPackages(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  return helpersOf(root).flatMap((helper) => {
    const packages = new Set(textsAt(helper, 'purls').map(withoutQualifiers))
    return packages.size > 1 ? [finding(helper, 'the package URLs name different packages', 'purls')] : []
  })
}

/** A text that is no package URL is the finding of 6.1.13; here it counts as written. */
function withoutQualifiers(text: string): string {
  const purl = parsePurl(text)
  return purl === null ? text : printPurl({ ...purl, qualifiers: new Map() })
}
