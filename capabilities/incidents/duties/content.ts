// How much of the content that is enough now a case already knows.
// SPDX-License-Identifier: EUPL-1.2
import type { FactKey } from '../fact-keys.ts'
import type { Rule } from './rule.ts'

export interface ContentStanding {
  readonly fields: readonly {
    readonly fact: FactKey
    readonly need: Rule['content'][number]['need']
    readonly isKnown: boolean
  }[]
  readonly requiredCount: number
  readonly knownCount: number
  readonly missing: readonly FactKey[]
}

/**
 * `isKnown` says whether the ledger has a value for a fact. Whether an answer "unknown" is enough depends on the field;
 * NIS2 Art. 23(4)(a) lets an early warning say that it is not known. Counts are of the required fields.
 */
export function contentStanding(
  { content }: Pick<Rule, 'content'>,
  isKnown: (fact: FactKey) => boolean,
): ContentStanding {
  const fields = content.map(({ fact, need }) => ({ fact, need, isKnown: isKnown(fact) }))
  const required = fields.filter(({ need }) => need === 'required')
  return {
    fields,
    requiredCount: required.length,
    knownCount: required.filter((field) => field.isKnown).length,
    missing: required.filter((field) => !field.isKnown).map(({ fact }) => fact),
  }
}
