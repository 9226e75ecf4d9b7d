// Checks a whole decision table: every combination of facts has a row, no two rows contradict, every row can decide.
// SPDX-License-Identifier: EUPL-1.2
import { type Cell, fits } from './condition.ts'
import { type DecisionTable, factKeysOf } from './decision-table.ts'
import type { FactKey, FactValue } from './fact-key.ts'

const maxCombinations = 500_000

/** Empty for a sound table; else each fault with its row or its combination. */
export function faultsOfTable(table: DecisionTable, keys: ReadonlyMap<string, FactKey>): readonly string[] {
  const faults = [...faultsOfRows(table, keys)]
  if (faults.length > 0) return faults
  const names = factKeysOf(table)
  const domains = names.map((name) => valuesOf(keys.get(name), cellsOf(table, name)))
  const count = domains.reduce((product, { length }) => product * length, 1)
  if (count > maxCombinations)
    return [`${table.key}: ${count} combinations are more than the ${maxCombinations} that are checked`]
  const decided = new Set<string>()
  for (const values of combinations(domains)) {
    const fitting = table.rows.filter(({ when }) =>
      Object.entries(when).every(([key, cell]) => fits(cell, values[names.indexOf(key)] ?? '')),
    )
    const outcomes = new Set(fitting.map(({ outcome }) => outcome))
    const at = names.map((name, index) => `${name}=${String(values[index])}`).join(', ')
    if (fitting.length === 0) faults.push(`${table.key}: no row for ${at}`)
    if (table.policy === 'agree' && outcomes.size > 1)
      faults.push(`${table.key}: rows ${fitting.map(({ id }) => id).join(' and ')} contradict for ${at}`)
    const best = table.outcomes.find((outcome) => outcomes.has(outcome))
    for (const { id, outcome } of fitting) if (outcome === best) decided.add(id)
    if (faults.length > 20) return faults
  }
  for (const { id } of table.rows) if (!decided.has(id)) faults.push(`${table.key}: row ${id} never decides`)
  return faults
}

function* faultsOfRows(table: DecisionTable, keys: ReadonlyMap<string, FactKey>): Generator<string> {
  const ids = new Set<string>()
  for (const { id, outcome, when } of table.rows) {
    if (ids.has(id)) yield `${table.key}: two rows are called ${id}`
    ids.add(id)
    if (!table.outcomes.includes(outcome)) yield `${table.key}, row ${id}: ${outcome} is no outcome`
    for (const [name, cell] of Object.entries(when)) {
      const key = keys.get(name)
      if (!key) yield `${table.key}, row ${id}: there is no fact ${name}`
      else yield* faultsOfCell(key, cell).map((fault) => `${table.key}, row ${id}, ${name}: ${fault}`)
    }
  }
}

/** A value that the fact can never have would make a row that never fits, in silence. */
export function faultsOfCell({ shape }: FactKey, cell: Cell): readonly string[] {
  const words =
    'is' in cell
      ? cell.is
      : 'isNot' in cell
        ? cell.isNot
        : 'has' in cell
          ? [cell.has]
          : 'lacks' in cell
            ? [cell.lacks]
            : []
  const known: readonly string[] =
    shape.kind === 'answer' ? ['yes', 'no'] : 'choices' in shape ? shape.choices : []
  const isList = 'has' in cell || 'lacks' in cell
  const isNumber = 'from' in cell || 'below' in cell
  const faults = words.filter((word) => !known.includes(word)).map((word) => `${word} is no value of it`)
  if (isNumber !== (shape.kind === 'number')) faults.push('a bound fits numbers, and only they')
  if (!isNumber && isList !== (shape.kind === 'several'))
    faults.push('has and lacks fit several choices, is and isNot one')
  return faults
}

function cellsOf(table: DecisionTable, name: string): readonly Cell[] {
  return table.rows.flatMap(({ when }) => when[name] ?? [])
}

/** One value for each part of the domain that the table tells apart. */
function valuesOf(key: FactKey | undefined, cells: readonly Cell[]): readonly FactValue[] {
  switch (key?.shape.kind) {
    case 'answer':
      return ['yes', 'no']
    case 'choice':
      return key.shape.choices
    case 'several': {
      const named = [
        ...new Set(cells.flatMap((cell) => ('has' in cell ? cell.has : 'lacks' in cell ? cell.lacks : []))),
      ]
      return Array.from({ length: 2 ** named.length }, (_, bits) =>
        named.filter((_name, index) => (bits >> index) % 2 === 1),
      )
    }
    case 'number': {
      const { min, max } = key.shape
      const bounds = cells.flatMap((cell) => [
        ...('from' in cell && cell.from !== undefined ? [cell.from] : []),
        ...('below' in cell && cell.below !== undefined ? [cell.below] : []),
      ])
      return [...new Set([min, max, ...bounds.flatMap((bound) => [bound - 1, bound])])].filter(
        (value) => value >= min && value <= max,
      )
    }
    default:
      return []
  }
}

function* combinations(domains: readonly (readonly FactValue[])[], at = 0): Generator<readonly FactValue[]> {
  const [first] = domains.slice(at)
  if (!first) {
    yield []
    return
  }
  for (const value of first) for (const rest of combinations(domains, at + 1)) yield [value, ...rest]
}
