// Says why a rule holds for an event or not: each part of it, and what the event has there.
// SPDX-License-Identifier: EUPL-1.2
import type { LogEvent } from '../event/event.ts'
import type { Expression, Test } from '../sigma/expression.ts'
import type { DecidingTest } from './deciding.ts'
import type { Mapping } from './groups.ts'
import { fieldOf } from './mapping.ts'
import { holds } from './naive.ts'
import { printable } from './printable.ts'
import { textsOf } from './view.ts'

export interface Explanation {
  readonly text: string
  readonly held: boolean
  readonly parts: readonly Explanation[]
}

export function explain(expression: Expression, event: LogEvent, mapping: Mapping | null): Explanation {
  const held = holds(expression, event, mapping)
  switch (expression.kind) {
    case 'named':
      return { text: printable(expression.name), held, parts: partsOf(expression.of, event, mapping) }
    case 'not':
      return { text: 'not', held, parts: [explain(expression.of, event, mapping)] }
    case 'and':
      return { text: 'all of', held, parts: expression.of.map((part) => explain(part, event, mapping)) }
    case 'or':
      return { text: 'any of', held, parts: expression.of.map((part) => explain(part, event, mapping)) }
    case 'atLeast': {
      const parts = expression.of.map((part) => explain(part, event, mapping))
      return { text: `at least ${expression.count} of`, held, parts }
    }
    case 'field': {
      const value = fieldOf(event.fields, mapping, expression.field)
      const has = held || value === undefined ? '' : ` (it has ${valueText(value)})`
      const absent = !held && value === undefined ? ' (it is absent)' : ''
      return {
        text: `${printable(expression.field)} ${testText(expression.test)}${has}${absent}`,
        held,
        parts: [],
      }
    }
    case 'keyword':
      return { text: `any word ${testText(expression.test)}`, held, parts: [] }
  }
}

function partsOf(expression: Expression, event: LogEvent, mapping: Mapping | null): readonly Explanation[] {
  const inner = explain(expression, event, mapping)
  return expression.kind === 'and' ? inner.parts : [inner]
}

function valueText(value: unknown): string {
  if (value === null) return 'no value'
  const texts = textsOf(value as string)
  return typeof texts === 'string' ? `"${printable(texts, 120)}"` : `${texts?.length ?? 0} values`
}

function testText(test: Test): string {
  switch (test.kind) {
    case 'text': {
      const words = { equals: 'is', contains: 'contains', startswith: 'begins with', endswith: 'ends with' }
      return `${words[test.relation]} "${printable(test.text, 80)}"${test.cased ? ' (in this case)' : ''}`
    }
    case 'pattern':
      return `matches ${printable(test.source, 80)}`
    case 'cidr':
      return `is in the network ${printable(test.text, 80)}`
    case 'number':
      return `is ${orderText[test.order]} ${test.value}`
    case 'time':
      return `has a ${test.part} ${orderText[test.order]} ${test.value}`
    case 'exists':
      return test.exists ? 'exists' : 'does not exist'
    case 'null':
      return 'has no value'
    case 'fieldref':
      return `compared with the field ${printable(test.other, 80)} (${test.relation})`
  }
}

const orderText = { lt: 'below', lte: 'at most', gt: 'above', gte: 'at least', eq: 'equal to' } as const

const maxReasons = 6

/** The tests that made a rule hold, in one sentence. */
export function reasonOf(deciding: readonly DecidingTest[]): string {
  const told = deciding
    .slice(0, maxReasons)
    .map((one) => `${one.kind === 'field' ? printable(one.field) : 'a word'} ${testText(one.test)}`)
  const rest = deciding.length - maxReasons
  return `${told.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`
}
