// Applies Sigma filters: what a filter describes is taken out of the rules that it names.
// SPDX-License-Identifier: EUPL-1.2
import type { Expression } from '../sigma/expression.ts'
import type { DetectionRule, FilterRule, RuleFault, RuleSource } from '../sigma/rule.ts'

export function withFilters(
  rules: readonly DetectionRule[],
  filters: readonly FilterRule[],
): { readonly rules: readonly DetectionRule[]; readonly faults: readonly RuleFault[] } {
  if (filters.length === 0) return { rules, faults: [] }
  const used = new Set<FilterRule>()
  const filtered = rules.map((rule) => {
    const own = filters.filter((filter) => applies(filter, rule))
    for (const filter of own) used.add(filter)
    if (own.length === 0) return rule
    const without = own.map((filter): Expression => ({ kind: 'not', of: filter.expression }))
    return { ...rule, expression: { kind: 'and', of: [rule.expression, ...without] } satisfies Expression }
  })
  const faults = filters
    .filter((filter) => !used.has(filter))
    .map(({ head }) => ({
      file: head.file,
      line: head.line,
      ruleId: head.id,
      title: head.title,
      place: 'filter/rules',
      because: 'the filter names no rule that is loaded for its log source',
    }))
  return { rules: filtered, faults }
}

function applies({ rules, logSource }: FilterRule, { head, logSource: own }: DetectionRule): boolean {
  const named = rules === null || rules.some((name) => name === head.id || name === head.name)
  const within = (part: keyof RuleSource) => logSource[part] === null || logSource[part] === own[part]
  return named && within('product') && within('category') && within('service')
}
