// In which order groups and their items are shown: serious before slight, and among equals rare before frequent.
// SPDX-License-Identifier: EUPL-1.2
import { type RuleLevel, ruleLevels } from '../sigma/rule.ts'
import type { Group, Item } from './group.ts'
import { tacticsOf } from './tactics.ts'

const weights: Readonly<Record<RuleLevel, number>> = {
  informational: 1,
  low: 3,
  medium: 10,
  high: 40,
  critical: 160,
}

/**
 * By the highest level first, which anybody can follow. Among those of one level a rule counts the less, the more
 * groups it held in; several rules add up, and those of different tactics more: a chain is rarer than a noisy machine.
 */
export function ranked(groups: readonly Group[]): readonly Group[] {
  return groups
    .map((group) => ({ ...group, items: rankedItems(group.items), score: scoreOf(group.items) }))
    .sort(
      (one, two) =>
        ruleLevels.indexOf(two.level) - ruleLevels.indexOf(one.level) ||
        two.score - one.score ||
        (two.begin ?? 0) - (one.begin ?? 0) ||
        ((one.subject ?? '') < (two.subject ?? '') ? -1 : 1),
    )
}

function rankedItems(items: readonly Item[]): readonly Item[] {
  return [...items].sort(
    (one, two) =>
      ruleLevels.indexOf(two.level) - ruleLevels.indexOf(one.level) ||
      one.spread - two.spread ||
      (one.first ?? 0) - (two.first ?? 0) ||
      (one.ruleId < two.ruleId ? -1 : 1),
  )
}

export function scoreOf(items: readonly Item[]): number {
  const tactics = new Set(items.flatMap(({ examples }) => tacticsOf(examples[0]?.tags ?? [])))
  const sum = items.reduce((total, { level, spread }) => total + weights[level] * rarity(spread), 0)
  return sum * (1 + 0.2 * Math.max(0, tactics.size - 1))
}

/** 1 for a rule that held in one group, 1/2 in two, 1/3 in four, 1/4 in eight. */
function rarity(spread: number): number {
  return 1 / (1 + Math.log2(Math.max(1, spread)))
}
