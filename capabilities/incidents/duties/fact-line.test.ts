// Tests of the lines of facts: what is read, what is refused, and that nothing hostile gets through.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readFactLine } from './fact-line.ts'

const now = new Date('2026-11-27T12:00:00Z')
const good = {
  id: 'a',
  country: 'FR',
  timeZone: 'Europe/Paris',
  entityClass: 'essential',
  criticalEntity: false,
  significant: true,
  personalData: 'breach',
  awareAt: '2026-11-27T02:10:00Z',
}
const read = (changes: object) => readFactLine(JSON.stringify({ ...good, ...changes }), now)
const pointers = (changes: object) => read(changes).faults.map(({ pointer }) => pointer)

test('a line is read with yes, no, true, false and null', () => {
  const { line } = read({ criticalEntity: 'unknown', significant: 'no', personalData: null })
  assert.deepEqual(line?.situation.facts, {
    entityClass: 'essential',
    criticalEntity: 'unknown',
    significant: 'no',
  })
  assert.equal(line?.situation.moments.awareAt?.toISOString(), '2026-11-27T02:10:00.000Z')
  assert.deepEqual(line?.at, now)
})

test('instants are read with Z, with an offset, and as local time', () => {
  const aware = (awareAt: string) => read({ awareAt }).line?.situation.moments.awareAt?.toISOString()
  assert.equal(aware('2026-11-27T03:10:00+01:00'), '2026-11-27T02:10:00.000Z')
  assert.equal(aware('2026-11-27T03:10'), '2026-11-27T02:10:00.000Z')
  assert.equal(aware('2026-11-27 03:10:05.5'), '2026-11-27T02:10:05.500Z')
})

test('a local time that clocks show twice is taken once with a remark, one that they skip is refused', () => {
  const twice = read({ awareAt: '2026-10-25T02:30' })
  assert.equal(twice.line?.situation.moments.awareAt?.toISOString(), '2026-10-25T00:30:00.000Z')
  assert.match(twice.remarks[0]?.detail ?? '', /twice/)
  assert.match(read({ awareAt: '2026-03-29T02:30' }).faults[0]?.detail ?? '', /does not exist/)
})

test('every fault is said at once with its pointer', () => {
  assert.deepEqual(
    pointers({
      id: '',
      country: 'france',
      timeZone: '+01:00',
      entityClass: 'big',
      significant: 'perhaps',
      awareAt: '2026-02-30T10:00:00Z',
      notificationSubmittedAt: 5,
      lawOn: 'today',
    }),
    [
      '/id',
      '/country',
      '/timeZone',
      '/entityClass',
      '/significant',
      '/awareAt',
      '/notificationSubmittedAt',
      '/lawOn',
    ],
  )
  for (const awareAt of [
    'yesterday',
    '2026-13-01T00:00Z',
    '2026-01-01T25:00Z',
    '1999-12-31T00:00Z',
    '2026-01-01T00:00+99:00',
  ])
    assert.deepEqual(pointers({ awareAt }), ['/awareAt'], awareAt)
})

test('a code that is no country is refused, since its law would be taken for foreign', () => {
  assert.deepEqual(pointers({ country: 'EL' }), ['/country'])
  assert.deepEqual(pointers({ country: 'QQ' }), ['/country'])
  assert.deepEqual(pointers({ country: 'GR', timeZone: 'Europe/Athens' }), [])
})

test('a field that nobody knows is remarked and does not hinder the answer', () => {
  const { line, remarks } = read({ 'notificationSubmitedAt/~': '2026-11-27T03:10:00Z' })
  assert.ok(line)
  assert.deepEqual(
    remarks.map(({ pointer }) => pointer),
    ['/notificationSubmitedAt~1~0'],
  )
})

test('a notification before awareness is remarked', () => {
  assert.equal(read({ notificationSubmittedAt: '2026-11-26T02:10:00Z' }).remarks.length, 1)
})

test('the law of today counts, or of a later day of awareness, or of the day asked for', () => {
  assert.equal(read({ awareAt: '2024-01-01T00:00:00Z' }).line?.situation.lawOn, '2026-11-27')
  assert.equal(read({ awareAt: '2028-01-31T12:00:00Z' }).line?.situation.lawOn, '2028-01-31')
  assert.equal(read({ lawOn: '2024-10-17' }).line?.situation.lawOn, '2024-10-17')
})

test('no text whatever makes reading throw, and each is answered or refused', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({ id: fc.string(), country: fc.anything(), timeZone: fc.string(), awareAt: fc.string() })
      .map((value) => JSON.stringify(value) ?? ''),
  )
  fc.assert(
    fc.property(anything, (text) => {
      const { line, faults } = readFactLine(text, now)
      assert.equal(line === null, faults.length > 0)
    }),
    { numRuns: 2000 },
  )
  assert.match(readFactLine(`"${'x'.repeat(200_000)}"`, now).faults[0]?.detail ?? '', /longer/)
})
