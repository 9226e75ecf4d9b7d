// Whether two names say the same of a product, or one of them more.
// SPDX-License-Identifier: EUPL-1.2
import type { CodeResult } from './code-comparison.ts'
import type { WordGroup } from './name-groups.ts'
import type { NameParts } from './name-parts.ts'
import type { WordResult } from './word-comparison.ts'

/** `equal`: neither says more. `umbrella`: only the inventory says more. `loose`: the advisory says something else. */
export type Closeness = 'equal' | 'umbrella' | 'loose'

/** Alternatives of the advisory ("4/5") are more than one product, those of the inventory ("PN/DP") are one. */
export function closenessOf(
  words: WordResult,
  codes: CodeResult,
  own: NameParts,
  stated: NameParts,
): Closeness {
  const isWhole = words.missing.length === 0 && (codes.kind === 'met' || codes.kind === 'not-needed')
  const hasAlternatives = stated.codes.some((group) => group.length > 1)
  if (!isWhole || words.met.some((group) => group.alternatives.length > 1)) return 'loose'
  if (words.spare.length + words.explained + codes.spare > 0) return 'umbrella'
  const isShortened = own.words.some(
    (group) => group.alternatives.length > 1 && !stated.words.some((other) => isAlike(group, other)),
  )
  return hasAlternatives || isShortened ? 'loose' : 'equal'
}

function isAlike(one: WordGroup, other: WordGroup): boolean {
  return one.alternatives.join('/') === other.alternatives.join('/')
}
