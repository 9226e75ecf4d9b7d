// Evaluates every rule on every event by walking its expression: slow, plain, and the proof of the fast engine.
// SPDX-License-Identifier: EUPL-1.2
import type { LogEvent } from '../event/event.ts'
import { addressBytes, inNetwork, readNetwork } from '../sigma/addresses.ts'
import { type Expression, fold, type Test } from '../sigma/expression.ts'
import { type Pipeline, standardPipelines } from '../sigma/pipelines/pipeline.ts'
import { type Automaton, automatonOf } from '../sigma/regex/automaton.ts'
import type { DetectionRule } from '../sigma/rule.ts'
import { groupsOf, type Mapping, selects } from './groups.ts'
import { fieldOf } from './mapping.ts'
import { traitsOf } from './router.ts'
import { compares, numberOf } from './tests.ts'
import { timePart } from './time-parts.ts'
import { type Texts, textsOf, wordsOf } from './view.ts'

export interface NaiveMatcher {
  match(event: LogEvent): readonly number[]
}

export function naiveMatcherOf(
  rules: readonly DetectionRule[],
  pipelines: readonly Pipeline[] = standardPipelines,
): NaiveMatcher {
  const groups = groupsOf(rules, pipelines)
  return {
    match(event) {
      const traits = traitsOf(event)
      const hits: number[] = []
      for (const { selectors, rules: indexes } of groups) {
        const selector = selectors.find((candidate) => selects(candidate, traits))
        if (!selector) continue
        for (const index of indexes) {
          const rule = rules[index]
          if (rule && holds(rule.expression, event, selector.mapping)) hits.push(index)
        }
      }
      return hits.sort((one, two) => one - two)
    },
  }
}

export function holds(expression: Expression, event: LogEvent, mapping: Mapping | null): boolean {
  switch (expression.kind) {
    case 'named':
      return holds(expression.of, event, mapping)
    case 'not':
      return !holds(expression.of, event, mapping)
    case 'and':
      return expression.of.every((part) => holds(part, event, mapping))
    case 'or':
      return expression.of.some((part) => holds(part, event, mapping))
    case 'atLeast':
      return expression.of.filter((part) => holds(part, event, mapping)).length >= expression.count
    case 'field':
      return fieldHolds(expression.field, expression.test, event, mapping)
    case 'keyword':
      return wordsOf(event)
        .split('\u0000')
        .some((word) => textHolds(expression.test, word))
  }
}

function fieldHolds(field: string, test: Test, event: LogEvent, mapping: Mapping | null): boolean {
  const value = fieldOf(event.fields, mapping, field)
  if (test.kind === 'exists') return (value !== undefined) === test.exists
  if (test.kind === 'null') return value === undefined || value === null
  const texts = listOf(textsOf(value))
  if (test.kind !== 'fieldref') return texts.some((text) => textHolds(test, text))
  const others = listOf(textsOf(fieldOf(event.fields, mapping, test.other)))
  return others.some((other) =>
    texts.some((text) => textHolds({ ...test, kind: 'text', text: test.cased ? other : fold(other) }, text)),
  )
}

function listOf(texts: Texts): readonly string[] {
  if (texts === undefined) return []
  return typeof texts === 'string' ? [texts] : texts
}

const automata = new WeakMap<Test, Automaton>()

function textHolds(test: Test, text: string): boolean {
  switch (test.kind) {
    case 'text': {
      const value = test.cased ? text : fold(text)
      if (test.relation === 'equals') return value === test.text
      if (test.relation === 'contains') return value.includes(test.text)
      return test.relation === 'startswith' ? value.startsWith(test.text) : value.endsWith(test.text)
    }
    case 'pattern': {
      const automaton = automata.get(test) ?? automatonOf(test.node)
      automata.set(test, automaton)
      return automaton.found(test.folded ? fold(text) : text)
    }
    case 'cidr': {
      const network = readNetwork(test.text)
      const bytes = addressBytes(text)
      return network !== null && bytes !== null && inNetwork(bytes, network)
    }
    case 'number':
      return compares(numberOf(text), test.order, test.value)
    case 'time':
      return compares(timePart(text, test.part), test.order, test.value)
    default:
      return false
  }
}
