// Sigma rules as conditions in SQL, as an engine on a database would run them; two-valued, so that nothing is lost to NULL.
// SPDX-License-Identifier: EUPL-1.2
import { groupsOf, type Mapping, type Selector } from '../../../sensor/engine/groups.ts'
import { fieldOf } from '../../../sensor/engine/mapping.ts'
import { traitsOf } from '../../../sensor/engine/router.ts'
import { textsOf } from '../../../sensor/engine/view.ts'
import type { LogEvent } from '../../../sensor/event/event.ts'
import { composed, type Expression, fold, type Test } from '../../../sensor/sigma/expression.ts'
import { standardPipelines } from '../../../sensor/sigma/pipelines/pipeline.ts'
import type { DetectionRule } from '../../../sensor/sigma/rule.ts'

/** What has no plain equal in SQL: keywords, networks, parts of a time, comparisons of two fields. */
class Unsupported extends Error {}

interface Column {
  readonly field: string
  readonly mapping: Mapping | null
  readonly folded: boolean
}

/** The columns that the conditions ask for; each is made in JavaScript before the clock runs. */
export interface SqlRules {
  readonly columns: ReadonlyMap<string, Column>
  /** Null where the rule cannot be said in SQL. */
  readonly conditions: readonly (string | null)[]
}

const traits = ['product', 'category', 'service', 'channel', 'eventId'] as const

export function sqlOf(rules: readonly DetectionRule[]): SqlRules {
  const columns = new Map<string, Column>()
  const mappings: (Mapping | null)[] = []
  const columnOf = (field: string, mapping: Mapping | null, folded: boolean) => {
    const own = mapping?.has(field) ? mapping : null
    if (!mappings.includes(own)) mappings.push(own)
    const name = `${folded ? 'l' : 'c'}${mappings.indexOf(own)}_${Buffer.from(field).toString('hex')}`
    columns.set(name, { field, mapping: own, folded })
    return name
  }
  const conditions: (string | null)[] = rules.map(() => null)
  for (const { selectors, rules: indexes } of groupsOf(rules, standardPipelines))
    for (const index of indexes) {
      const rule = rules[index]
      if (!rule) continue
      try {
        const cases = selectors.map(
          (selector) =>
            `when ${selectorSql(selector)} then ${expressionSql(rule.expression, selector.mapping, columnOf)}`,
        )
        conditions[index] = `(case ${cases.join(' ')} else false end)`
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error
      }
    }
  return { columns, conditions }
}

export function rowOf(
  event: LogEvent,
  row: number,
  { columns }: SqlRules,
): Readonly<Record<string, unknown>> {
  const known = traitsOf(event)
  const values: Record<string, unknown> = { row }
  for (const trait of traits) values[`t_${trait}`] = known[trait]
  for (const [name, { field, mapping, folded }] of columns) {
    const texts = textsOf(fieldOf(event.fields, mapping, field))
    if (texts === undefined) continue
    const text = composed(typeof texts === 'string' ? texts : texts.join('\n'))
    values[name] = folded ? fold(text) : text
  }
  return values
}

export const traitColumns: readonly string[] = traits.map((trait) => `t_${trait}`)

function selectorSql({ product, ...sets }: Selector): string {
  const parts = product === null ? [] : [`t_product = ${quoted(product)}`]
  for (const trait of ['category', 'service', 'channel', 'eventId'] as const) {
    const wanted = sets[trait]
    if (wanted === null) continue
    if (wanted.has('*')) parts.push(`t_${trait} <> ''`)
    else parts.push(`t_${trait} in (${[...wanted].map(quoted).join(', ')})`)
  }
  return parts.length === 0 ? 'true' : parts.join(' and ')
}

type ColumnOf = (field: string, mapping: Mapping | null, folded: boolean) => string

function expressionSql(expression: Expression, mapping: Mapping | null, columnOf: ColumnOf): string {
  const inner = (part: Expression) => expressionSql(part, mapping, columnOf)
  switch (expression.kind) {
    case 'named':
      return inner(expression.of)
    case 'not':
      return `(not ${inner(expression.of)})`
    case 'and':
    case 'or':
      return `(${expression.of.map(inner).join(` ${expression.kind} `)})`
    case 'atLeast':
      return `((${expression.of.map((part) => `${inner(part)}::int`).join(' + ')}) >= ${expression.count})`
    case 'field':
      return `coalesce(${testSql(expression.test, expression.field, mapping, columnOf)}, false)`
    case 'keyword':
      throw new Unsupported()
  }
}

function testSql(test: Test, field: string, mapping: Mapping | null, columnOf: ColumnOf): string {
  const column = (folded: boolean) => columnOf(field, mapping, folded)
  switch (test.kind) {
    case 'text': {
      const name = column(!test.cased)
      const text = quoted(test.text)
      if (test.relation === 'equals') return `${name} = ${text}`
      if (test.relation === 'contains') return `contains(${name}, ${text})`
      return test.relation === 'startswith' ? `starts_with(${name}, ${text})` : `ends_with(${name}, ${text})`
    }
    case 'pattern':
      return test.folded
        ? `${column(true)} like ${quoted(likeOf(fold(test.source)))} escape '\\'`
        : `regexp_matches(${column(false)}, ${quoted(test.source)})`
    case 'number': {
      const signs = { lt: '<', lte: '<=', gt: '>', gte: '>=', eq: '=' }
      return `try_cast(${column(false)} as double) ${signs[test.order]} ${test.value}`
    }
    case 'null':
      return `${column(false)} is null`
    case 'exists':
      return `(${column(false)} is not null) = ${test.exists}`
    default:
      throw new Unsupported()
  }
}

function likeOf(source: string): string {
  return source
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)
    .replaceAll('*', '%')
    .replaceAll('?', '_')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`
}
