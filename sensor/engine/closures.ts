// Compiles an expression into closures: cheap tests first, long lists of texts as sets and automata.
// SPDX-License-Identifier: EUPL-1.2
import type { Expression, Test } from '../sigma/expression.ts'
import { wordFinder } from './finder.ts'
import { counted, fieldPredicate, keywordPredicate, type Predicate, some } from './tests.ts'

/** From so many texts on, one search for all of them is faster than one for each. */
const manyTexts = 12

export function compileExpression(expression: Expression, slotOf: (name: string) => number): Predicate {
  const compile = (inner: Expression) => compileExpression(inner, slotOf)
  switch (expression.kind) {
    case 'named':
      return compile(expression.of)
    case 'not': {
      const inner = compile(expression.of)
      return (view) => !inner(view)
    }
    case 'and':
      return every([...expression.of].sort((one, two) => costOf(one) - costOf(two)).map(compile))
    case 'or':
      return any(
        withoutLists(
          [...expression.of].sort((one, two) => costOf(one) - costOf(two)),
          slotOf,
        ).map((part) => (typeof part === 'function' ? part : compile(part))),
      )
    case 'atLeast': {
      const parts = expression.of.map(compile)
      return (view) => {
        let count = 0
        for (const part of parts) if (part(view)) count++
        return count >= expression.count
      }
    }
    case 'field':
      return fieldPredicate(expression.test, slotOf(expression.field), slotOf)
    case 'keyword':
      return keywordPredicate(expression.test)
  }
}

function every(parts: readonly Predicate[]): Predicate {
  const [one, two] = parts
  if (one && parts.length === 1) return one
  if (one && two && parts.length === 2) return (view) => one(view) && two(view)
  return (view) => {
    for (const part of parts) if (!part(view)) return false
    return true
  }
}

function any(parts: readonly Predicate[]): Predicate {
  const [one] = parts
  if (one && parts.length === 1) return one
  return (view) => {
    for (const part of parts) if (part(view)) return true
    return false
  }
}

/** Takes folded texts of one field and relation out of an "or" and makes one test of them. */
function withoutLists(
  parts: readonly Expression[],
  slotOf: (name: string) => number,
): readonly (Expression | Predicate)[] {
  const lists = new Map<string, { field: string; relation: string; texts: string[] }>()
  const rest: Expression[] = []
  for (const part of parts) {
    const test = part.kind === 'field' ? part.test : null
    if (part.kind !== 'field' || test?.kind !== 'text' || test.cased || !listable(test)) {
      rest.push(part)
      continue
    }
    const key = `${test.relation}:${part.field}`
    const list = lists.get(key) ?? { field: part.field, relation: test.relation, texts: [] }
    list.texts.push(test.text)
    lists.set(key, list)
  }
  const made = [...lists.values()].flatMap(({ field, relation, texts }): (Expression | Predicate)[] =>
    texts.length < manyTexts
      ? texts.map((text) => textExpression(field, relation as 'contains' | 'equals', text))
      : [listPredicate(slotOf(field), relation, texts)],
  )
  return [...made, ...rest]
}

function listable(test: Test & { readonly kind: 'text' }): boolean {
  return test.relation === 'equals' || (test.relation === 'contains' && test.text !== '')
}

function textExpression(field: string, relation: 'contains' | 'equals', text: string): Expression {
  return { kind: 'field', field, test: { kind: 'text', relation, text, cased: false } }
}

function listPredicate(slot: number, relation: string, texts: readonly string[]): Predicate {
  if (relation === 'equals') {
    const set = new Set(texts)
    return (view) => some(view.folded(slot), (text) => set.has(text))
  }
  const finder = wordFinder(texts)
  return (view) => some(view.folded(slot), (text) => finder.foundAny(counted(text)))
}

/** Rough order of what a test costs; only the order matters, never the result. */
function costOf(expression: Expression): number {
  switch (expression.kind) {
    case 'named':
    case 'not':
      return costOf(expression.of)
    case 'and':
    case 'or':
    case 'atLeast':
      return Math.min(
        500,
        expression.of.reduce((sum, part) => sum + costOf(part), 0),
      )
    case 'keyword':
      return 200
    case 'field':
      return expression.test.kind === 'pattern'
        ? 100
        : expression.test.kind === 'text' && expression.test.relation === 'contains'
          ? 3
          : 1
  }
}
