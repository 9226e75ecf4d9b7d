// Whether a duty applies, from its tables; where the class is open, the answer is open only if it depends on the class.
// SPDX-License-Identifier: EUPL-1.2
import {
  type CurrentFact,
  type Decision,
  type DecisionTable,
  decide,
  type Facts,
  factKeysOf,
} from '../facts/index.ts'
import { type Combined, combine } from './combined.ts'
import { type ClassAnswer, classFact } from './entity-class.ts'

/** The strictest first. `uncertain`: everything asked is known, and the law leaves it open. */
export const dutyOutcomes = ['applies', 'uncertain', 'not-applicable'] as const

export function applicabilityOf(
  tables: readonly DecisionTable[],
  facts: Facts,
  entityClass: ClassAnswer,
  now: Date,
): Combined {
  const decisions = tables.map((table) =>
    factKeysOf(table).includes(classFact)
      ? decideByClass(table, facts, entityClass, now)
      : decide(table, facts),
  )
  return combine(decisions, dutyOutcomes)
}

/** The table for each class that is still possible, and their answers together. */
function decideByClass(
  table: DecisionTable,
  facts: Facts,
  { possible, designation, computed }: ClassAnswer,
  now: Date,
): Decision {
  const cases = possible
    .filter((outcome) => outcome !== 'uncertain')
    .map((outcome) => decide(table, designation ? facts : withClass(facts, outcome, now)))
  const isOpen = possible.includes('uncertain')
  // An authority's word is the class, whatever the rules still ask.
  const lackingForClass = designation ? [] : computed.lacking
  const outcomes = table.outcomes.filter(
    (outcome) => cases.some((one) => one.possible.includes(outcome)) || (isOpen && outcome === 'uncertain'),
  )
  const [only] = outcomes
  const isCertain = outcomes.length === 1 && only !== undefined
  return {
    answer: isCertain ? only : 'unknown',
    possible: outcomes,
    rows: [...new Set(cases.flatMap(({ rows }) => rows))],
    used: [...new Set(cases.flatMap(({ used }) => used))],
    lacking: isCertain ? [] : [...new Set([...cases.flatMap(({ lacking }) => lacking), ...lackingForClass])],
    table,
  }
}

function withClass(facts: Facts, outcome: string, now: Date): Facts {
  const computed: CurrentFact = {
    key: classFact,
    keyVersion: 1,
    value: outcome,
    source: 'rule',
    reference: null,
    asOf: now,
    confidence: 'estimated',
    tlp: 'TLP:AMBER+STRICT',
    recordedAt: null,
    recordedByName: null,
    isOld: false,
    beside: [],
  }
  return (key) => (key === classFact ? computed : facts(key))
}
