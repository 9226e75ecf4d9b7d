// Compares two product names part by part: words by rank, model codes strictly, abbreviations, slips of the pen.
// SPDX-License-Identifier: EUPL-1.2
import { type CodeResult, compareCodeGroups, sharesModel } from './code-comparison.ts'
import { type Closeness, closenessOf } from './name-closeness.ts'
import type { WordGroup } from './name-groups.ts'
import type { NameParts } from './name-parts.ts'
import { squeeze } from './text.ts'
import { compareWords, type NameContext, type WordResult, weightOf } from './word-comparison.ts'

export type NameOutcome =
  /** The same name, or the inventory's is a member of what the advisory names. */
  | 'same'
  | 'member'
  /** May be the same: a person should look. */
  | 'similar'
  | 'different'

export interface NameComparison {
  readonly outcome: NameOutcome
  readonly because:
    | 'equal'
    | 'all-words'
    | 'short-form'
    | 'model-and-brand'
    | 'model-not-stated'
    | 'more-specific'
    | 'kind-differs'
    | 'word-missing'
    | 'other-model'
    | 'nothing-common'
  /** Whether each says all that the other says, the advisory less (an umbrella), or something else. */
  readonly closeness: Closeness
  /** Words or codes that decided. */
  readonly detail: readonly string[]
  /** How much the shared parts tell; 1 is one brand word. */
  readonly strength: number
  /** A model code of letters and three digits or more is shared. */
  readonly hasModel: boolean
}

const strongStrength = 1.6
const minBeginning = 5
/** A shorter word may be anything ("Edge", "Flow"); with its number ("Flow 7") it tells more. */
const minShortForm = 5
const minPart = 4

export function compareNames(own: NameParts, stated: NameParts, context: NameContext): NameComparison {
  if (own.squeezed !== '' && own.squeezed === stated.squeezed) {
    return {
      outcome: 'same',
      because: 'equal',
      closeness: 'equal',
      detail: [stated.text],
      strength: strengthOf(stated),
      hasModel: sharesModel(own, stated),
    }
  }
  const codes = compareCodeGroups(own, stated)
  if (codes.kind === 'conflict')
    return {
      outcome: 'different',
      because: 'other-model',
      closeness: 'loose',
      detail: codes.detail,
      strength: 0,
      hasModel: false,
    }
  const words = compareWords(own, stated, context)
  const hint = own.company !== null && own.company === stated.company ? 1 : 0
  const strength = words.strength + hint + (codes.kind === 'met' ? codes.strength : 0)
  return {
    ...decide(words, codes, { own, stated, strength, hint }),
    closeness: closenessOf(words, codes, own, stated),
    strength,
    hasModel: sharesModel(own, stated),
  }
}

function strengthOf(name: NameParts): number {
  const words = name.words.reduce((sum, group) => sum + weightOf(group), 0)
  return words + (name.codes.length > 0 ? 1 : 0)
}

/** "Ventalo" of "Ventalo Ward Edition": everything the inventory says is there, but the advisory says more. */
function isBeginning(own: NameParts, stated: NameParts, words: WordResult, codes: CodeResult): boolean {
  const first = own.words.find((group) => group.rank === 'brand')?.alternatives[0] ?? ''
  const statedFirst = stated.words.find((group) => group.rank === 'brand')?.alternatives ?? []
  return (
    first.length >= minBeginning &&
    statedFirst.includes(first) &&
    words.spare.length + words.explained + codes.spare === 0
  )
}

/**
 * "Simfona" of "Hosteling Simfona": the inventory leaves out one umbrella word in front, and what it keeps is the whole
 * rest, with a telling word of its own.
 */
function isShortForm(own: NameParts, stated: NameParts, words: WordResult, codes: CodeResult): boolean {
  const [umbrella, ...rest] = stated.words.filter((group) => group.rank !== 'filler')
  const main = rest.find((group) => group.rank === 'brand')?.alternatives[0] ?? ''
  return (
    words.missing.length === 1 &&
    words.missing[0] === umbrella &&
    words.spare.length + words.explained + codes.spare === 0 &&
    codes.kind !== 'not-stated' &&
    main.length >= (codes.kind === 'met' ? minPart : minShortForm) &&
    own.words.some((group) => group.alternatives[0] === main)
  )
}

