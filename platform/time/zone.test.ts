// Tests of calendar days in a time zone, across both changes of the clock.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, dayOf, instantOf } from './zone.ts'

test('an instant falls on the day that the clocks there show', () => {
  const late = new Date('2026-11-16T23:30:00Z')
  assert.equal(dayOf(late, 'Europe/Berlin'), '2026-11-17')
  assert.equal(dayOf(late, 'Atlantic/Azores'), '2026-11-16')
})

test('a day begins at local midnight, in summer and in winter', () => {
  assert.equal(instantOf('2026-07-01', 0, 'Europe/Berlin').toISOString(), '2026-06-30T22:00:00.000Z')
  assert.equal(instantOf('2026-12-01', 0, 'Europe/Berlin').toISOString(), '2026-11-30T23:00:00.000Z')
})

test('the day on which clocks change is 23 or 25 hours long', () => {
  const length = (day: string) =>
    (instantOf(addDays(day, 1), 0, 'Europe/Berlin').getTime() -
      instantOf(day, 0, 'Europe/Berlin').getTime()) /
    3_600_000
  assert.equal(length('2026-03-29'), 23)
  assert.equal(length('2026-10-25'), 25)
  assert.equal(length('2026-11-17'), 24)
})

test('seven in the morning is seven on the day of the change too', () => {
  assert.equal(instantOf('2026-03-29', 7, 'Europe/Berlin').toISOString(), '2026-03-29T05:00:00.000Z')
  assert.equal(instantOf('2026-10-25', 7, 'Europe/Berlin').toISOString(), '2026-10-25T06:00:00.000Z')
})
