// The tests that made a rule hold for an event, in the order in which the rule asks them.
// SPDX-License-Identifier: EUPL-1.2
import type { LogEvent } from '../event/event.ts'
import type { Expression } from '../sigma/expression.ts'
import type { Mapping } from './groups.ts'
import { holds } from './naive.ts'

export type DecidingTest = Extract<Expression, { readonly kind: 'field' | 'keyword' }>

/** Of several that would each be enough, the first. What must not hold decides nothing that could be shown. */
export function decidingTests(
  expression: Expression,
  event: LogEvent,
  mapping: Mapping | null,
): readonly DecidingTest[] {
  if (!holds(expression, event, mapping)) return []
  switch (expression.kind) {
    case 'named':
      return decidingTests(expression.of, event, mapping)
    case 'and':
    case 'atLeast':
      return expression.of.flatMap((part) => decidingTests(part, event, mapping))
    case 'or': {
      const first = expression.of.find((part) => holds(part, event, mapping))
      return first ? decidingTests(first, event, mapping) : []
    }
    case 'not':
      return []
    case 'field':
    case 'keyword':
      return [expression]
  }
}
