// What the authors of rules say about them, by the rule's id, for reports; whose findings belong to whom.
// SPDX-License-Identifier: EUPL-1.2
import { type Audience, audienceOf, type Finding } from '../engine/finding.ts'
import type { RuleHead, SigmaRule } from '../sigma/rule.ts'

export type RuleBook = ReadonlyMap<string, RuleHead>

export const emptyRuleBook: RuleBook = new Map()

export function ruleBookOf(rules: readonly SigmaRule[]): RuleBook {
  return new Map(rules.map(({ head }) => [head.id, head]))
}

/**
 * Whoever wrote the finding, one that rests on a rule for the privacy officer is not for IT: shown to too few is a
 * nuisance, shown to the wrong ones is a breach.
 */
export function audienceIn(finding: Finding, book: RuleBook): Audience {
  if (finding.audience === 'privacy' || audienceOf(finding.tags) === 'privacy') return 'privacy'
  const ids = [finding.ruleId, ...(finding.evidence ?? []).map(({ ruleId }) => ruleId)]
  return ids.some((id) => audienceOf(book.get(id)?.tags ?? []) === 'privacy') ? 'privacy' : 'it'
}
