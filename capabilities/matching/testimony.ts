// What one document says about one product version and one vulnerability, and how much weight that has.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, ProductStatus, StatusReason } from '@salus/standards/advisory'
import { type Authority, authorityOf, type KnownProduct } from './authority.ts'
import { isFixedInPackage } from './backport.ts'
import type { LinkedStatement } from './judge.ts'
import type { MatchableStatement } from './matchable.ts'
import { isStatedPlatform } from './platforms.ts'
import type { ProductName } from './product-name.ts'
import { judgeStatement, type StatementVerdict } from './verdict.ts'

export type Specificity = 'exact' | 'range' | 'all'

/** The document as explanations name it. */
export interface Source {
  readonly advisoryId: number
  readonly revisionId: number
  /** Hex, of the document as received. */
  readonly sha256: string
  readonly advisory: Advisory
}

export interface Testimony {
  readonly answer: 'affected' | 'not_affected' | 'cannot_tell'
  readonly authority: Authority
  readonly specificity: Specificity
  readonly publisher: string
  /** ISO 8601; null where the document does not say. */
  readonly statedAt: string | null
  readonly advisoryId: number
  readonly revisionId: number
  readonly sha256: string
  readonly pointer: string
  readonly status: ProductStatus
  readonly reason: StatusReason | null
}

export interface JudgedProduct {
  readonly name: ProductName
  readonly version: string | null
}

/** Null where the document says nothing of this version: to be outside of all ranges is no statement. */
export function testimonyOf(
  product: JudgedProduct,
  known: KnownProduct,
  source: Source,
  linked: readonly LinkedStatement[],
  vulnerability: string,
): Testimony | null {
  const spoken = linked
    .filter(({ matchable: { statement } }) => isAbout(statement.vulnerability, vulnerability, source))
    .map(({ matchable, link }) => ({
      matchable,
      verdict: judgeStatement({ ...product, distribution: known.distribution }, matchable, link),
    }))
    .flatMap(({ matchable, verdict }) => {
      const answer = answerOf(product.name, known, matchable, verdict)
      return answer === null ? [] : [{ matchable, verdict, answer, specificity: specificityOf(matchable) }]
    })
    .toSorted((a, b) => rank(a) - rank(b))
  const [first] = spoken
  if (!first) return null
  const { matchable, verdict, answer, specificity } = first
  const { advisory } = source
  return {
    answer,
    specificity,
    authority: authorityIn(answer, advisory, matchable, known),
    publisher: advisory.publisher,
    statedAt: advisory.revisedAt ?? advisory.publishedAt,
    advisoryId: source.advisoryId,
    revisionId: source.revisionId,
    sha256: source.sha256,
    pointer: verdict.pointer,
    status: verdict.status,
    reason: matchable.statement.reason ?? null,
  }
}

/** A warning is believed more easily than an all-clear: for it, a publisher may call itself the vendor. */
function authorityIn(
  answer: Testimony['answer'],
  advisory: Advisory,
  matchable: MatchableStatement,
  known: KnownProduct,
): Authority {
  if (answer === 'not_affected') return authorityOf(advisory, matchable, known)
  const { vendor } = matchable.statement.product
  const own = advisory.publisherCategory === 'vendor' ? [advisory.publisher] : []
  const vendors = [...known.vendors, ...own, ...(vendor === null ? [] : [vendor])]
  return authorityOf(advisory, matchable, { ...known, vendors })
}

/** A statement on the whole advisory is one on each of its vulnerabilities. */
function isAbout(stated: string | null, vulnerability: string, { advisory }: Source): boolean {
  if (stated !== null) return vulnerabilityKey(stated) === vulnerability
  return advisory.vulnerabilities.some(({ key, cveId }) => vulnerabilityKey(cveId ?? key) === vulnerability)
}

/** Longer names would not fit into an index; nobody gives a vulnerability such a name. */
const maxKeyCharacters = 200

/** By which documents of different formats speak of one vulnerability. */
export function vulnerabilityKey(name: string): string {
  return name.toUpperCase().slice(0, maxKeyCharacters)
}

/** What a product has to be called for a document to free it. */
export const clearingStatuses: ReadonlySet<ProductStatus> = new Set([
  'known_not_affected',
  'fixed',
  'first_fixed',
])

/**
 * What frees a product must be said of it for certain. What is taken to apply for want of knowledge (an option, a
 * platform, a likely name) makes a warning, and never ends one.
 */
function answerOf(
  name: ProductName,
  known: KnownProduct,
  matchable: MatchableStatement,
  verdict: StatementVerdict,
): Testimony['answer'] | null {
  if (verdict.answer === 'no_match' || verdict.defaultOf !== null) return null
  if (verdict.answer !== 'not_affected')
    return verdict.isUnsureIdentity || isBackportDoubt(verdict) ? null : verdict.answer
  const isSaid =
    verdict.basis !== 'outside' ||
    (known.distribution !== null && isFixedInPackage(known.distribution, matchable))
  const isCertain =
    !verdict.isUnsureIdentity &&
    matchable.range.reading.conditions.length === 0 &&
    isStatedPlatform(name.platforms, matchable.names[0]?.platforms ?? [])
  return isSaid && isCertain ? 'not_affected' : null
}

/** An upstream range says nothing about a package whose distributor may have changed it. */
function isBackportDoubt({ explanation }: StatementVerdict): boolean {
  return explanation.some((step) => step.code === 'backport-possible')
}

export function specificityOf({ statement: { version }, range }: MatchableStatement): Specificity {
  if (version.kind === 'exact') return 'exact'
  return version.kind === 'all' || version.kind === 'unstated' || range.reading.all ? 'all' : 'range'
}

interface Spoken {
  readonly answer: Testimony['answer']
  readonly specificity: Specificity
}

/** Within one document: the most specific; at the same level a warning before a doubt before the all-clear. */
function rank({ answer, specificity }: Spoken): number {
  return (
    ['exact', 'range', 'all'].indexOf(specificity) * 3 +
    ['affected', 'cannot_tell', 'not_affected'].indexOf(answer)
  )
}
