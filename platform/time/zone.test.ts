// Tests of calendar days in a time zone, across both changes of the clock.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, addMonths, dayOf, instantAt, instantAtWall, instantOf, isTimeZone } from './zone.ts'

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

const at = (text: string) => new Date(text)
const shown = (day: string, time: string, zone: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const { at, showing } = instantAtWall({ day, msOfDay: (hours * 60 + minutes) * 60_000 }, zone)
  return [at.toISOString().slice(0, 16), showing]
}

test('a local time that clocks show twice is the first, one that they skip is as much later as they leap', () => {
  assert.deepEqual(shown('2026-10-25', '02:30', 'Europe/Berlin'), ['2026-10-25T00:30', 'doubled'])
  assert.deepEqual(shown('2026-10-25', '03:00', 'Europe/Berlin'), ['2026-10-25T02:00', 'once'])
  assert.deepEqual(shown('2026-03-29', '02:30', 'Europe/Berlin'), ['2026-03-29T01:30', 'skipped'])
  assert.deepEqual(shown('2026-03-29', '00:30', 'Atlantic/Azores'), ['2026-03-29T01:30', 'skipped'])
  assert.deepEqual(shown('2026-10-25', '00:30', 'Atlantic/Azores'), ['2026-10-25T00:30', 'doubled'])
})

test('a month later is the same local time, also over a change of the clocks', () => {
  const later = (text: string, zone: string) => addMonths(at(text), 1, zone).at.toISOString()
  assert.equal(later('2026-10-10T12:00:00Z', 'Europe/Paris'), '2026-11-10T13:00:00.000Z')
  assert.equal(later('2026-03-10T13:00:00Z', 'Europe/Paris'), '2026-04-10T12:00:00.000Z')
  assert.equal(later('2026-12-15T08:00:05.250Z', 'Europe/Paris'), '2027-01-15T08:00:05.250Z')
})

test('a month without that day ends on its last day, in the zone and not in UTC', () => {
  assert.deepEqual(addMonths(at('2027-01-31T12:00:00Z'), 1, 'Europe/Rome'), {
    at: at('2027-02-28T12:00:00Z'),
    isClamped: true,
    showing: 'once',
  })
  assert.equal(
    addMonths(at('2028-01-31T12:00:00Z'), 1, 'Europe/Rome').at.toISOString(),
    '2028-02-29T12:00:00.000Z',
  )
  // 23:30 UTC on 30 January is 31 January in Rome and still 30 January on the Azores.
  assert.equal(
    addMonths(at('2028-01-30T23:30:00Z'), 1, 'Europe/Rome').at.toISOString(),
    '2028-02-28T23:30:00.000Z',
  )
  assert.equal(addMonths(at('2028-01-30T23:30:00Z'), 1, 'Atlantic/Azores').isClamped, true)
})

test('only names of zones are time zones, no bare offsets', () => {
  assert.deepEqual(
    ['Europe/Berlin', 'UTC', 'Etc/GMT+1', '+01:00', 'Mars/Olympus', '', 'Europe/Berlin\n'].map(isTimeZone),
    [true, true, true, false, false, false, false],
  )
})

test('a local time of a form becomes an instant, and what is no date of the calendar an invalid one', () => {
  assert.equal(instantAt('2026-11-27T03:10', 'Europe/Paris').toISOString(), '2026-11-27T02:10:00.000Z')
  for (const wrong of ['2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01T24:00', '2026-01-01', ''])
    assert.ok(Number.isNaN(instantAt(wrong, 'Europe/Paris').getTime()), wrong)
})
