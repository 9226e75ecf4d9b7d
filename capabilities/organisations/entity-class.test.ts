// Tests of the entity class: every threshold, every missing fact, and what an authority decides.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type EntityFacts, entityClassOf } from './entity-class.ts'
import { entityClassRuleOn } from './entity-class-rules.ts'

const now = new Date('2026-11-16T08:00:00Z')
const million = 1_000_000

function facts(
  employees: number | null,
  turnoverEuro: number | null = null,
  balanceSheetEuro: number | null = null,
  changes: Partial<EntityFacts> = {},
): EntityFacts {
  return {
    kind: 'provider',
    country: 'AT',
    employees,
    turnoverEuro,
    balanceSheetEuro,
    designation: null,
    ...changes,
  }
}

const cases: readonly [string, EntityFacts, string][] = [
  ['250 employees', facts(250), 'essential'],
  ['249 employees and small figures', facts(249, 1, 1), 'important'],
  ['50 employees and small figures', facts(50, 1, 1), 'important'],
  ['49 employees and small figures', facts(49, 1, 1), 'not-in-scope'],
  [
    'few employees, figures just above both ceilings',
    facts(10, 50 * million + 1, 43 * million + 1),
    'essential',
  ],
  ['few employees, turnover just at the ceiling', facts(10, 50 * million, 99 * million), 'important'],
  ['few employees, balance sheet just at the ceiling', facts(10, 99 * million, 43 * million), 'important'],
  [
    'few employees, both figures just above ten million',
    facts(10, 10 * million + 1, 10 * million + 1),
    'important',
  ],
  ['few employees, both figures at ten million', facts(10, 10 * million, 10 * million), 'not-in-scope'],
  ['few employees, only turnover above', facts(10, 99 * million, 9 * million), 'not-in-scope'],
  ['few employees, small turnover, balance sheet unknown', facts(10, 9 * million, null), 'not-in-scope'],
  ['100 employees, small turnover, balance sheet unknown', facts(100, 20 * million, null), 'important'],
  ['100 employees, figures unknown', facts(100), 'unknown'],
  ['10 employees, figures unknown', facts(10), 'unknown'],
  ['employees unknown, small figures', facts(null, 1, 1), 'unknown'],
  ['employees unknown, large figures', facts(null, 60 * million, 60 * million), 'essential'],
  ['nothing known', facts(null), 'unknown'],
]

for (const [name, given, expected] of cases)
  test(`${name}: ${expected}`, () => assert.equal(entityClassOf(given, now).answer, expected))

test('unknown names the facts that are lacking and what is still possible', () => {
  const { computed } = entityClassOf(facts(100), now)
  assert.deepEqual(computed.lacking, ['turnoverEuro', 'balanceSheetEuro'])
  assert.deepEqual(computed.possible, ['essential', 'important'])
  assert.deepEqual(computed.decided, [{ fact: 'employees', value: 100 }])
  assert.deepEqual(entityClassOf(facts(null), now).computed.possible, [
    'essential',
    'important',
    'not-in-scope',
  ])
})

test('a known class names the facts that decided and only those', () => {
  assert.deepEqual(entityClassOf(facts(300, 5, 5), now).computed.decided, [{ fact: 'employees', value: 300 }])
  assert.deepEqual(entityClassOf(facts(10, 9, null), now).computed.decided, [
    { fact: 'employees', value: 10 },
    { fact: 'turnoverEuro', value: 9 },
  ])
})

test('what an authority designated wins, and the computed class stays visible', () => {
  const designation = { entityClass: 'essential', source: 'Decision 12/2025 of the authority' } as const
  const result = entityClassOf(facts(5, 1, 1, { designation }), now)
  assert.equal(result.answer, 'essential')
  assert.equal(result.decidedBy, 'designation')
  assert.deepEqual(result.designation, designation)
  assert.equal(result.computed.answer, 'not-in-scope')
})

test('outside the Union, for suppliers and the centre, and before the rule the answer is unknown', () => {
  assert.equal(entityClassOf(facts(5, 1, 1, { country: 'CH' }), now).answer, 'unknown')
  assert.equal(entityClassOf(facts(500, 1, 1, { country: 'NO' }), now).answer, 'unknown')
  assert.equal(entityClassOf(facts(500, 1, 1, { kind: 'supplier' }), now).answer, 'unknown')
  assert.equal(entityClassOf(facts(500), new Date('2024-10-17T12:00:00Z')).answer, 'unknown')
  assert.equal(entityClassOf(facts(500), new Date('2024-10-18T12:00:00Z')).answer, 'essential')
})

test('the rule says where it comes from and that nobody has verified it', () => {
  const rule = entityClassRuleOn('2026-11-16')
  assert.equal(rule?.source, 'Directive (EU) 2022/2555')
  assert.equal(rule?.verifiedBy, null)
  assert.equal(rule?.countries.length, 27)
})

const figure = fc.option(
  fc.oneof(
    fc.constantFrom(0, 49, 50, 249, 250, 10 * million, 10 * million + 1, 43 * million + 1, 50 * million + 1),
    fc.integer({ min: 0, max: 100 * million }),
  ),
  { nil: null },
)

test('any completion of missing facts leads to a class that was announced as possible', () => {
  const whole = fc.integer({ min: 0, max: 100 * million })
  fc.assert(
    fc.property(figure, figure, figure, whole, whole, whole, (a, b, c, x, y, z) => {
      const { computed } = entityClassOf(facts(a, b, c), now)
      const { answer } = entityClassOf(facts(a ?? x, b ?? y, c ?? z), now)
      assert.ok(computed.possible.some((possible) => possible === answer))
      assert.equal(computed.answer === 'unknown', computed.possible.length > 1)
      assert.equal(computed.answer === 'unknown', computed.lacking.length > 0)
    }),
    { numRuns: 1000 },
  )
})
