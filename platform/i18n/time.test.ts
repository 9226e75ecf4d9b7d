// Tests how instants and time left are written, also across the change to and from summer time.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  chooseLocale,
  formatDay,
  formatInstant,
  formatLeft,
  formatList,
  formatNumber,
  isLocale,
  type Locale,
  loadTranslations,
  nameOfLocale,
  percentRun,
} from './index.ts'

const { translator } = loadTranslations(fileURLToPath(new URL('../../translations', import.meta.url)))
const timeZone = 'Europe/Berlin'
const instant = (text: string, locale: Locale = 'en') =>
  formatInstant(new Date(text), { translator: translator(locale), timeZone })
const left = (now: string, due: string, locale: Locale = 'en') =>
  formatLeft(new Date(now), new Date(due), translator(locale))

test('an instant has its weekday and 24 hours in every language', () => {
  assert.equal(instant('2026-11-18T07:12:00Z'), 'Wed 18 Nov, 08:12')
  assert.equal(instant('2026-11-18T07:12:00Z', 'de'), 'Mi., 18. Nov., 08:12 Uhr')
  assert.equal(instant('2026-11-18T07:12:00Z', 'fr'), 'mer. 18 nov., 08:12')
  assert.equal(instant('2026-11-18T07:12:00Z', 'it'), 'mer 18 nov, 08:12')
})

test('midnight is 00:00 and belongs to the new day', () => {
  assert.equal(instant('2026-11-17T23:00:00Z'), 'Wed 18 Nov, 00:00')
  assert.equal(instant('2026-11-17T22:59:59Z'), 'Tue 17 Nov, 23:59')
})

test('the other styles leave out or add what their name says', () => {
  const at = new Date('2026-11-17T08:40:00Z')
  const styled = (style: 'time' | 'day' | 'day-year' | 'instant-year' | 'long') =>
    formatInstant(at, { translator: translator('en'), timeZone, style })
  assert.equal(styled('time'), '09:40')
  assert.equal(styled('day'), 'Tue 17 Nov')
  assert.equal(styled('day-year'), 'Tue 17 Nov 2026')
  assert.equal(styled('instant-year'), 'Tue 17 Nov 2026, 09:40')
  assert.equal(styled('long'), 'Tuesday 17 November 2026, 09:40')
})

test('a calendar day stays the same day in every time zone', () => {
  assert.equal(formatDay('2026-11-30', { translator: translator('en') }), 'Mon 30 Nov')
  assert.throws(() => formatDay('30.11.2026', { translator: translator('en') }), RangeError)
})

test('when summer time ends on 25 October 2026 the hour from two to three comes twice', () => {
  assert.equal(instant('2026-10-25T00:30:00Z'), 'Sun 25 Oct, 02:30')
  assert.equal(instant('2026-10-25T01:30:00Z'), 'Sun 25 Oct, 02:30')
  assert.equal(
    left('2026-10-24T06:12:00Z', '2026-10-25T07:12:00Z'),
    '1 day 1 h left',
    'from 08:12 to 08:12 are 25 hours',
  )
  assert.equal(left('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'), '1 h 0 min left')
})

test('when summer time begins on 29 March 2026 the hour from two to three is missing', () => {
  assert.equal(instant('2026-03-29T00:59:00Z'), 'Sun 29 Mar, 01:59')
  assert.equal(instant('2026-03-29T01:00:00Z'), 'Sun 29 Mar, 03:00')
  assert.equal(
    left('2026-03-28T07:12:00Z', '2026-03-29T06:12:00Z'),
    '23 h 0 min left',
    'from 08:12 to 08:12 are 23 hours',
  )
})

test('time left is rounded down and changes its unit at an hour, a day and ten days', () => {
  const now = '2026-11-17T08:40:00Z'
  assert.equal(left(now, '2026-11-18T07:12:00Z'), '22 h 32 min left')
  assert.equal(left(now, '2026-11-17T09:39:59Z'), '59 min left')
  assert.equal(left(now, '2026-11-17T08:40:30Z'), 'less than a minute left')
  assert.equal(left(now, '2026-11-19T14:30:00Z'), '2 days 5 h left')
  assert.equal(left(now, '2026-11-19T08:40:00Z'), '2 days left')
  assert.equal(left(now, '2026-11-30T22:59:00Z'), '13 days left')
  assert.equal(left(now, '2026-11-18T07:12:00Z', 'de'), 'noch 22 Std. 32 Min.')
})

test('what is over says by how much, from the first minute on', () => {
  const due = '2026-11-17T08:15:00Z'
  assert.equal(left('2026-11-17T08:15:00Z', due), 'less than a minute left')
  assert.equal(left('2026-11-17T08:15:01Z', due), 'due just now')
  assert.equal(left('2026-11-17T08:40:00Z', due), '25 min over')
  assert.equal(left('2026-11-25T08:40:00Z', due), '8 days over')
  assert.equal(left('2026-11-18T08:40:00Z', due, 'de'), 'seit 1 Tag überfällig')
})

test('the share of a clock that has run stays between nothing and all', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 17, hour))
  assert.equal(percentRun(at(0), at(6), at(12)), 50)
  assert.equal(percentRun(at(2), at(0), at(12)), 0)
  assert.equal(percentRun(at(0), at(13), at(12)), 100)
  assert.equal(percentRun(at(5), at(5), at(5)), 100)
})

test('the first of our languages that the browser asks for is chosen, else English', () => {
  assert.equal(chooseLocale('fi, de-AT;q=0.8, fr;q=0.9'), 'fr')
  assert.equal(chooseLocale('de;q=0, it;q=0.1'), 'it')
  assert.equal(chooseLocale('el'), 'en')
  assert.equal(chooseLocale(undefined), 'en')
  assert.equal(chooseLocale(';;,q=,'.repeat(10_000)), 'en')
  assert.equal(isLocale('__proto__'), false)
})

test('numbers, lists and language names follow the language', () => {
  assert.equal(formatNumber(1904, translator('de')), '1.904')
  assert.equal(formatList(['A', 'B', 'C'], translator('it')), 'A, B e C')
  assert.equal(nameOfLocale('fr'), 'Français')
})
