// Matches by names: vendor with company history, product words by rank, model codes strictly, exclusions.
// SPDX-License-Identifier: EUPL-1.2
import type { ExplanationStep } from '../explanation.ts'
import type { IdentityDecision, Matcher } from '../identity.ts'
import { compareNames, type NameComparison, type NameOutcome } from '../name-comparison.ts'
import { type NameParts, readNames } from '../name-parts.ts'
import type { ProductName } from '../product-name.ts'
import { type ReadName, readProductName } from '../read-name.ts'
import { squeeze } from '../text.ts'
import { compareVendors, type VendorRelation, vendorWords } from '../vendor.ts'

/** A name that tells this much stands for itself where one side has no vendor. */
const strengthWithoutVendor = 1.6
/** A name that tells this much is worth a question although the vendors differ: products are sold under other names. */
const strengthAcrossVendors = 1
const minNameAcrossVendors = 6
/** A shorter word may name the products of several makers. */
const minRareName = 8

interface Pair {
  readonly own: NameParts
  readonly stated: NameParts
  readonly comparison: NameComparison
}

export const matchName: Matcher = (inventory, stated) => {
  const own = readWithVendorOf(inventory, stated)
  const other = readProductName(stated)
  const relation = bestRelation(own, other)
  const pair = bestPair(own, other)
  if (!pair) return null
  const vendorStep = describeVendor(relation, inventory, stated)
  const excluded = findExclusion(pair, own, other)
  if (excluded) return none([vendorStep, excluded])
  const nameStep: ExplanationStep = {
    code: 'name',
    because: pair.comparison.because,
    closeness: pair.comparison.closeness,
    own: pair.own.text,
    stated: pair.stated.text,
    detail: pair.comparison.detail,
  }
  return weigh(relation, pair.comparison, [vendorStep, nameStep])
}

/** An item without vendor may carry the stated vendor in its product text. */
function readWithVendorOf(inventory: ProductName, stated: ProductName): ReadName {
  const own = readProductName(inventory)
  if (own.vendor) return own
  const other = readProductName(stated)
  const core = new Set(other.vendor?.companies.flatMap((company) => company.core) ?? [])
  const carries = own.names.some((name) => name.pool.some((word) => word.length >= 3 && core.has(word)))
  return carries ? { ...own, ...readProductName({ ...inventory, vendor: stated.vendor }) } : own
}

function bestRelation(own: ReadName, stated: ReadName): VendorRelation {
  const order: readonly VendorRelation['kind'][] = ['same', 'related', 'unknown', 'different']
  const relations = [own.vendor, own.namedVendor].flatMap((mine) =>
    [stated.vendor, stated.namedVendor].map((theirs) => compareVendors(mine, theirs)),
  )
  const known = relations.filter((relation) => relation.kind !== 'unknown')
  const sorted = known.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return sorted[0] ?? { kind: 'unknown' }
}

function bestPair(own: ReadName, stated: ReadName): Pair | null {
  const order: readonly NameOutcome[] = ['same', 'member', 'similar', 'different']
  const context = {
    ownWords: new Set([...own.vendorStems, ...own.familyStems]),
    explained: new Set([...stated.vendorStems, ...stated.familyStems]),
  }
  const pairs = own.names.flatMap((mine) =>
    stated.names.map((theirs) => ({
      own: mine,
      stated: theirs,
      comparison: compareNames(mine, theirs, context),
    })),
  )
  const sorted = pairs.toSorted(
    ({ comparison: a }, { comparison: b }) =>
      order.indexOf(a.outcome) - order.indexOf(b.outcome) ||
      Number(b.closeness === 'equal') - Number(a.closeness === 'equal'),
  )
  return sorted[0] ?? null
}

function findExclusion(pair: Pair, own: ReadName, stated: ReadName): ExplanationStep | null {
  if (pair.comparison.outcome === 'different') return null
  for (const exclusion of pair.stated.exclusions) {
    if (exclusion.releases !== null) continue
    if (namesExclusion(pair.own, own, stated, exclusion.name)) {
      return { code: 'excluded-product', name: exclusion.name, releases: null }
    }
  }
  return null
}

function namesExclusion(name: NameParts, own: ReadName, stated: ReadName, exclusion: string): boolean {
  const context = { ownWords: own.vendorStems, explained: stated.vendorStems }
  return readNames(exclusion, vendorWords(stated.vendor)).some((excluded) => {
    const { outcome } = compareNames(name, excluded, context)
    return outcome === 'same' || outcome === 'member'
  })
}

/** The exclusions of the stated name that meet this item but hold for some releases only ("except Gate 40 R1-3"). */
export function excludedReleases(inventory: ProductName, stated: ProductName): string[] {
  const [own, other] = [readProductName(inventory), readProductName(stated)]
  return other.names
    .flatMap((name) => name.exclusions)
    .filter(({ name }) => own.names.some((mine) => namesExclusion(mine, own, other, name)))
    .map(({ releases }) => releases)
    .filter((releases) => releases !== null)
}

function describeVendor(
  relation: VendorRelation,
  inventory: ProductName,
  stated: ProductName,
): ExplanationStep {
  return {
    code: 'vendor',
    relation: relation.kind,
    how: 'how' in relation ? relation.how : null,
    through: 'through' in relation ? relation.through : null,
    own: inventory.vendor,
    stated: stated.vendor,
  }
}

function weigh(
  relation: VendorRelation,
  comparison: NameComparison,
  steps: readonly ExplanationStep[],
): IdentityDecision {
  const { outcome, strength } = comparison
  if (outcome === 'different') return none(steps)
  if (relation.kind === 'different') {
    return outcome !== 'similar' && strength >= strengthAcrossVendors && isTelling(comparison)
      ? similar(steps, 'unsure')
      : none(steps)
  }
  if (outcome === 'similar') return similar(steps, 'unsure')
  if (relation.kind === 'unknown')
    return similar(steps, strength >= strengthWithoutVendor || isRareName(comparison) ? 'certain' : 'unsure')
  return similar(steps, 'certain')
}

/** One long word that both write, as no second maker would call a product. */
function isRareName({ because, detail, strength }: NameComparison): boolean {
  return because === 'equal' && strength >= 1 && squeeze(detail.join('')).length >= minRareName
}

/** Between different vendors an ordinary word is not enough: the whole name, or a model code. */
function isTelling({ because, detail, hasModel }: NameComparison): boolean {
  return hasModel || (because === 'equal' && detail.join('').length >= minNameAcrossVendors)
}

function similar(steps: readonly ExplanationStep[], certainty: 'certain' | 'unsure'): IdentityDecision {
  return { grade: 'name-similarity', method: 'name', steps, certainty }
}

function none(steps: readonly ExplanationStep[]): IdentityDecision {
  return { grade: 'none', method: 'name', steps, certainty: 'certain' }
}
