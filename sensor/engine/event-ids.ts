// Which EventIDs a rule can hold for at all: those of others never meet it.
// SPDX-License-Identifier: EUPL-1.2
import type { Expression } from '../sigma/expression.ts'

/** Null: any. A superset of the ids is always right, so that only plain equalities are looked at. */
export function eventIdsOf(expression: Expression): ReadonlySet<string> | null {
  switch (expression.kind) {
    case 'named':
      return eventIdsOf(expression.of)
    case 'and': {
      const sets = expression.of.map(eventIdsOf).filter((set) => set !== null)
      const [first, ...others] = sets
      if (!first) return null
      return new Set([...first].filter((id) => others.every((other) => other.has(id))))
    }
    case 'or': {
      const ids = new Set<string>()
      for (const part of expression.of) {
        const set = eventIdsOf(part)
        if (set === null) return null
        for (const id of set) ids.add(id)
      }
      return ids
    }
    case 'field': {
      const { field, test } = expression
      const plain = test.kind === 'text' && test.relation === 'equals' && !test.cased
      return field === 'EventID' && plain ? new Set([test.text]) : null
    }
    default:
      return null
  }
}
