// What the index needs of a rule: its fields, its witnesses, its EventIDs; a start that knows them need not read its expression.
// SPDX-License-Identifier: EUPL-1.2
import type { Expression } from '../sigma/expression.ts'
import type { DetectionRule } from '../sigma/rule.ts'
import { eventIdsOf } from './event-ids.ts'
import { type Witness, witnessesOf } from './witness.ts'

export interface Prepared {
  /** Every field that a test of the rule asks for. */
  readonly fields: readonly string[]
  /** As `witnessesOf` gives them. */
  readonly witnesses: readonly Witness[] | null
  /** As `eventIdsOf` gives them. */
  readonly eventIds: ReadonlySet<string> | null
}

/** Beside the rules and not in them: a rule that is changed by a filter is another object, and is prepared anew. */
const known = new WeakMap<DetectionRule, Prepared>()

/** `prepared` must be what `prepare` made of the same expression. */
export function rememberPrepared(rule: DetectionRule, prepared: Prepared): void {
  known.set(rule, prepared)
}

export function preparedOf(rule: DetectionRule): Prepared {
  return known.get(rule) ?? prepare(rule.expression)
}

export function prepare(expression: Expression): Prepared {
  const fields = new Set<string>()
  addFields(expression, fields)
  return { fields: [...fields], witnesses: witnessesOf(expression), eventIds: eventIdsOf(expression) }
}

function addFields(expression: Expression, fields: Set<string>): void {
  switch (expression.kind) {
    case 'and':
    case 'or':
    case 'atLeast':
      for (const part of expression.of) addFields(part, fields)
      return
    case 'not':
    case 'named':
      addFields(expression.of, fields)
      return
    case 'field':
      fields.add(expression.field)
      if (expression.test.kind === 'fieldref') fields.add(expression.test.other)
      return
    case 'keyword':
  }
}
