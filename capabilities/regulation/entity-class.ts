// The class of an entity under NIS2: from the tables of the Union and of countries, or by an authority's word, both visible.
// SPDX-License-Identifier: EUPL-1.2
import { type DecisionTable, decide, type Facts, isInForce, type Statement } from '../facts/index.ts'
import { type Combined, combine } from './combined.ts'

export const classFact = 'nis2.entity-class'
const scopePrefix = 'nis2-scope-'
/** The strictest first. `uncertain`: the tables know no law of that country. */
export const classOutcomes = ['essential', 'important', 'uncertain', 'not-in-scope'] as const

export interface ClassAnswer {
  readonly answer: string
  readonly possible: readonly string[]
  readonly decidedBy: 'authority' | 'rules'
  /** What an authority decided; it wins, whatever the tables say. */
  readonly designation: Statement | null
  /** What the tables say of the facts alone; stays visible beside a designation. */
  readonly computed: Combined
}

export function classOf(tables: readonly DecisionTable[], facts: Facts, now: Date): ClassAnswer {
  const computed = combine(
    tables
      .filter((table) => table.key.startsWith(scopePrefix) && isInForce(table, now))
      .map((table) => decide(table, facts)),
    classOutcomes,
  )
  const known = facts(classFact)
  if (known?.source === 'authority' && typeof known.value === 'string' && known.value !== 'unknown')
    return {
      answer: known.value,
      possible: [known.value],
      decidedBy: 'authority',
      designation: known,
      computed,
    }
  return {
    answer: computed.answer,
    possible: computed.possible,
    decidedBy: 'rules',
    designation: null,
    computed,
  }
}

/** The country of a table that adds to the Union's, or null. */
export function countryOfScope({ key }: Pick<DecisionTable, 'key'>): string | null {
  const end = key.startsWith(scopePrefix) ? key.slice(scopePrefix.length) : ''
  return end === '' || end === 'eu' ? null : end
}
