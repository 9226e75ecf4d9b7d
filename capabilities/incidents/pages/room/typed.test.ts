// How fields of forms are read: what is kept, what is a fault, and times on the night when clocks change.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localText, readFields } from './typed.ts'

const now = new Date('2026-03-29T01:30:00Z')
const zone = 'Europe/Berlin'

function faultOf(text: string, when: 'past' | 'future' | 'any' = 'past') {
  const read = readFields({ at: text }, zone, now)
  read.moment('at', when)
  const outcome = read.outcome(() => null)
  return 'faults' in outcome ? outcome.faults.at : null
}

test('a time is read in the zone of the hospital, also across the hour that is missing', () => {
  const read = readFields({ at: '2026-03-29T01:59', later: '2026-03-29 03:00' }, zone, now)
  assert.equal(read.moment('at', 'past').toISOString(), '2026-03-29T00:59:00.000Z')
  assert.equal(read.moment('later', 'any').toISOString(), '2026-03-29T01:00:00.000Z')
  assert.equal(localText(now, zone), '2026-03-29T03:30')
})

test('what lies ahead is no past, what is over is no plan, and a slip in the year is noticed', () => {
  assert.equal(faultOf('2026-03-29T03:40'), null, 'a clock may run ten minutes ahead')
  assert.equal(faultOf('2026-03-29T03:41'), 'not-yet')
  assert.equal(faultOf('2026-03-29T03:20', 'future'), null)
  assert.equal(faultOf('2026-03-29T03:19', 'future'), 'not-past')
  assert.equal(faultOf('1926-03-29T03:19'), 'year')
  assert.equal(faultOf('2026-02-30T03:19'), 'no-time')
  assert.equal(faultOf(''), 'missing')
  assert.equal(faultOf('x'.repeat(100_000)), 'no-time')
})

test('texts lose what a database refuses, and too long ones are a fault and not cut', () => {
  const read = readFields({ a: ' x\0y ', b: 'z'.repeat(11), c: '   ' }, zone, now)
  assert.equal(read.text('a', 10), 'xy')
  read.text('b', 10)
  assert.equal(read.optional('c', 10), null)
  read.text('missing', 10)
  assert.deepEqual(
    read.outcome(() => null),
    { faults: { b: 'too-long', missing: 'missing' } },
  )
})
