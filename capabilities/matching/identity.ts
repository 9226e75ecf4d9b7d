// Decides whether an inventory name and a stated name are one product, and how sure that is.
// SPDX-License-Identifier: EUPL-1.2
import type { ExplanationStep, IdentityGrade } from './explanation.ts'
import { matchCpe } from './matchers/cpe.ts'
import { matchModelNumber } from './matchers/model-number.ts'
import { matchName } from './matchers/name.ts'
import { matchPurl } from './matchers/purl.ts'
import { matchUdi } from './matchers/udi.ts'
import { findPlatformConflict } from './platforms.ts'
import type { ProductName } from './product-name.ts'
import { foldText, squeeze } from './text.ts'

export interface IdentityDecision {
  readonly grade: IdentityGrade
  /** The matcher that decided: `purl`, `cpe`, `udi`, `model-number`, `alias`, `name`. */
  readonly method: string
  readonly steps: readonly ExplanationStep[]
  /** `unsure` goes to the review queue of the centre. */
  readonly certainty: 'certain' | 'unsure'
}

/** Looks at both names and decides, or returns null where it has nothing to go by. */
export type Matcher = (inventory: ProductName, stated: ProductName) => IdentityDecision | null

/** Best evidence first; the first that speaks decides. */
export const matchers: readonly Matcher[] = [matchPurl, matchCpe, matchUdi, matchModelNumber, matchName]

/** What a person at the centre decided about two names, for all members. */
export interface ConfirmedAlias {
  readonly inventory: string
  readonly stated: string
  readonly isSame: boolean
}

/** The name under which aliases are kept: vendor and product, letters and digits only. */
export function aliasKey(name: ProductName): string {
  const product = [name.product ?? name.fullName, name.model].filter((part) => part !== null).join(' ')
  return `${squeeze(foldText(name.vendor ?? ''))}|${squeeze(foldText(product))}`
}

export function decideIdentity(
  inventory: ProductName,
  stated: ProductName,
  aliases: readonly ConfirmedAlias[] = [],
): IdentityDecision {
  const decision = matchAlias(inventory, stated, aliases) ?? firstDecision(inventory, stated)
  if (decision.grade === 'none') return decision
  const conflict = findPlatformConflict(inventory.platforms, stated.platforms)
  if (!conflict) return decision
  const step: ExplanationStep = { code: 'platform', ...conflict, fits: false }
  return { ...decision, grade: 'none', certainty: 'certain', steps: [...decision.steps, step] }
}

function matchAlias(
  inventory: ProductName,
  stated: ProductName,
  aliases: readonly ConfirmedAlias[],
): IdentityDecision | null {
  if (aliases.length === 0) return null
  const [own, other] = [aliasKey(inventory), aliasKey(stated)]
  const alias = aliases.find((one) => one.inventory === own && one.stated === other)
  if (!alias) return null
  return {
    grade: alias.isSame ? 'confirmed-alias' : 'none',
    method: 'alias',
    certainty: 'certain',
    steps: [
      { code: 'alias', own: inventory.product ?? own, stated: stated.product ?? other, isSame: alias.isSame },
    ],
  }
}

function firstDecision(inventory: ProductName, stated: ProductName): IdentityDecision {
  for (const matcher of matchers) {
    const decision = matcher(inventory, stated)
    if (decision) return decision
  }
  return { grade: 'none', method: 'name', certainty: 'certain', steps: [] }
}
