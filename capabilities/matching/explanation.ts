// Why a verdict is as it is: one typed step for each thing that was looked at, and its English text.
// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus } from '@salus/standards/advisory'
import type { RangeGrade } from '@salus/standards/ranges'
import type { Authority } from './authority.ts'
import type { Closeness } from './name-closeness.ts'
import type { NameComparison } from './name-comparison.ts'
import type { Ground } from './precedence.ts'
import type { VendorRelation } from './vendor.ts'

export type IdentityGrade = 'exact-identifier' | 'confirmed-alias' | 'name-similarity' | 'none'

export type ExplanationStep =
  | { readonly code: 'asset-field'; readonly field: string; readonly value: string }
  | {
      readonly code: 'statement'
      readonly pointer: string
      readonly product: string
      readonly versions: string
    }
  | { readonly code: 'name-from-title'; readonly written: string; readonly used: string }
  | { readonly code: 'identifier-equal'; readonly scheme: IdentifierScheme; readonly value: string }
  | {
      readonly code: 'identifier-differs'
      readonly scheme: IdentifierScheme
      readonly own: string
      readonly stated: string
    }
  | {
      readonly code: 'alias'
      readonly own: string
      readonly stated: string
      readonly isSame: boolean
      /** The names on the way, where it follows from several decisions. */
      readonly path?: readonly string[]
      /** Numbers of the centre's decisions that it rests on, and the instant of the last. */
      readonly decisions?: readonly number[]
      readonly decidedAt?: string
    }
  | {
      readonly code: 'vendor'
      readonly relation: VendorRelation['kind']
      readonly how: string | null
      readonly through: string | null
      readonly own: string | null
      readonly stated: string | null
    }
  | {
      readonly code: 'name'
      readonly because: NameComparison['because']
      /** Left out by links that an earlier release stored. */
      readonly closeness?: Closeness
      readonly own: string
      readonly stated: string
      readonly detail: readonly string[]
    }
  | { readonly code: 'excluded-product'; readonly name: string; readonly releases: string | null }
  | { readonly code: 'platform'; readonly own: string; readonly stated: string; readonly fits: boolean }
  | { readonly code: 'range-read'; readonly step: string }
  | { readonly code: 'display-name-decides'; readonly field: string; readonly display: string }
  | { readonly code: 'condition-not-stated'; readonly condition: string }
  /** The publisher means certain pieces: each asset is compared by its own number, not the version by one. */
  | { readonly code: 'each-piece'; readonly condition: string }
  | { readonly code: 'model-compared'; readonly own: string; readonly stated: string; readonly fits: boolean }
  | { readonly code: 'version-cleaned'; readonly from: string; readonly to: string }
  | {
      readonly code: 'version'
      readonly version: string | null
      readonly versions: string
      readonly result: VersionResult
    }
  | { readonly code: 'patch-named'; readonly patch: string }
  /** A remedy calls `fix` fixed although the stated range holds it. */
  | {
      readonly code: 'remedy-contradicts'
      readonly remedy: string
      readonly fix: string
      readonly versions: string
    }
  | { readonly code: 'vex'; readonly status: ProductStatus; readonly vulnerability: string | null }
  /** Why the publisher says that the product is not affected. */
  | { readonly code: 'justification'; readonly labels: readonly string[]; readonly impact: string | null }
  /** The statement is for another release of the distribution. */
  | { readonly code: 'other-release'; readonly own: string; readonly stated: string }
  /** An upstream range, held against the package of a distribution. */
  | { readonly code: 'backport-possible'; readonly distribution: string }
  /** Another document decides about a vulnerability. */
  | OverruledStep
  | { readonly code: 'grades'; readonly identity: IdentityGrade; readonly range: RangeGrade }

export interface OverruledStep {
  readonly code: 'overruled'
  readonly vulnerability: string
  readonly answer: 'not_affected' | 'cannot_tell'
  readonly ground: Ground
  readonly publisher: string
  readonly authority: Authority
  readonly status: ProductStatus
  readonly justifications: readonly string[]
  readonly impact: string | null
  /** The document that decided, the place in it, and its SHA-256 as hex. */
  readonly advisoryId: number
  readonly revisionId: number
  readonly pointer: string
  readonly sha256: string
}

export type IdentifierScheme = 'purl' | 'cpe' | 'udi' | 'model-number' | 'serial-number' | 'hash'

export type VersionResult =
  | 'in'
  | 'out'
  | 'all'
  | 'not-needed'
  | 'missing'
  | 'unreadable-version'
  | 'unreadable-range'
  | 'other-notation'

const vendorTexts: Record<VendorRelation['kind'], string> = {
  same: 'is the vendor',
  related: 'belongs to the vendor',
  unknown: 'cannot be compared with the vendor',
  different: 'is another vendor than',
}

const nameTexts: Record<NameComparison['because'], string> = {
  equal: 'is the same name as',
  'all-words': 'has all telling words of',
  'short-form': 'is a short form of',
  'model-and-brand': 'has brand and model of',
  'model-not-stated': 'does not say the model that is named by',
  'more-specific': 'is a member of what is named by',
  'kind-differs': 'is another kind of product than',
  'word-missing': 'lacks words of',
  'other-model': 'is another model than',
  'nothing-common': 'has nothing telling in common with',
}

