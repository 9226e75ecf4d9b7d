// The verdict on one item and one statement, and how verdicts become the answer for an advisory.
// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus } from '@salus/standards/advisory'
import type { RangeGrade } from '@salus/standards/ranges'
import {
  type DistributionPackage,
  isAboutDistribution,
  isOtherRelease,
  releaseOfStatement,
  upstreamVersionOf,
} from './backport.ts'
import { closenessOf, isOfOtherLine, otherLine, wordsOf } from './closeness.ts'
import { findContradiction } from './contradiction.ts'
import { findExcludedRelease } from './excluded-release.ts'
import type { ExplanationStep, IdentityGrade } from './explanation.ts'
import type { IdentityDecision } from './identity.ts'
import type { MatchableStatement } from './matchable.ts'
import { type Membership, readMembership } from './membership.ts'
import type { Closeness } from './name-closeness.ts'
import { findPatch } from './patch.ts'
import type { ProductName } from './product-name.ts'
import { decideSerial, serialPatterns } from './serial-number.ts'
import { decideVersion, type VersionDecision } from './version-decision.ts'

export type Answer = 'affected' | 'not_affected' | 'cannot_tell' | 'no_match'

export interface StatementVerdict {
  readonly answer: Answer
  /**
   * How firmly: `said` by the publisher about this very version, `ranged` by a range around it,
   * `outside` of every stated range, `doubt` where a person is needed, `other-notation` where only the
   * notation of versions differs.
   */
  readonly basis: 'said' | 'ranged' | 'outside' | 'doubt' | 'other-notation'
  readonly isUnsureIdentity: boolean
  /** How closely the names agree; null where no names were compared, or nobody noted it. */
  readonly closeness: Closeness | null
  readonly status: ProductStatus
  readonly vulnerability: string | null
  readonly pointer: string
  /** CVE records: the container, whose words those of another one only add to (`cna`, `adp/0`); else empty. */
  readonly publisher: string
  readonly isVersionStated: boolean
  /** Patterns for LIKE of the serial numbers that it is restricted to; null where it is about every piece. */
  readonly serials: readonly string[] | null
  /** Pointer of the CVE entry whose default status this is. */
  readonly defaultOf: string | null
  readonly identityGrade: IdentityGrade
  readonly rangeGrade: RangeGrade
  readonly explanation: readonly ExplanationStep[]
}

/** A product version as the catalogue holds it. */
export interface ProductVersion {
  readonly name: ProductName
  readonly version: string | null
  /** Null where the asset states none; left out where the catalogue speaks of a version and not of one piece. */
  readonly serial?: string | null | undefined
  /** Where it is a package of a distribution. */
  readonly distribution?: DistributionPackage | null
}

export function judgeStatement(
  item: ProductVersion,
  matchable: MatchableStatement,
  found: IdentityDecision,
): StatementVerdict {
  const membership = readMembership(item.name, matchable)
  const link = confirmByMembership(found, membership)
  const { statement, range, repairs } = matchable
  const stated = matchable.names[0]
  const says: ExplanationStep = {
    code: 'statement',
    pointer: statement.pointer,
    product: statement.product.fullName,
    versions: range.text,
  }
  const base = {
    status: statement.status,
    vulnerability: statement.vulnerability,
    pointer: statement.pointer,
    defaultOf: statement.defaultOf ?? null,
    identityGrade: link.grade,
    rangeGrade: range.reading.grade,
    isUnsureIdentity: link.certainty === 'unsure',
    closeness: closenessOf(link, stated),
    publisher: publisherOf(statement.pointer),
    isVersionStated: !range.isUnstated,
    serials: serialPatterns(statement.product, matchable.format),
  }
  const begun = [says, ...repairs, ...link.steps]
  if (link.grade === 'none' || !stated)
    return { ...base, answer: 'no_match', basis: 'outside', explanation: begun }
  const released = findExcludedRelease(item, stated)
  if (released) return { ...base, answer: 'no_match', basis: 'outside', explanation: [...begun, released] }
  if (item.distribution && isOtherRelease(item.distribution, matchable))
    return {
      ...base,
      answer: 'no_match',
      basis: 'outside',
      explanation: [...begun, otherRelease(item.distribution, matchable)],
    }
  const serial = decideSerial(item.serial, statement.product, matchable.format)
  if (serial?.isMeant === false)
    return { ...base, answer: 'no_match', basis: 'outside', explanation: [...begun, serial.step] }
  // The all-clear is for those pieces only, and nobody knows whether this is one of them.
  if (serial?.isKnown === false && clearing.has(statement.status))
    return { ...base, answer: 'no_match', basis: 'outside', explanation: [...begun, serial.step] }
  const packaged = item.distribution && !isAboutDistribution(matchable) ? item.distribution : null
  const version = packaged ? upstreamVersionOf(packaged) : (item.version ?? versionInOwnName(item.name))
  const versioned = { version, nameWords: wordsOf([item.name, stated]), ...membership }
  const closeness = closenessOf(link, stated)
  const decision =
    closeness === 'umbrella' && isOfOtherLine(version, item.name, matchable)
      ? otherLine(version, range.text)
      : link.method === 'hash'
        ? sameFile(version, range.text)
        : decideVersion(versioned, range)
  const contradiction = decision.answer === 'in' ? findContradiction(versioned, matchable) : null
  const patch = decision.answer === 'in' ? findPatch(item.version, matchable) : null
  const vex: ExplanationStep = {
    code: 'vex',
    status: statement.status,
    vulnerability: statement.vulnerability,
  }
  const grades: ExplanationStep = { code: 'grades', identity: link.grade, range: decision.grade }
  const weighed = weigh(statement.status, decision, link)
  // An end of the upstream range is where the makers fixed it; the distributor may have taken the fix over before.
  const isDoubt = packaged !== null && weighed.answer === 'affected' && decision.result === 'in'
  const upstream = packaged ? upstreamSteps(packaged, isDoubt) : []
  const explanation = [
    ...begun,
    ...(serial ? [serial.step] : []),
    ...upstream,
    ...decision.steps,
    ...(patch ? [patch] : []),
    ...(contradiction && weighed.answer === 'affected' ? [contradiction] : []),
    vex,
    ...reasonOf(statement),
    grades,
  ]
  const outcome = patch
    ? { answer: 'not_affected' as const, basis: 'said' as const }
    : isDoubt || (contradiction && weighed.answer === 'affected')
      ? doubt
      : weighed
  return { ...base, ...outcome, rangeGrade: decision.grade, explanation }
}

