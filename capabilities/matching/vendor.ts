// Whether two vendor names mean one company: legal forms, spellings, divisions and company history.
// SPDX-License-Identifier: EUPL-1.2
import { clusterOf, displayName, isKnownCompany, knownNames, ownersOf } from './company-history.ts'
import { type CompanyName, joinInitials, readCompany } from './company-name.ts'
import { rememberByText } from './memo.ts'
import { foldText, isOneSlipApart } from './text.ts'

/** A vendor as read: every company that the text may name. */
export interface Vendor {
  readonly stated: string
  readonly companies: readonly CompanyName[]
}

export type VendorRelation =
  | { readonly kind: 'same'; readonly how: 'written-alike' | 'spelling' }
  | { readonly kind: 'related'; readonly how: 'division' | 'company-history'; readonly through: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'different' }

/** More names than this in one vendor text are a list of everybody; the rest is left to the product name. */
const maxCompanies = 8

const placeholders = /^(?:n\/?a|none|unknown|unspecified|various|multiple|-|\*)?$/i

/** Null where nothing is said, `n/a` included. */
export function readVendor(text: string | null): Vendor | null {
  const stated = text?.trim() ?? ''
  return placeholders.test(stated) ? null : readStatedVendor(stated)
}

const readStatedVendor = rememberByText((stated): Vendor | null => {
  const folded = joinInitials(foldText(stated))
  const whole = readCompany(folded.replace(/[()]/g, ' '))
  // "Johnson & Johnson" is one company, not two of the name Johnson.
  const isKnown = whole !== null && isKnownCompany(whole.words)
  const parts = isKnown ? [] : folded.split(/[,;/()]|\s(?:and|by)\s/).map(readCompany)
  const companies = [whole, ...parts].filter((company) => company !== null)
  return companies.length === 0
    ? null
    : { stated, companies: uniqueByWords(companies).slice(0, maxCompanies) }
})

function uniqueByWords(companies: readonly CompanyName[]): CompanyName[] {
  return [...new Map(companies.map((company) => [company.words.join(' '), company])).values()]
}

/** Compares what the inventory says with what the advisory says; the best pair of names counts. */
export function compareVendors(own: Vendor | null, stated: Vendor | null): VendorRelation {
  if (!own || !stated) return { kind: 'unknown' }
  const relations = own.companies.flatMap((a) => stated.companies.map((b) => compareCompanies(a, b)))
  return (
    relations.find((relation) => relation.kind === 'same') ??
    relations.find((relation) => relation.kind === 'related') ?? { kind: 'different' }
  )
}

function compareCompanies(a: CompanyName, b: CompanyName): VendorRelation {
  const [joinedA, joinedB] = [a.core.join(''), b.core.join('')]
  if (joinedA === joinedB) return { kind: 'same', how: 'written-alike' }
  const common = [...ownersOf(a)].find((owner) => ownersOf(b).has(owner))
  if (common !== undefined) return { kind: 'related', how: 'company-history', through: displayName(common) }
  const shorter = Math.min(joinedA.length, joinedB.length)
  if (shorter >= 6 && isOneSlipApart(joinedA, joinedB)) return { kind: 'same', how: 'spelling' }
  if (isPrefix(a.core, b.core) || isPrefix(b.core, a.core)) {
    return { kind: 'related', how: 'division', through: a.core.length < b.core.length ? joinedA : joinedB }
  }
  return { kind: 'different' }
}

function isPrefix(short: readonly string[], long: readonly string[]): boolean {
  return (
    short.length < long.length &&
    short.join('').length >= 3 &&
    short.every((word, index) => word === long[index])
  )
}

/** Blocking keys: names that may mean one company share one. */
export function vendorKeys(vendor: Vendor): string[] {
  const keys = vendor.companies.flatMap((company) => {
    const known = knownNames(company).map(clusterOf)
    return known.length > 0 ? known : [company.core[0] ?? '', company.core.join('')]
  })
  return [...new Set(keys.filter((key) => key !== ''))].slice(0, 4)
}

/** Words that name the vendor and so may stand in a product name without telling anything. */
export function vendorWords(vendor: Vendor | null): Set<string> {
  return new Set(vendor?.companies.flatMap((company) => company.words) ?? [])
}
