// An exception for what a correlation found: drafted from the person, record or machine that it groups by.
// SPDX-License-Identifier: EUPL-1.2
import { printable } from '../engine/printable.ts'
import { draftForGroup, type GroupDraft } from '../report/filter/for-group.ts'
import type { ToldFinding } from '../report/group.ts'
import type { CorrelationRule, SigmaRule } from '../sigma/rule.ts'
import type { Words } from '../words/words.ts'

/** Throws where the rule was named without a finding, which says of whom, and where its group tells nothing apart. */
export function groupDraftOf(
  rule: CorrelationRule,
  finding: ToldFinding | null,
  rules: readonly SigmaRule[],
  words: Words,
): GroupDraft {
  if (!finding?.group)
    throw new Error(
      `"${rule.head.title}" puts several events together. Name one of its findings by its 12 signs, which says of whom.`,
    )
  const draft = draftForGroup(rule, finding.group, rules)
  if (draft === 'fields') throw new Error(words.say('filter.refused.fields'))
  return draft
}

/** What else will be seen less. */
export function groupNotes({ fields, also }: GroupDraft, words: Words): readonly string[] {
  const rules = also.map(({ head }) => printable(head.title, 120)).join('; ')
  return [
    ...(fields.length === 1 ? [words.say('filter.wide')] : []),
    ...(also.length > 0 ? [words.say('filter.also', { rules })] : []),
  ]
}
