// Tests of the significance decision: every combination of answers, and figures of national law.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { significanceAnswers, significanceOf } from './significance.ts'

const threshold = {
  fact: 'usersAffected',
  atLeast: 1000,
  source: { title: 'An invented regulation', url: null },
  validFrom: '2026-01-01',
  verifiedBy: null,
} as const

const cases = [
  ['it happened', { severeDisruption: 'happened' }, 'yes'],
  ['being capable of it is enough', { damageToOthers: 'possible' }, 'yes'],
  ['financial loss alone is enough', { financialLoss: 'happened', severeDisruption: 'no' }, 'yes'],
  ['nothing is known', {}, 'unknown'],
  ['one question is open', { severeDisruption: 'no', financialLoss: 'no' }, 'unknown'],
  ['all three are no', { severeDisruption: 'no', financialLoss: 'no', damageToOthers: 'no' }, 'no'],
] as const

for (const [name, facts, expected] of cases)
  test(`significance, ${name}: ${expected}`, () => assert.equal(significanceOf(facts).answer, expected))

test('no combination with an open question is taken for no, and one grave answer always is yes', () => {
  for (const severeDisruption of significanceAnswers)
    for (const financialLoss of significanceAnswers)
      for (const damageToOthers of significanceAnswers) {
        const answers: readonly string[] = [severeDisruption, financialLoss, damageToOthers]
        const isGrave = answers.includes('happened') || answers.includes('possible')
        const { answer, because } = significanceOf({ severeDisruption, financialLoss, damageToOthers })
        assert.equal(answer, isGrave ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no')
        assert.ok(because.length > 0)
      }
})

test('a figure of national law that is reached makes it significant; one not reached settles nothing', () => {
  assert.equal(significanceOf({}, { usersAffected: 1000 }, [threshold]).answer, 'yes')
  assert.equal(significanceOf({}, { usersAffected: 999 }, [threshold]).answer, 'unknown')
  assert.equal(
    significanceOf({ damageToOthers: 'possible' }, { usersAffected: 1 }, [threshold]).answer,
    'yes',
  )
})

test('what is open is named', () => {
  assert.deepEqual(significanceOf({ severeDisruption: 'no', financialLoss: 'unknown' }).lacking, [
    'financialLoss',
    'damageToOthers',
  ])
})
