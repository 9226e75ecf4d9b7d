// How restore tests age, and what a forecast may promise from them.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forecastService } from './forecast.ts'
import { type AgeRule, ageOf, ageRuleAt, type RestoreTest } from './restore-test.ts'
import { readLocal, readOrder, readPerson, readTest, type TypedTest } from './typed.ts'

const now = new Date('2026-11-17T08:40:00Z')
const dayMs = 86_400_000
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)

let made = 0
function tested(system: string, hours: number, days: number, more: Partial<RestoreTest> = {}): RestoreTest {
  const endedAt = daysAgo(days)
  made += 1
  return {
    id: made,
    system,
    systemClass: 'other',
    startedAt: new Date(endedAt.getTime() - hours * 3_600_000),
    endedAt,
    sizeGb: null,
    watchedBy: 'Pia Lorenz',
    outcome: 'restored',
    note: 'opened ten files',
    evidence: null,
    recordedByName: 'Jana Brandt',
    recordedAt: endedAt,
    withdrawnAt: null,
    ...more,
  }
}

test('a test is fresh up to its last day, ageing up to the next limit, and stale a millisecond later', () => {
  const { freshDays, ageingDays } = ageRuleAt(now)
  const at = (endedAt: Date) => ageOf({ endedAt }, now)
  assert.equal(at(daysAgo(freshDays)), 'fresh')
  assert.equal(at(new Date(daysAgo(freshDays).getTime() - 1)), 'ageing')
  assert.equal(at(daysAgo(ageingDays)), 'ageing')
  assert.equal(at(new Date(daysAgo(ageingDays).getTime() - 1)), 'stale')
})

test('the rule in force at an instant decides, not a later one', () => {
  const rule = (id: string, validFrom: string, freshDays: number): AgeRule => ({
    id,
    validFrom,
    freshDays,
    ageingDays: 365,
    source: 'test',
    verifiedBy: null,
  })
  const rules = [rule('b', '2026-12-01', 10), rule('a', '2026-01-01', 100)]
  assert.equal(ageRuleAt(now, rules).id, 'a')
  assert.equal(ageRuleAt(new Date('2026-12-01T00:00:00Z'), rules).id, 'b')
})

test('hours of the last good tests add up in order', () => {
  const tests = [
    tested('Network storage', 3, 20),
    tested('network  STORAGE', 5, 200),
    tested('Laboratory database', 4.5, 10),
  ]
  const forecast = forecastService('laboratory', ['Network storage', 'Laboratory database'], tests, now)
  assert.equal(forecast.knownHours, 7.5)
  assert.equal(forecast.isAtLeast, false)
  assert.equal(forecast.age, 'fresh')
})

test('a system that was never tested makes the sum a lower limit, never a promise', () => {
  const forecast = forecastService(
    'dialysis',
    ['Network storage', 'Dialysis server'],
    [tested('Network storage', 3, 20)],
    now,
  )
  assert.equal(forecast.knownHours, 3)
  assert.equal(forecast.isAtLeast, true)
  assert.equal(forecast.steps[1]?.lack, 'never-tested')
})

test('a later test that failed takes away what an earlier good one proved', () => {
  const tests = [tested('Network storage', 3, 100), tested('Network storage', 1, 5, { outcome: 'failed' })]
  const [step] = forecastService('emergency', ['Network storage'], tests, now).steps
  assert.equal(step?.hours, null)
  assert.equal(step?.lack, 'failed-since')
})

test('a withdrawn test counts for nothing, and a stale one is said to be too old', () => {
  const withdrawn = [tested('A', 3, 5, { withdrawnAt: now }), tested('A', 6, 400)]
  const forecast = forecastService('emergency', ['A'], withdrawn, now)
  assert.equal(forecast.knownHours, null)
  assert.equal(forecast.steps[0]?.lack, 'only-stale')
  assert.equal(forecastService('emergency', [], [], now).knownHours, null)
})

const typed: TypedTest = {
  system: ' Laboratory   database ',
  systemClass: 'database',
  startedAt: '2026-11-16 08:00',
  endedAt: '2026-11-16 12:30',
  sizeGb: '1,5',
  watchedBy: 'Pia Lorenz',
  outcome: 'restored',
  note: 'three records compared with paper',
}

test('a test is read in the time zone of the member, also where the clocks change', () => {
  const read = readTest(typed, null, 'Europe/Berlin', now)
  assert.equal(read.value?.startedAt.toISOString(), '2026-11-16T07:00:00.000Z')
  assert.equal(read.value?.system, 'Laboratory database')
  assert.equal(read.value?.sizeGb, 1.5)
  assert.equal(readLocal('2026-07-01 08:05', 'Europe/Berlin')?.toISOString(), '2026-07-01T06:05:00.000Z')
  for (const text of ['2026-02-30 08:00', '2026-11-17', '8:00', '2026-11-17 25:00', '2026-13-01 08:00'])
    assert.equal(readLocal(text, 'Europe/Berlin'), null, text)
})

test('what cannot be is a fault at its field: an end before the beginning or in the future, and no evidence', () => {
  const faults = (changes: Partial<TypedTest>) => readTest({ ...typed, ...changes }, null, 'UTC', now).faults
  assert.deepEqual(faults({ endedAt: '2026-11-16 08:00' }), { endedAt: true })
  assert.deepEqual(faults({ endedAt: '2026-11-18 08:00' }), { endedAt: true })
  assert.deepEqual(faults({ startedAt: '2026-09-01 08:00' }), { endedAt: true })
  assert.deepEqual(faults({ note: ' ' }), { note: true })
  assert.deepEqual(faults({ sizeGb: 'much', outcome: '', watchedBy: '' }), {
    sizeGb: true,
    watchedBy: true,
    outcome: true,
  })
  const evidence = { name: 'log.txt', sha256: 'a'.repeat(64) }
  assert.equal(readTest({ ...typed, note: '' }, evidence, 'UTC', now).faults, null)
})

test('an order keeps its lines, each system once and first where it was first', () => {
  assert.deepEqual(readOrder('Domain controller\n\n Storage \nstorage\nLaboratory'), [
    'Domain controller',
    'Storage',
    'Laboratory',
  ])
  assert.equal(readOrder(Array.from({ length: 41 }, (_, index) => `s${index}`).join('\n')), null)
})

test('a private number is taken only with consent', () => {
  const person = { name: 'Pia', task: 'decides', phone: '+43 555 0100' }
  assert.deepEqual(readPerson({ ...person, agreed: '' }).faults, { agreed: true })
  assert.equal(readPerson({ ...person, agreed: 'yes' }).faults, null)
  assert.deepEqual(readPerson({ ...person, phone: 'ask', agreed: 'yes' }).faults, { phone: true })
})