const versionTexts: Record<VersionResult, string> = {
  in: 'is in the stated range',
  out: 'is outside the stated range',
  all: 'counts, because all versions are named',
  'not-needed': 'counts, because no version is named',
  missing: 'is not known, so nobody can tell',
  'unreadable-version': 'cannot be read as a version',
  'unreadable-range': 'cannot be compared, because the stated range cannot be read',
  'other-notation': 'is written in another notation than the stated range',
}

/** The English text of a step; other languages render from the code and the values. */
export function explainStep(step: ExplanationStep): string {
  switch (step.code) {
    case 'asset-field':
      return `The inventory says ${step.field} "${step.value}".`
    case 'statement':
      return `The advisory says at ${step.pointer}: "${step.product}", versions "${step.versions}".`
    case 'name-from-title':
      return `The advisory writes the product as "${step.written}"; its title or text names "${step.used}".`
    case 'identifier-equal':
      return `Both carry the ${step.scheme} ${step.value}.`
    case 'identifier-differs':
      return `The ${step.scheme} ${step.own} of the asset is not ${step.stated}.`
    case 'alias':
      return explainAlias(step)
    case 'vendor':
      return explainVendor(step)
    case 'name':
      return `"${step.own}" ${nameTexts[step.because]} "${step.stated}"${bracket(step.detail)}.`
    case 'excluded-product':
      return `The advisory excludes "${step.name}"${step.releases ? ` in releases ${step.releases}` : ''}.`
    case 'platform':
      return `The asset runs on "${step.own}", which ${step.fits ? 'fits' : 'is not'} the stated platform "${step.stated}".`
    case 'range-read':
      return `Versions: ${step.step}.`
    case 'display-name-decides':
      return `The version field says "${step.field}", the name for display says "${step.display}"; the name for display decides.`
    case 'condition-not-stated':
      return `The advisory restricts itself to "${step.condition}"; the inventory does not say, so it is taken to apply.`
    case 'each-piece':
      return `The advisory restricts itself to "${step.condition}"; each asset is compared by its own, and one without is taken to be meant.`
    case 'model-compared':
      return `Model "${step.own}" ${step.fits ? 'is' : 'is not'} among the stated models "${step.stated}".`
    case 'version-cleaned':
      return `Read the version "${step.from}" as "${step.to}".`
    case 'version':
      return `Version ${step.version === null ? 'not stated' : `"${step.version}"`} ${versionTexts[step.result]} ("${step.versions}").`
    case 'remedy-contradicts':
      return `The stated versions "${step.versions}" include ${step.fix}, but the advisory's remedy calls it fixed: "${step.remedy}". Nobody can tell, so please check.`
    case 'patch-named':
      return `The asset has "${step.patch}", which the advisory names as the fix.`
    case 'vex':
      if (step.status === 'unknown' && step.vulnerability === null)
        return 'The document names this product but gives it no status.'
      return `The publisher's status is ${step.status}${step.vulnerability ? ` for ${step.vulnerability}` : ''}.`
    case 'justification':
      return `The reason given: ${[...step.labels, ...(step.impact ? [`"${step.impact}"`] : [])].join('; ')}.`
    case 'other-release':
      return `The statement is for release ${step.stated} of the distribution, the asset is of ${step.own}.`
    case 'backport-possible':
      return `The range is that of the original program; ${step.distribution || 'the distribution'} may have put the fix into its own package.`
    case 'overruled':
      return explainOverruled(step)
    case 'grades':
      return `Identity: ${step.identity}; range: ${step.range}.`
  }
}

function explainAlias(step: Extract<ExplanationStep, { code: 'alias' }>): string {
  const when = step.decidedAt ? ` by the centre on ${step.decidedAt.slice(0, 10)}` : ''
  const way = step.path ? ` (by way of ${step.path.map((name) => `"${name}"`).join(', ')})` : ''
  return `It was confirmed${when} that "${step.own}" ${step.isSame ? 'is' : 'is not'} "${step.stated}"${way}.`
}

const groundTexts: Record<Ground, string> = {
  authority: 'has more authority for this product',
  specificity: 'speaks of this version more closely',
  time: 'is the later word of the same publisher',
  equals: 'has the same weight, so nobody can tell',
}

function explainOverruled(step: OverruledStep): string {
  const reasons = [...step.justifications, ...(step.impact ? [`"${step.impact}"`] : [])]
  const because = reasons.length > 0 ? ` (${reasons.join('; ')})` : ''
  return `For ${step.vulnerability}, "${step.publisher}" (${step.authority}) says ${step.status}${because} at ${step.pointer} of the document ${step.sha256}, which ${groundTexts[step.ground]}.`
}

function explainVendor(step: Extract<ExplanationStep, { code: 'vendor' }>): string {
  if (step.relation === 'unknown') return 'The vendor is not stated on both sides.'
  const through = step.through ? [`${step.how}: ${step.through}`] : []
  return `Vendor "${step.own}" ${vendorTexts[step.relation]} "${step.stated}"${bracket(through)}.`
}

function bracket(detail: readonly string[]): string {
  return detail.length > 0 ? ` (${detail.slice(0, 8).join(', ')})` : ''
}
