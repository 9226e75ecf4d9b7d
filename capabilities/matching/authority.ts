// Who speaks about a product with which authority: its maker, the distributor of its package, a coordinator, anybody.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory } from '@salus/standards/advisory'
import { type DistributionPackage, isAboutDistribution } from './backport.ts'
import type { MatchableStatement } from './matchable.ts'
import { foldText, squeeze } from './text.ts'
import { compareVendors, readVendor } from './vendor.ts'

/** In falling order. The distributor built the package, so for packages of distributions it is their maker. */
export const authorities = ['manufacturer', 'distributor', 'coordinator', 'anybody'] as const
export type Authority = (typeof authorities)[number]

/** What is known of a product apart from the document whose authority is asked. */
export interface KnownProduct {
  /** Vendors that the inventory, identifiers and documents of others name. */
  readonly vendors: readonly string[]
  readonly distribution: DistributionPackage | null
}

/**
 * A document cannot make itself the maker's: that its publisher is the vendor must follow from the inventory or from
 * what another publisher says.
 */
export function authorityOf(
  advisory: Pick<Advisory, 'format' | 'publisher' | 'publisherCategory'>,
  matchable: MatchableStatement,
  { vendors, distribution }: KnownProduct,
): Authority {
  if (distribution && isAboutDistribution(matchable) && isDistributor(advisory, matchable, distribution))
    return 'distributor'
  const publisher = readVendor(advisory.publisher)
  const isMaker = vendors.some((vendor) => {
    const relation = compareVendors(publisher, readVendor(vendor))
    return relation.kind === 'same' || relation.kind === 'related'
  })
  // A package of a distribution holds what the distributor changed, of which the makers of the program know nothing.
  if (isMaker && (!distribution || isAboutDistribution(matchable))) return 'manufacturer'
  if (advisory.publisherCategory === 'coordinator') return 'coordinator'
  return advisory.format === 'cve-5' || advisory.format === 'osv' ? 'coordinator' : 'anybody'
}

/** OSV keeps one database for each distribution; elsewhere the publisher's name begins with that of the namespace. */
function isDistributor(
  { format, publisher }: Pick<Advisory, 'format' | 'publisher'>,
  { statement }: MatchableStatement,
  { namespace }: DistributionPackage,
): boolean {
  if (format === 'osv' && statement.product.ecosystem !== null) return true
  const [own, name] = [squeeze(foldText(publisher)), squeeze(foldText(namespace))]
  return name.length >= 3 && own.startsWith(name)
}
