// Decides whether an inventory name and a stated name are one product, and how sure that is.
// SPDX-License-Identifier: EUPL-1.2
import { aliasKey, type ConfirmedAlias } from './alias.ts'
import type { ExplanationStep, IdentityGrade } from './explanation.ts'
import { matchCpe } from './matchers/cpe.ts'
import { matchModelNumber } from './matchers/model-number.ts'
import { matchName } from './matchers/name.ts'
import { matchPurl } from './matchers/purl.ts'
import { matchUdi } from './matchers/udi.ts'
import { findPlatformConflict } from './platforms.ts'
import type { ProductName } from './product-name.ts'

export { aliasKey, type ConfirmedAlias } from './alias.ts'

export interface IdentityDecision {
  readonly grade: IdentityGrade
  /** The matcher that decided: `purl`, `cpe`, `udi`, `model-number`, `hash`, `alias`, `name`. */
  readonly method: string
  readonly steps: readonly ExplanationStep[]
  /** `unsure` goes to the review queue of the centre. */
  readonly certainty: 'certain' | 'unsure'
}

/** Looks at both names and decides, or returns null where it has nothing to go by. */
export type Matcher = (inventory: ProductName, stated: ProductName) => IdentityDecision | null

/** Best evidence first; the first that speaks decides. */
export const matchers: readonly Matcher[] = [matchPurl, matchCpe, matchUdi, matchModelNumber, matchName]

export function decideIdentity(
  inventory: ProductName,
  stated: ProductName,
  aliases: readonly ConfirmedAlias[] = [],
): IdentityDecision {
  const decision = withAlias(firstDecision(inventory, stated), matchAlias(inventory, stated, aliases))
  if (decision.grade === 'none') return decision
  const conflict = findPlatformConflict(inventory.platforms, stated.platforms)
  if (!conflict) return decision
  const step: ExplanationStep = { code: 'platform', ...conflict, fits: false }
  return { ...decision, grade: 'none', certainty: 'certain', steps: [...decision.steps, step] }
}

/**
 * A refusal of the names counts always. A confirmation leaves standing what identifiers of both sides say, and one
 * that only follows from others also that the names tell two models or kinds apart.
 */
function withAlias(decision: IdentityDecision, alias: AliasMatch | null): IdentityDecision {
  if (alias === null) return decision
  if (alias.decision.grade === 'none') return alias.decision
  if (identifierMethods.has(decision.method)) return decision
  return alias.isDerived && isToldApart(decision) ? decision : alias.decision
}

const identifierMethods: ReadonlySet<string> = new Set(['purl', 'cpe', 'udi', 'model-number'])

function isToldApart({ grade, steps }: IdentityDecision): boolean {
  return (
    grade === 'none' &&
    steps.some(
      (step) => step.code === 'name' && (step.because === 'other-model' || step.because === 'kind-differs'),
    )
  )
}

interface AliasMatch {
  readonly decision: IdentityDecision
  /** From several decisions and not from one about this very pair. */
  readonly isDerived: boolean
}

function matchAlias(
  inventory: ProductName,
  stated: ProductName,
  aliases: readonly ConfirmedAlias[],
): AliasMatch | null {
  if (aliases.length === 0) return null
  const [own, other] = [aliasKey(inventory), aliasKey(stated)]
  const alias = aliases.find((one) => one.inventory === own && one.stated === other)
  if (!alias) return null
  const names = {
    own: inventory.product ?? inventory.fullName ?? own,
    stated: stated.product ?? stated.fullName ?? other,
  }
  const decision: IdentityDecision = {
    grade: alias.isSame ? 'confirmed-alias' : 'none',
    method: 'alias',
    certainty: 'certain',
    steps: [stepOf(alias, names)],
  }
  return { decision, isDerived: isDerived(alias) }
}

function stepOf(
  alias: ConfirmedAlias,
  names: { readonly own: string; readonly stated: string },
): ExplanationStep {
  return {
    code: 'alias',
    ...names,
    isSame: alias.isSame,
    ...(alias.path && isDerived(alias) ? { path: alias.path } : {}),
    ...(alias.decisions ? { decisions: alias.decisions } : {}),
    ...(alias.decidedAt ? { decidedAt: alias.decidedAt } : {}),
  }
}

function isDerived({ path }: ConfirmedAlias): boolean {
  return path !== undefined && path.length > 2
}

function firstDecision(inventory: ProductName, stated: ProductName): IdentityDecision {
  for (const matcher of matchers) {
    const decision = matcher(inventory, stated)
    if (decision) return decision
  }
  return { grade: 'none', method: 'name', certainty: 'certain', steps: [] }
}
