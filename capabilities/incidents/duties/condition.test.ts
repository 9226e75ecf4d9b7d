// Tests of the decision tables: unknown is never no, tables are complete, and what lacks is what matters.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completionsOf, conditions, decide, factsOf, rowFor } from './condition.ts'
import type { ConditionFacts } from './condition-facts.ts'

const tables = [...conditions]
const isUnknown = (facts: ConditionFacts) => (fact: keyof ConditionFacts) => facts[fact] === 'unknown'

for (const [name, table] of tables) {
  const asked = factsOf(table)
  const states = completionsOf(asked, {})

  test(`${name}: with every fact known the answer is never unknown`, () => {
    for (const facts of states)
      if (!asked.some(isUnknown(facts)))
        assert.notEqual(rowFor(table, facts).answer, 'unknown', JSON.stringify(facts))
  })

  test(`${name}: unknown is never no, but where the law itself presumes`, () => {
    for (const facts of states) {
      const row = rowFor(table, facts)
      if (row.presumed || row.answer === 'unknown' || row.because === 'voluntary') continue
      for (const completed of completionsOf(asked.filter(isUnknown(facts)), facts))
        assert.equal(rowFor(table, completed).answer, row.answer, JSON.stringify([facts, completed]))
    }
  })

  test(`${name}: an unknown answer names facts, and answering all of them settles it`, () => {
    for (const facts of states) {
      const { applies, lacking } = decide(name, facts)
      assert.equal(lacking.length > 0, applies === 'unknown', JSON.stringify(facts))
      for (const completed of completionsOf(lacking, facts))
        if (!lacking.some(isUnknown(completed)))
          assert.notEqual(rowFor(table, completed).answer, 'unknown', JSON.stringify([facts, completed]))
    }
  })
}

test('the presumptions are these and no others', () => {
  const presumed = tables.flatMap(([name, table]) =>
    table.flatMap((row) => (row.presumed ? [`${name}: ${row.because}`] : [])),
  )
  assert.deepEqual(presumed.sort(), [
    'gdpr-33: gdpr-risk-presumed',
    'nis2-ongoing: nis2-class-says-no',
    'nis2-recipients: nis2-class-says-no',
    'nis2-significant: nis2-class-says-no',
  ])
})

test('a decision names the facts of its row with their answers', () => {
  assert.deepEqual(decide('cer', { criticalEntity: 'yes', essentialServiceHit: 'yes' }).decidedBy, [
    { fact: 'criticalEntity', answer: 'yes' },
    { fact: 'essentialServiceHit', answer: 'yes' },
  ])
  assert.deepEqual(decide('cer', { essentialServiceHit: 'yes' }).lacking, ['criticalEntity'])
  assert.throws(() => decide('no such table', {}))
})
