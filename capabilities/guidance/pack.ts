// The pack of measures for one size of house: the ten essentials first, in their order, then the others.
// SPDX-License-Identifier: EUPL-1.2
import { type art21Measures, type HouseSize, houseSizes, type ItemOf } from '../catalogue/index.ts'
import { type Facts, knownValue } from '../facts/index.ts'

export type Measure = ItemOf<'measure'>
export type Letter = (typeof art21Measures)[number]

export interface Pack {
  readonly essentials: readonly Measure[]
  readonly others: readonly Measure[]
}

export function packOf(measures: readonly Measure[], letter: Letter | null = null): Pack {
  const wanted = letter === null ? measures : measures.filter(({ body }) => body.art21.includes(letter))
  return {
    essentials: wanted
      .filter(({ body }) => body.essential !== null)
      .toSorted((a, b) => (a.body.essential ?? 0) - (b.body.essential ?? 0)),
    others: wanted
      .filter(({ body }) => body.essential === null)
      .toSorted((a, b) => a.key.localeCompare(b.key)),
  }
}

export interface ChosenSize {
  readonly size: HouseSize
  /** `known`: by the facts of the house. `chosen`: the reader wants to see this one. `unknown`: nobody said how large it is. */
  readonly because: 'known' | 'chosen' | 'unknown'
}

/** The smallest pack where nothing is known: it holds for every house. */
export function sizeFor(facts: Facts, chosen: HouseSize | null): ChosenSize {
  const value = knownValue(facts, 'org.size')
  const known = houseSizes.find((size) => size === value)
  if (chosen !== null && chosen !== known) return { size: chosen, because: 'chosen' }
  return known ? { size: known, because: 'known' } : { size: 'practice', because: 'unknown' }
}
