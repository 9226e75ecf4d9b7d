// What the journal keeps of a fact: enough to work every clock out again, and no texts of people.
// SPDX-License-Identifier: EUPL-1.2
import type { FactValue } from './fact.ts'
import { type FactKey, factShapes } from './fact-keys.ts'

export function detailsOf(
  factNumber: number,
  fact: { readonly key: FactKey; readonly value: FactValue | null },
): Readonly<Record<string, unknown>> {
  const isText = factShapes[fact.key].kind === 'text'
  return { fact: factNumber, key: fact.key, ...(isText ? {} : { value: fact.value }) }
}
