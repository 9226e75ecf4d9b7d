// Tests of decision tables: three-valued answers, the rows that decided, whole tables, and that unknown is never no.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aFact, aTable, factsFrom, someKeys, sometimesKnown, wholeFacts } from './builders.ts'
import { type DecisionTable, decide, isInForce, strictestOf } from './decision-table.ts'
import { faultsOfTable } from './table-check.ts'

const size = aTable({
  outcomes: ['essential', 'important', 'not-in-scope'],
  rows: [
    { id: 'large', when: { 'org.staff': { from: 250 } }, outcome: 'essential' },
    { id: 'medium', when: { 'org.staff': { from: 50, below: 250 } }, outcome: 'important' },
    {
      id: 'small-lab',
      when: { 'org.staff': { below: 50 }, 'has.lab': { is: ['yes'] } },
      outcome: 'important',
    },
    { id: 'small', when: { 'org.staff': { below: 50 }, 'has.lab': { is: ['no'] } }, outcome: 'not-in-scope' },
  ],
})

test('a whole table has no fault', () => {
  assert.deepEqual(faultsOfTable(size, someKeys), [])
})

const cases: readonly [
  string,
  Record<string, string | number>,
  string,
  readonly string[],
  readonly string[],
][] = [
  ['the bound itself belongs to the row that begins there', { 'org.staff': 250 }, 'essential', ['large'], []],
  ['one below belongs to the row before', { 'org.staff': 249 }, 'important', ['medium'], []],
  ['a fact that no longer matters is not asked for', { 'org.staff': 100 }, 'important', ['medium'], []],
  ['what could settle it is named', { 'org.staff': 10 }, 'unknown', ['small-lab', 'small'], ['has.lab']],
  [
    'an answer of nobody knows is no answer',
    { 'org.staff': 10, 'has.lab': 'unknown' },
    'unknown',
    ['small-lab', 'small'],
    ['has.lab'],
  ],
  ['both facts decide together', { 'org.staff': 10, 'has.lab': 'no' }, 'not-in-scope', ['small'], []],
  [
    'nothing known leaves everything possible',
    {},
    'unknown',
    ['large', 'medium', 'small-lab', 'small'],
    ['org.staff', 'has.lab'],
  ],
  [
    'a certain no of one fact leaves out its rows',
    { 'has.lab': 'yes' },
    'unknown',
    ['large', 'medium', 'small-lab'],
    ['org.staff'],
  ],
]
for (const [name, known, answer, rows, lacking] of cases)
  test(name, () => {
    const decision = decide(size, factsFrom(known))
    assert.equal(decision.answer, answer)
    assert.deepEqual(
      decision.rows.map(({ id }) => id),
      rows,
    )
    assert.deepEqual(decision.lacking, lacking)
  })

test('where all that is still open says the same, it is said', () => {
  const table = aTable({
    outcomes: ['yes', 'no'],
    rows: [
      { id: 'many', when: { 'org.staff': { from: 50 } }, outcome: 'yes' },
      { id: 'few', when: { 'org.staff': { below: 50 } }, outcome: 'yes' },
    ],
  })
  assert.equal(decide(table, factsFrom({})).answer, 'yes')
})

test('with the policy strictest a stricter row that may still fit keeps it open', () => {
  const table = aTable({
    policy: 'strictest',
    outcomes: ['strict', 'lax'],
    rows: [
      { id: 'always', when: {}, outcome: 'lax' },
      { id: 'lab', when: { 'has.lab': { is: ['yes'] } }, outcome: 'strict' },
    ],
  })
  assert.deepEqual(faultsOfTable(table, someKeys), [])
  assert.equal(decide(table, factsFrom({})).answer, 'unknown')
  assert.equal(decide(table, factsFrom({ 'has.lab': 'no' })).answer, 'lax')
  assert.equal(decide(table, factsFrom({ 'has.lab': 'yes' })).answer, 'strict')
})

test('of two tables the strictest certain answer wins, and doubt about a stricter one stays', () => {
  const outcomes = ['strict', 'lax']
  const say = (answer: string, possible: readonly string[]) => ({
    ...decide(size, factsFrom({ 'org.staff': 300 })),
    answer,
    possible,
  })
  assert.equal(strictestOf([say('lax', ['lax']), say('strict', ['strict'])], outcomes).answer, 'strict')
  assert.equal(strictestOf([say('lax', ['lax']), say('unknown', outcomes)], outcomes).answer, 'unknown')
  assert.equal(strictestOf([say('strict', ['strict']), say('unknown', outcomes)], outcomes).answer, 'strict')
  assert.equal(strictestOf([say('unknown', outcomes)], outcomes).answer, 'unknown')
})

test('a table is in force from its first to its last day', () => {
  const dated = { validFrom: '2026-01-01', validTo: '2026-12-31' }
  assert.equal(isInForce(dated, new Date('2025-12-31T23:59:59Z')), false)
  assert.equal(isInForce(dated, new Date('2026-12-31T23:59:59Z')), true)
  assert.equal(isInForce(dated, new Date('2027-01-01T00:00:00Z')), false)
})

const faulty: readonly [string, Partial<DecisionTable>, RegExp][] = [
  ['a hole', { rows: size.rows.filter(({ id }) => id !== 'medium') }, /no row for org\.staff=/],
  [
    'a contradiction',
    { rows: [...size.rows, { id: 'again', when: { 'has.lab': { is: ['yes'] } }, outcome: 'not-in-scope' }] },
    /contradict/,
  ],
  [
    'a row that never decides',
    {
      policy: 'strictest',
      rows: [...size.rows, { id: 'idle', when: { 'org.staff': { from: 300 } }, outcome: 'important' }],
    },
    /row idle never decides/,
  ],
  [
    'a fact that nobody knows',
    { rows: [{ id: 'a', when: { nowhere: { is: ['yes'] } }, outcome: 'essential' }] },
    /no fact nowhere/,
  ],
  [
    'a value that the fact cannot have',
    { rows: [{ id: 'a', when: { 'has.lab': { is: ['perhaps'] } }, outcome: 'essential' }] },
    /perhaps is no value/,
  ],
  [
    'a bound on a word',
    { rows: [{ id: 'a', when: { 'has.lab': { from: 3 } }, outcome: 'essential' }] },
    /fits numbers/,
  ],
  ['an outcome that is none', { rows: [{ id: 'a', when: {}, outcome: 'other' }] }, /other is no outcome/],
]
for (const [name, changes, message] of faulty)
  test(`the check of a whole table finds ${name}`, () => {
    assert.match(faultsOfTable({ ...size, ...changes }, someKeys).join('\n'), message)
  })

test('taking a fact away never makes an answer another certain one: unknown is never treated as no', () => {
  fc.assert(
    fc.property(wholeFacts, sometimesKnown, (whole, kept) => {
      const full = decide(size, factsFrom(whole)).answer
      const partial = decide(
        size,
        factsFrom(Object.fromEntries(Object.entries(whole).filter(([key]) => kept[key]))),
      )
      assert.ok(partial.possible.includes(full), `${full} is not among ${partial.possible.join()}`)
      if (partial.answer !== 'unknown') assert.equal(partial.answer, full)
      assert.equal(partial.answer === 'unknown', partial.lacking.length > 0)
    }),
    { numRuns: 2000 },
  )
})

test('an explanation names the facts that decided, and only known ones', () => {
  const decision = decide(size, factsFrom({ 'org.staff': 10 }))
  assert.deepEqual(decision.used, ['org.staff'])
  assert.equal(aFact('x', 'y').value, 'y')
})
