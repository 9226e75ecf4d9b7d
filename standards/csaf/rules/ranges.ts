// CSAF 2.1, 6.1.50, 6.1.59, 6.2.18, 6.2.49 and 6.2.51: the form of version ranges.
// SPDX-License-Identifier: EUPL-1.2
import { branchesOf, finding, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'
import { type RangeText, readRangeName } from './range-text.ts'

export const rangeRules: readonly CsafRule[] = [
  { id: '6.1.50', check: (document) => eachRange(document, ({ fault }) => fault) },
  { id: '6.1.59', check: (document) => eachRange(document, findSingle) },
]

export const rangeAdvice: readonly CsafRule[] = [
  { id: '6.2.49', check: (document) => eachRange(document, findOpen) },
  { id: '6.2.51', check: (document) => eachRange(document, findUnknownType) },
]

function eachRange(document: unknown, check: (range: RangeText) => string | null): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  return branchesOf(root).flatMap(({ node, category, name }) => {
    const message = category === 'product_version_range' ? check(readRangeName(name)) : null
    return message === null ? [] : [finding(node, message, 'name')]
  })
}

function findSingle({ fault, constraints }: RangeText): string | null {
  const [only, second] = constraints
  if (fault !== null || only?.comparator !== '=' || second !== undefined) return null
  return 'this is one version, which belongs into a branch product_version'
}

/** What follows the last lower bound decides; excluded versions close nothing. */
function findOpen({ constraints }: RangeText): string | null {
  const last = constraints.findLast(({ comparator }) => comparator !== '!=')
  return last?.comparator.startsWith('>') ? 'versions that do not exist yet are counted in' : null
}

function findUnknownType({ type }: RangeText): string | null {
  if (type === null || registeredTypes.has(type)) return null
  return `vers type "${type.slice(0, 60)}" is not registered`
}

/** The types of the vers registry, August 2026. */
const registeredTypes = new Set(
  `all alpine alpm apk arch cargo composer conan cpan dart datetime deb ebuild gem generic gentoo golang hackage hex
  intdot lexicographic maven mattermost mozilla nginx none npm nuget openssl pypi rpm semver`.split(/\s+/),
)
