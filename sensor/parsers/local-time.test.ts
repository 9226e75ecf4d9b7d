// Tests of instants from logs: years that are not told, zones, and the hours that a clock repeats or leaves out.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOfEpoch, instantOfIso, instantWithoutYear } from './local-time.ts'

const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString()
const wall = (month: number, day: number, hour = 10) => ({ month, day, hour, minute: 0, second: 0, ms: 0 })

test('a day without a year is the latest that is not in the future', () => {
  const january = { source: '', now: Date.UTC(2027, 0, 1, 0, 5) }
  assert.equal(iso(instantWithoutYear(wall(12, 31, 23), january)), '2026-12-31T23:00:00.000Z')
  assert.equal(iso(instantWithoutYear(wall(1, 1, 0), january)), '2027-01-01T00:00:00.000Z')
  assert.equal(iso(instantWithoutYear(wall(1, 3), january)), '2026-01-03T10:00:00.000Z')
  const december = { source: '', now: Date.UTC(2026, 11, 31, 23, 55) }
  assert.equal(iso(instantWithoutYear(wall(1, 1, 0), december)), '2027-01-01T00:00:00.000Z')
  assert.equal(iso(instantWithoutYear(wall(2, 29), december)), '2024-02-29T10:00:00.000Z')
  assert.equal(instantWithoutYear(wall(2, 30), december), null)
  assert.equal(instantWithoutYear(wall(Number.NaN, 1), december), null)
})

test('local time is that of the zone, in summer and in winter', () => {
  assert.equal(iso(instantOfIso('2026-07-01 12:00:00', 'Europe/Berlin')), '2026-07-01T10:00:00.000Z')
  assert.equal(iso(instantOfIso('2026-12-01 12:00:00', 'Europe/Berlin')), '2026-12-01T11:00:00.000Z')
  assert.equal(iso(instantOfIso('2026-12-01 12:00:00', undefined)), '2026-12-01T12:00:00.000Z')
  assert.equal(iso(instantOfIso('2026-12-01 12:00:00', 'Nowhere/Invented')), '2026-12-01T12:00:00.000Z')
  assert.equal(iso(instantOfIso('2026-07-01T12:00:00-05:30', 'Europe/Berlin')), '2026-07-01T17:30:00.000Z')
})

test('a repeated hour counts as the first, a hour that is left out as the one after', () => {
  assert.equal(iso(instantOfIso('2026-10-25 01:59:59', 'Europe/Berlin')), '2026-10-24T23:59:59.000Z')
  assert.equal(iso(instantOfIso('2026-10-25 02:30:00', 'Europe/Berlin')), '2026-10-25T00:30:00.000Z')
  assert.equal(iso(instantOfIso('2026-10-25 03:00:00', 'Europe/Berlin')), '2026-10-25T02:00:00.000Z')
  assert.equal(iso(instantOfIso('2026-03-29 01:59:59', 'Europe/Berlin')), '2026-03-29T00:59:59.000Z')
  assert.equal(iso(instantOfIso('2026-03-29 02:30:00', 'Europe/Berlin')), '2026-03-29T01:30:00.000Z')
  assert.equal(iso(instantOfIso('2026-03-29 03:00:00', 'Europe/Berlin')), '2026-03-29T01:00:00.000Z')
})

test('days and hours that do not exist are no instants', () => {
  for (const text of [
    '2026-02-30 10:00:00',
    '2026-13-01 10:00:00',
    '2026-01-01 25:00:00',
    '2026-01-01 10:61:00',
    'x',
  ]) {
    assert.equal(instantOfIso(text, 'UTC'), null, text)
  }
})

test('numbers since 1970 are told apart by their size', () => {
  for (const value of [1_795_773_600, 1_795_773_600_000, 1_795_773_600_000_000, 1_795_773_600_000_000_000]) {
    assert.equal(iso(instantOfEpoch(value)), '2026-11-27T10:00:00.000Z')
  }
  for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) assert.equal(instantOfEpoch(value), null)
})
