// The map: for each tactic its techniques, for each technique how many rules there are and how many can work.
// SPDX-License-Identifier: EUPL-1.2
import { type Tactic, tactics } from '../report/tactics.ts'
import { knownTechniques, placesOf, techniquesOf } from './attack.ts'
import type { CoveredRule, RuleState } from './coverage.ts'

export type CellState = 'ready' | 'quiet' | 'blind' | 'none'

export interface Cell {
  readonly technique: string
  /** Of its rules the best; blind also where all of them were set aside. */
  readonly state: CellState
  readonly ready: number
  readonly rules: number
}

export interface Row {
  readonly tactic: Tactic
  readonly cells: readonly Cell[]
}

export interface TechniqueMap {
  readonly rows: readonly Row[]
  /** Techniques that ATT&CK knows: with a working rule, with a rule that does not work now, with none. */
  readonly known: {
    readonly all: number
    readonly ready: number
    readonly waiting: number
    readonly none: number
  }
  /** Rules that name no technique. */
  readonly untagged: number
}

export function techniqueMap(rules: readonly CoveredRule[]): TechniqueMap {
  const cells = new Map<string, Map<Tactic, Cell>>()
  let untagged = 0
  for (const { head, state } of rules) {
    const techniques = techniquesOf(head.tags)
    if (techniques.length === 0) untagged++
    for (const technique of techniques)
      for (const tactic of placesOf(technique, head.tags)) addRule(cells, technique, tactic, state)
  }
  for (const [technique, places] of knownTechniques)
    if (!cells.has(technique)) for (const tactic of places) addNone(cells, technique, tactic)
  const rows = tactics.map((tactic) => ({ tactic, cells: cellsOf(cells, tactic) }))
  return { rows, known: knownCounts(cells), untagged }
}

function addRule(
  cells: Map<string, Map<Tactic, Cell>>,
  technique: string,
  tactic: Tactic,
  state: RuleState,
): void {
  const places = cells.get(technique) ?? new Map<Tactic, Cell>()
  cells.set(technique, places)
  const known = places.get(tactic) ?? { technique, state: 'none', ready: 0, rules: 0 }
  const own: CellState = state === 'ready' || state === 'quiet' ? state : 'blind'
  places.set(tactic, {
    technique,
    state: better(own, known.state),
    ready: known.ready + (state === 'ready' ? 1 : 0),
    rules: known.rules + 1,
  })
}

function addNone(cells: Map<string, Map<Tactic, Cell>>, technique: string, tactic: Tactic): void {
  const places = cells.get(technique) ?? new Map<Tactic, Cell>()
  cells.set(technique, places.set(tactic, { technique, state: 'none', ready: 0, rules: 0 }))
}

const order: readonly CellState[] = ['ready', 'quiet', 'blind', 'none']

function better(one: CellState, two: CellState): CellState {
  return order.indexOf(one) <= order.indexOf(two) ? one : two
}

function cellsOf(cells: ReadonlyMap<string, ReadonlyMap<Tactic, Cell>>, tactic: Tactic): readonly Cell[] {
  return [...cells.values()]
    .flatMap((places) => places.get(tactic) ?? [])
    .sort(
      (one, two) =>
        order.indexOf(one.state) - order.indexOf(two.state) || (one.technique < two.technique ? -1 : 1),
    )
}

function knownCounts(cells: ReadonlyMap<string, ReadonlyMap<Tactic, Cell>>): TechniqueMap['known'] {
  let [ready, none] = [0, 0]
  for (const technique of knownTechniques.keys()) {
    const states = [...(cells.get(technique)?.values() ?? [])].map(({ state }) => state)
    if (states.includes('ready')) ready++
    else if (states.every((state) => state === 'none')) none++
  }
  const all = knownTechniques.size
  return { all, ready, waiting: all - ready - none, none }
}
