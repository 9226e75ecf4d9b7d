// One test of a rule as a closure over the view; no code is generated from the text of a rule.
// SPDX-License-Identifier: EUPL-1.2
import { addressBytes, inNetwork, readNetwork } from '../sigma/addresses.ts'
import type { Order, Test } from '../sigma/expression.ts'
import { type Automaton, automatonOf, work } from '../sigma/regex/automaton.ts'
import type { RegexNode } from '../sigma/regex/node.ts'
import { timePart } from './time-parts.ts'
import type { Texts, View } from './view.ts'

export type Predicate = (view: View) => boolean
export type TextPredicate = (text: string) => boolean

/** A text test looks at the folded field unless it is cased; `pattern` at the folded field where it came of wildcards. */
export function fieldPredicate(test: Test, slot: number, slotOf: (name: string) => number): Predicate {
  switch (test.kind) {
    case 'text': {
      const holds = textPredicate(test)
      return test.cased ? (view) => some(view.text(slot), holds) : (view) => some(view.folded(slot), holds)
    }
    case 'pattern': {
      const holds = patternPredicate(test.node)
      return test.folded ? (view) => some(view.folded(slot), holds) : (view) => some(view.text(slot), holds)
    }
    case 'cidr':
      return cidrPredicate(test.text, slot)
    case 'number':
      return (view) => some(view.text(slot), (text) => compares(numberOf(text), test.order, test.value))
    case 'time':
      return (view) =>
        some(view.text(slot), (text) => compares(timePart(text, test.part), test.order, test.value))
    case 'exists':
      return (view) => (view.value(slot) !== undefined) === test.exists
    case 'null':
      return (view) => view.value(slot) == null
    case 'fieldref':
      return fieldrefPredicate(test, slot, slotOf(test.other))
  }
}

export function keywordPredicate(test: Test): Predicate {
  if (test.kind === 'text') {
    const { text, relation, cased } = test
    // The joined words hold a sign between them that none of them may be taken to have.
    if (relation === 'contains' && !text.includes('\u0000'))
      return cased
        ? (view) => counted(view.words()).includes(text)
        : (view) => counted(view.foldedWords()).includes(text)
    const holds = textPredicate(test)
    return (view) => (cased ? view.words() : view.foldedWords()).split('\u0000').some(holds)
  }
  if (test.kind !== 'pattern') return () => false
  const holds = patternPredicate(test.node)
  return (view) => (test.folded ? view.foldedWords() : view.words()).split('\u0000').some(holds)
}

function textPredicate({
  relation,
  text,
}: {
  readonly relation: string
  readonly text: string
}): TextPredicate {
  switch (relation) {
    case 'equals':
      return (value) => value === text
    case 'contains':
      return (value) => counted(value).includes(text)
    case 'startswith':
      return (value) => value.startsWith(text)
    default:
      return (value) => value.endsWith(text)
  }
}

/** Searching a long text is work that the meter must see; about sixteen units are searched in one step's time. */
export function counted(text: string): string {
  work.steps += 1 + (text.length >> 4)
  return text
}

/** Built when it is first needed: most rules never get as far. */
function patternPredicate(node: RegexNode): TextPredicate {
  let automaton: Automaton | null = null
  return (text) => {
    automaton ??= automatonOf(node)
    return automaton.found(text)
  }
}

export function some(texts: Texts, holds: TextPredicate): boolean {
  if (typeof texts === 'string') return holds(texts)
  return texts?.some(holds) ?? false
}

function cidrPredicate(text: string, slot: number): Predicate {
  const network = readNetwork(text)
  if (network === null) return () => false
  return (view) =>
    some(view.text(slot), (value) => {
      const bytes = addressBytes(value)
      return bytes !== null && inNetwork(bytes, network)
    })
}

export function numberOf(text: string): number | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > 40) return null
  const value = Number(trimmed)
  return Number.isNaN(value) ? null : value
}

export function compares(value: number | null, order: Order, limit: number): boolean {
  if (value === null) return false
  switch (order) {
    case 'lt':
      return value < limit
    case 'lte':
      return value <= limit
    case 'gt':
      return value > limit
    case 'gte':
      return value >= limit
    case 'eq':
      return value === limit
  }
}

function fieldrefPredicate(
  test: { readonly relation: string; readonly cased: boolean },
  slot: number,
  other: number,
): Predicate {
  const texts = (view: View, at: number) => (test.cased ? view.text(at) : view.folded(at))
  return (view) =>
    some(texts(view, other), (wanted) =>
      some(texts(view, slot), textPredicate({ relation: test.relation, text: wanted })),
    )
}
