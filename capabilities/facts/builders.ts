// Test data: facts, keys and tables as the tests of rules need them; other capabilities use them too.
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import type { DecisionTable } from './decision-table.ts'
import type { FactKey, FactShape, FactSource, FactValue } from './fact-key.ts'
import type { CurrentFact, Facts } from './statement.ts'

export const factMoment = new Date('2026-11-17T08:00:00Z')

const words = (text: string) => ({
  en: `${text} (en)`,
  de: `${text} (de)`,
  fr: `${text} (fr)`,
  it: `${text} (it)`,
})

export function aKey(key: string, shape: FactShape, changes: Partial<FactKey> = {}): FactKey {
  const choices = 'choices' in shape ? shape.choices : []
  return {
    key,
    version: 1,
    group: 'organisation',
    shape,
    readFrom: null,
    agesAfterDays: 365,
    label: words(key),
    question: words(`${key}?`),
    why: words(`why ${key}`),
    help: null,
    choiceLabels: Object.fromEntries(choices.map((choice) => [choice, words(choice)])),
    retired: false,
    ...changes,
  }
}

export const someKeys: ReadonlyMap<string, FactKey> = new Map(
  [
    aKey('org.staff', { kind: 'number', unit: 'people', min: 0, max: 100_000 }),
    aKey('has.lab', { kind: 'answer' }),
    aKey('has.services', { kind: 'several', choices: ['imaging', 'dialysis'] }),
  ].map((key) => [key.key, key]),
)

export function aFact(key: string, value: FactValue, changes: Partial<CurrentFact> = {}): CurrentFact {
  return {
    key,
    keyVersion: 1,
    value,
    source: 'answer' satisfies FactSource,
    reference: null,
    asOf: factMoment,
    confidence: 'stated',
    tlp: 'TLP:AMBER+STRICT',
    recordedAt: factMoment,
    recordedByName: 'Jana Brandt',
    isOld: false,
    beside: [],
    ...changes,
  }
}

export function factsFrom(known: Readonly<Record<string, FactValue>>): Facts {
  return (key) => {
    const value = known[key]
    return value === undefined ? null : aFact(key, value)
  }
}

export function aTable(changes: Partial<DecisionTable> & Pick<DecisionTable, 'rows'>): DecisionTable {
  return {
    key: 'a-table',
    version: '1.0.0',
    title: words('a table'),
    source: 'a test',
    articles: [],
    validFrom: '2026-01-01',
    validTo: null,
    verifiedBy: null,
    outcomes: ['yes', 'no'],
    policy: 'agree',
    ...changes,
  }
}

export const wholeFacts = fc.record({
  'org.staff': fc.oneof(fc.constantFrom(0, 49, 50, 249, 250), fc.integer({ min: 0, max: 1000 })),
  'has.lab': fc.constantFrom('yes', 'no'),
})
export const sometimesKnown: fc.Arbitrary<Record<string, boolean>> = fc.record({
  'org.staff': fc.boolean(),
  'has.lab': fc.boolean(),
})
