// Tests of what people type: days that they mean, at most half a year away, and reasons where they are needed.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChoice, readDay, readRequest, readStep } from './typed.ts'

const today = { now: new Date('2026-11-16T08:00:00Z'), timeZone: 'Europe/Vienna' }
const typed = (text: string) => {
  const [day = '', month = '', year = ''] = text.split(' ')
  return { day, month, year }
}
const read = (text: string, at: 'start' | 'end' = 'end') => {
  const result = readDay(typed(text), today, { maxDays: 183, at })
  return result instanceof Date ? result.toISOString() : result
}

test('a day is read in the zone of the house, shortly before it ends or as it begins', () => {
  assert.equal(read('1 12 2026'), '2026-12-01T22:59:00.000Z')
  assert.equal(read('1 12 2026', 'start'), '2026-11-30T23:00:00.000Z')
})

test('no day, a day that is none, today, yesterday, and too far away are each said', () => {
  assert.equal(read(''), 'date')
  assert.equal(read('30 2 2027'), 'date')
  assert.equal(read('x 2 2027'), 'date')
  assert.equal(read('1 1 99999'), 'date')
  assert.equal(read('16 11 2026'), 'past')
  assert.equal(read('17 11 2026'), '2026-11-17T22:59:00.000Z')
  assert.equal(read('18 5 2027'), '2027-05-18T21:59:00.000Z')
  assert.equal(read('19 5 2027'), 'far')
})

test('putting off needs a day and a reason, "not for us" a reason, "done" nothing', () => {
  const choice = (kind: Parameters<typeof readChoice>[0], text: string, reason: string, who = '') =>
    readChoice(kind, { ...typed(text), reason, who }, today).faults
  assert.deepEqual(choice('put-off', '', ' '), { until: 'date', reason: 'missing' })
  assert.deepEqual(choice('put-off', '1 3 2027', 'new system comes in March'), null)
  assert.deepEqual(choice('not-for-us', '', 'x'.repeat(1001)), { reason: 'long' })
  assert.deepEqual(choice('done', '', ''), null)
  assert.deepEqual(choice('planned', '1 3 2027', ''), null)
  assert.deepEqual(choice('planned', '1 3 2027', '', 'x'.repeat(201)), { who: 'long' })
})

test('a request needs a name only; a telephone number that is none is said', () => {
  const asked = { text: '', contactName: 'Jana Brandt', contactPhone: '' }
  assert.equal(readRequest(asked).faults, null)
  assert.deepEqual(readRequest({ ...asked, contactName: '', contactPhone: 'ring me' }).faults, {
    contactName: 'missing',
    contactPhone: 'phone',
  })
})

test('marks that turn the direction of words and signs that nobody sees are taken out of what is typed', () => {
  const asked = { text: 'a\u202eb\u0007', contactName: ' Jana\u2066 Brandt', contactPhone: '' }
  const { value } = readRequest(asked)
  assert.deepEqual([value?.text, value?.contactName], ['a b', 'Jana  Brandt'])
})

test('what was delivered or why not has to be said; a promise needs a day', () => {
  const step = (kind: Parameters<typeof readStep>[0], note: string, text = '') =>
    readStep(kind, { ...typed(text), note }, today).faults
  assert.deepEqual(step('deliver', ''), { note: 'missing' })
  assert.deepEqual(step('take', ''), null)
  assert.deepEqual(step('promise', ''), { when: 'date' })
  assert.deepEqual(step('promise', '', '1 12 2026'), null)
})
