// Where a measure stands in one house: done, partly, not done, or not known, with the facts that decided.
// SPDX-License-Identifier: EUPL-1.2
import { type CurrentFact, type Facts, knownValue } from '../facts/index.ts'
import type { ItemOf } from './item.ts'

export const standings = ['done', 'partly', 'not-done', 'not-known'] as const
export type Standing = (typeof standings)[number]

export interface StandingRow {
  readonly fact: string
  readonly is: Standing
  /** Null where nothing was ever said. */
  readonly current: CurrentFact | null
}

export interface MeasureStanding {
  readonly standing: Standing
  /** One for each fact of the measure. */
  readonly rows: readonly StandingRow[]
  /** Facts that are not known; while the answer hangs on them, the standing is not known. */
  readonly lacking: readonly string[]
}

/** What is not known is never taken as not done: only where no answer could change it, the standing is said. */
export function measureStanding(measure: Pick<ItemOf<'measure'>, 'body'>, facts: Facts): MeasureStanding {
  const rows = measure.body.facts.map((asked): StandingRow => {
    const value = knownValue(facts, asked.fact)
    return { fact: asked.fact, is: standingOf(value, asked), current: facts(asked.fact) }
  })
  const said = rows.map(({ is }) => is)
  const worst = together(said.map((is) => (is === 'not-known' ? 'not-done' : is)))
  const best = together(said.map((is) => (is === 'not-known' ? 'done' : is)))
  return {
    standing: worst === best ? worst : 'not-known',
    rows,
    lacking: rows.filter(({ is }) => is === 'not-known').map(({ fact }) => fact),
  }
}

function standingOf(
  value: ReturnType<typeof knownValue>,
  { done, partly }: { readonly done: readonly string[]; readonly partly: readonly string[] },
): Standing {
  if (value === null) return 'not-known'
  const is = String(value)
  if (done.includes(is)) return 'done'
  return partly.includes(is) ? 'partly' : 'not-done'
}

function together(all: readonly Standing[]): Standing {
  if (all.every((is) => is === 'done')) return 'done'
  return all.every((is) => is === 'not-done') ? 'not-done' : 'partly'
}