/** "Operetta 5" of "Hosteling Operetta 5 Property Services": all of it is there in one row, so a person should look. */
function isPart(own: NameParts, stated: NameParts, words: WordResult, codes: CodeResult): boolean {
  const main = own.words.find((group) => group.rank === 'brand')?.alternatives[0] ?? ''
  const isWhole = words.spare.length + words.explained + codes.spare === 0 && codes.kind !== 'not-stated'
  // A former maker's name in front may be what the hospital calls the product.
  if (own.squeezed.length >= minBeginning && own.squeezed === squeeze(stated.company ?? '')) return true
  return isWhole && main.length >= minPart && stated.squeezed.includes(own.squeezed)
}

interface Weighed {
  readonly own: NameParts
  readonly stated: NameParts
  readonly strength: number
  /** 1 where both name the same company at their start: a former maker that became a brand. */
  readonly hint: number
}

function decide(
  words: WordResult,
  codes: CodeResult,
  { own, stated, strength, hint }: Weighed,
): Pick<NameComparison, 'outcome' | 'because' | 'detail'> {
  const brandMissing = words.missing.filter((group) => group.rank === 'brand')
  const editionMissing = words.missing.filter((group) => group.rank === 'edition')
  const brandMet = words.met.filter((group) => group.rank === 'brand')
  const brandSpare = words.spare.filter((group) => group.rank === 'brand')
  const classMissing = words.missing.filter((group) => group.rank === 'class')
  const classSpare = words.spare.filter((group) => group.rank === 'class')
  const say = (groups: readonly WordGroup[]) => groups.map((group) => group.alternatives.join('/'))
  const result = (outcome: NameOutcome, because: NameComparison['because'], detail: readonly string[]) => ({
    outcome,
    because,
    detail,
  })

  if (strength < 0.55) return result('different', 'nothing-common', [])
  if (brandMissing.length > 0) {
    const isModelOnly =
      !own.words.some((group) => group.rank === 'brand') && codes.detail.some((code) => /^[a-z]/.test(code))
    const modelDecides = codes.kind === 'met' && codes.strength >= 1
    const hasBrand = brandMet.length + hint + words.explained > 0 || codes.strength >= 2 || isModelOnly
    if (modelDecides && hasBrand && brandSpare.length === 0)
      return result('same', 'model-and-brand', codes.detail)
    const enough =
      words.strength + codes.strength >= strongStrength &&
      brandMet.length >= brandMissing.length &&
      brandSpare.length + codes.spare === 0
    if (isShortForm(own, stated, words, codes)) return result('same', 'short-form', say(brandMissing))
    const isLike =
      (enough && codes.kind !== 'not-stated') ||
      isBeginning(own, stated, words, codes) ||
      isPart(own, stated, words, codes)
    return result(isLike ? 'similar' : 'different', 'word-missing', say(brandMissing))
  }
  if (codes.kind === 'not-stated') {
    const isOtherKind = classMissing.length > 0 && classSpare.length > 0
    const isLike = brandSpare.length === 0 && words.strength >= 1 && !isOtherKind
    return result(isLike ? 'similar' : 'different', 'model-not-stated', codes.detail)
  }
  const statedBrands = stated.words.some((group) => group.rank === 'brand')
  if (!statedBrands && codes.kind !== 'met') {
    const isTelling = classSpare.length === 0 || words.met.length >= 2
    const isWhole = classMissing.length === 0 && brandSpare.length === 0 && isTelling
    return result(
      isWhole ? 'same' : 'different',
      isWhole ? 'all-words' : 'kind-differs',
      say([...classMissing, ...brandSpare]),
    )
  }
  const hasLetteredModel = codes.kind === 'met' && codes.detail.some((code) => /^[a-z]/.test(code))
  if (classMissing.length > 0 && brandSpare.length > 0 && !hasLetteredModel) {
    return result('different', 'kind-differs', say([...classMissing, ...brandSpare]))
  }
  if (editionMissing.length > 0) {
    const isOtherKind = classMissing.length > 0 && classSpare.length > 0 && codes.kind !== 'met'
    if (isOtherKind) return result('different', 'kind-differs', say([...classMissing, ...classSpare]))
    return result('similar', 'word-missing', say(editionMissing))
  }
  if (classMissing.length > 0 && classSpare.length > 0) {
    return result(
      codes.kind === 'met' ? 'similar' : 'different',
      'kind-differs',
      say([...classMissing, ...classSpare]),
    )
  }
  if (classMissing.length > 0 && codes.spare > 0 && stated.codes.length === 0) {
    return result('different', 'kind-differs', say(classMissing))
  }
  if (brandSpare.length === 0) return result('same', 'all-words', say(words.met))
  const isMember = stated.speaksOfFamily || brandSpare.length <= Math.max(1, brandMet.length)
  return result(isMember ? 'member' : 'similar', 'more-specific', say(brandSpare))
}