const clearing: ReadonlySet<ProductStatus> = new Set(['known_not_affected', 'fixed', 'first_fixed'])

/** The same file is the same version, however it is written. */
function sameFile(version: string | null, versions: string): VersionDecision {
  const step: ExplanationStep = { code: 'version', version, versions, result: 'not-needed' }
  return { answer: 'in', result: 'in', grade: 'exact', steps: [step] }
}

function otherRelease(own: DistributionPackage, matchable: MatchableStatement): ExplanationStep {
  return { code: 'other-release', own: own.release ?? '', stated: releaseOfStatement(matchable) ?? '' }
}

/** What is compared with an upstream range, and that the comparison settles nothing. */
function upstreamSteps(own: DistributionPackage, isDoubt: boolean): ExplanationStep[] {
  const [from, to] = [own.version ?? '', upstreamVersionOf(own) ?? '']
  const cleaned: ExplanationStep[] = from === to ? [] : [{ code: 'version-cleaned', from, to }]
  return isDoubt ? [...cleaned, { code: 'backport-possible', distribution: own.namespace }] : cleaned
}

function reasonOf({ reason }: MatchableStatement['statement']): ExplanationStep[] {
  if (!reason) return []
  return [{ code: 'justification', labels: reason.justifications, impact: reason.impact }]
}

/** A likely name whose model is among those listed in the place of versions is sure, unless the vendors differ. */
function confirmByMembership(link: IdentityDecision, { isMember }: Membership): IdentityDecision {
  const isOtherVendor = link.steps.some((step) => step.code === 'vendor' && step.relation === 'different')
  return isMember && !isOtherVendor && link.grade !== 'none' ? { ...link, certainty: 'certain' } : link
}

function publisherOf(pointer: string): string {
  return /^\/containers\/(cna|adp\/\d+)/.exec(pointer)?.[1] ?? ''
}

type Outcome = Pick<StatementVerdict, 'answer' | 'basis'>

function weigh(status: ProductStatus, decision: VersionDecision, link: IdentityDecision): Outcome {
  const outcome = outcomeOf(status, decision)
  const isAnswer =
    outcome.answer === 'affected' || (outcome.answer === 'not_affected' && outcome.basis !== 'outside')
  return isAnswer && link.certainty === 'unsure' ? { answer: 'cannot_tell', basis: 'doubt' } : outcome
}

const outside: Outcome = { answer: 'not_affected', basis: 'outside' }
const doubt: Outcome = { answer: 'cannot_tell', basis: 'doubt' }

function outcomeOf(status: ProductStatus, { answer, result }: VersionDecision): Outcome {
  switch (status) {
    case 'known_affected':
    case 'first_affected':
    case 'last_affected':
      if (answer === 'in') return { answer: 'affected', basis: 'ranged' }
      if (answer === 'out') return outside
      return result === 'other-notation' ? { answer: 'cannot_tell', basis: 'other-notation' } : doubt
    case 'known_not_affected':
    case 'fixed':
    case 'first_fixed':
      return answer === 'in' ? { answer: 'not_affected', basis: notAffectedBasis(result) } : outside
    case 'under_investigation':
    case 'unknown':
      return answer === 'out' ? outside : doubt
    case 'recommended':
      return outside
  }
}

/** A statement on all versions, or none, is the general case that a range of affected versions overrules. */
function notAffectedBasis(result: VersionDecision['result']): Outcome['basis'] {
  return result === 'in' ? 'said' : 'ranged'
}

/** "Gate 8.0.3" without a version of its own says it in the name. */
function versionInOwnName(name: ProductName): string | null {
  return /(?:^|\s)v?(\d+(?:\.\d+)+)(?:\s|$)/i.exec(name.product ?? '')?.[1] ?? null
}
