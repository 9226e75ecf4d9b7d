// Who belongs to whom by company history: owners, former names, and clusters for blocking keys.
// SPDX-License-Identifier: EUPL-1.2
import { companyEvents } from './companies.ts'
import { type CompanyName, joinInitials, readCompany } from './company-name.ts'
import { foldText, wordKey } from './text.ts'

const displayNames = new Map<string, string>()
const successors = buildSuccessors()
const clusters = buildClusters()

/** Key under which company history knows a name: its words without legal form, joined. */
function historyKey(name: string): string {
  const company = readCompany(joinInitials(foldText(name)))
  return company ? wordKey(company.words.join('')) : ''
}

function buildSuccessors(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { company, event, other } of companyEvents) {
    const [from, to] = [historyKey(company), historyKey(other)]
    displayNames.set(from, company)
    displayNames.set(to, other)
    link(found, from, to)
    if (event === 'also-written') link(found, to, from)
    else link(found, to, to)
  }
  return found
}

function link(graph: Map<string, Set<string>>, from: string, to: string): void {
  const targets = graph.get(from) ?? new Set([from])
  targets.add(to)
  graph.set(from, targets)
}

const ownersKnown = new WeakMap<CompanyName, ReadonlySet<string>>()

/** The company itself and all that own or once renamed it, as far as history knows. */
export function ownersOf(company: CompanyName): ReadonlySet<string> {
  const known = ownersKnown.get(company)
  if (known) return known
  const owners = new Set(knownNames(company))
  for (const owner of owners) for (const next of successors.get(owner) ?? []) owners.add(next)
  ownersKnown.set(company, owners)
  return owners
}

/** The whole name, its core, and each beginning of it that history knows ("Philips Respironics": both words). */
export function knownNames(company: CompanyName): string[] {
  const beginnings = company.words.map((_, index) => company.words.slice(0, index + 1).join(''))
  const ends = company.words.map((_, index) => company.words.slice(index).join(''))
  return [...beginnings, ...ends, company.core.join('')].map(wordKey).filter((name) => successors.has(name))
}

/** Companies that history links in any way share one cluster, so that they share one blocking key. */
function buildClusters(): Map<string, string> {
  const found = new Map<string, string>()
  for (const start of successors.keys()) {
    const linked = new Set([start])
    for (const name of linked) for (const next of successors.get(name) ?? []) linked.add(next)
    const known = [...linked].map((name) => found.get(name)).filter((name) => name !== undefined)
    const target = known[0] ?? start
    for (const [name, cluster] of found) if (known.includes(cluster)) found.set(name, target)
    for (const name of linked) found.set(name, target)
  }
  return found
}

/** The name as people write it. */
export function displayName(key: string): string {
  return displayNames.get(key) ?? key
}

/** One key for all companies that history links with this one. */
export function clusterOf(key: string): string {
  return clusters.get(key) ?? key
}

/** Whether history knows these words together as one company. */
export function isKnownCompany(words: readonly string[]): boolean {
  return successors.has(wordKey(words.join('')))
}

/** How many of the words at the start of a product name are a company that history knows. */
export function countCompanyWords(words: readonly string[]): number {
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    if (isKnownCompany(words.slice(0, count))) return count
  }
  return 0
}
