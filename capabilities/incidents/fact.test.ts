// Tests of the ledger of facts: corrections, order, values of every shape.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currentValue, type FactEntry, factStatementSchema, foldLedger } from './fact.ts'

const entry = (number: number, changes: Partial<FactEntry> = {}): FactEntry => ({
  number,
  key: 'dataSubjectCount',
  value: number * 100,
  source: 'call with the supplier',
  confidence: 'likely',
  recordedAt: new Date('2026-11-16T02:00:00Z'),
  recordedBy: 'P. Example',
  reason: null,
  ...changes,
})

const statement = (key: string, value: unknown) =>
  factStatementSchema.safeParse({
    key,
    value,
    source: 'the night log',
    confidence: 'confirmed',
    recordedBy: 'P. Example',
    reason: null,
  })

test('the newest entry is current and the old values stay, oldest first', () => {
  const fact = foldLedger([entry(1), entry(2), entry(3)]).get('dataSubjectCount')
  assert.equal(fact?.current.value, 300)
  assert.deepEqual(
    fact?.struck.map(({ value }) => value),
    [100, 200],
  )
})

test('the order in which entries come and a repeated entry change nothing', () => {
  const inOrder = foldLedger([entry(1), entry(2), entry(3)])
  assert.deepEqual(foldLedger([entry(3), entry(1), entry(2), entry(1)]), inOrder)
})

test('a fact that was taken back is not known, and what it said stays visible', () => {
  const ledger = foldLedger([entry(1), entry(2, { value: null, reason: 'wrong list' })])
  assert.equal(currentValue(ledger, 'dataSubjectCount'), null)
  assert.equal(ledger.get('dataSubjectCount')?.struck.length, 1)
  assert.equal(currentValue(ledger, 'rootCause'), null)
})

test('a value has to have the shape of its key', () => {
  const good: readonly (readonly [string, unknown])[] = [
    ['awareAt', '2026-11-16T02:00:00+01:00'],
    ['maliciousSuspected', 'unknown'],
    ['dataSubjectCount', 0],
    ['usersAffectedShare', 12.5],
    ['countriesAffected', ['FR', 'BE']],
    ['severeDisruption', 'possible'],
    ['rootCause', null],
  ]
  for (const [key, value] of good) assert.ok(statement(key, value).success, key)
  const bad: readonly (readonly [string, unknown])[] = [
    ['awareAt', '2026-02-30T02:00:00Z'],
    ['awareAt', '2026-11-16T02:00:00'],
    ['maliciousSuspected', 'perhaps'],
    ['dataSubjectCount', -1],
    ['dataSubjectCount', '12'],
    ['usersAffectedShare', 100.1],
    ['countriesAffected', ['France']],
    ['severeDisruption', 'maybe'],
    ['description', ''],
    ['description', 'x'.repeat(10_001)],
    ['noSuchKey', 'x'],
  ]
  for (const [key, value] of bad) assert.ok(!statement(key, value).success, `${key} ${value}`)
})

test('an instant is kept in UTC', () => {
  assert.equal(statement('awareAt', '2026-11-16T02:00:00+01:00').data?.value, '2026-11-16T01:00:00.000Z')
})
