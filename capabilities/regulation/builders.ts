// Test data: facts of invented houses, known, partly known, or decided by an authority.
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { aFact } from '../facts/builders.ts'
import type { FactKey, Facts, FactValue } from '../facts/index.ts'

export type Known = Readonly<Record<string, FactValue>>

/** `authority`: the class that an authority decided. */
export function factsFrom(known: Known, authority?: string): Facts {
  return (key) => {
    if (key === 'nis2.entity-class' && authority !== undefined)
      return aFact(key, authority, { source: 'authority', reference: 'Decision 12/2026' })
    const value = known[key]
    return value === undefined ? null : aFact(key, value)
  }
}

/** Any value of the fact; of numbers often those around the bounds of the law. */
export function anyValueOf({ shape }: FactKey): fc.Arbitrary<FactValue> {
  switch (shape.kind) {
    case 'answer':
      return fc.constantFrom('yes', 'no')
    case 'choice':
      return fc.constantFrom(...shape.choices)
    case 'several':
      return fc.uniqueArray(fc.constantFrom(...shape.choices), { maxLength: 4 })
    case 'number':
      return fc.oneof(
        fc
          .constantFrom(9, 10, 19, 20, 49, 50, 249, 250, 29_999, 30_000, 2_000_001, 10_000_001, 50_000_001)
          .filter((value) => value <= shape.max),
        fc.integer({ min: shape.min, max: shape.max }),
      )
  }
}

/** A house of which everything is known. */
export function anyHouse(keys: readonly FactKey[]): fc.Arbitrary<Known> {
  return fc.record(Object.fromEntries(keys.map((key) => [key.key, anyValueOf(key)])))
}

/** The same house with some facts never said and some answered with "I don't know". */
export function partOf(house: Known, asked: readonly ('said' | 'silent' | 'unknown')[]): Known {
  return Object.fromEntries(
    Object.entries(house).flatMap(([key, value], index) => {
      const how = asked[index % Math.max(1, asked.length)] ?? 'said'
      if (how === 'silent') return []
      return [[key, how === 'unknown' ? 'unknown' : value]]
    }),
  )
}
