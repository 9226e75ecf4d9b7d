// Minute, hour, day, week, month and year of a field's time, as the log writes it: Sigma converts no time zones.
// SPDX-License-Identifier: EUPL-1.2
import type { TimePart } from '../sigma/expression.ts'

/** Digits of an ISO 8601 time as they stand there; a bare number counts as seconds or milliseconds since 1970, in UTC. */
export function timePart(text: string, part: TimePart): number | null {
  const found = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/.exec(text)
  const [year, month, day, hour, minute] = found
    ? found.slice(1).map((digits) => (digits === undefined ? null : Number(digits)))
    : ofEpoch(text)
  if (year == null || month == null || day == null) return null
  switch (part) {
    case 'year':
      return year
    case 'month':
      return month
    case 'day':
      return day
    case 'week':
      return isoWeek(year, month, day)
    case 'hour':
      return hour ?? null
    case 'minute':
      return minute ?? null
  }
}

function ofEpoch(text: string): readonly (number | null)[] {
  if (!/^\d{9,13}(\.\d+)?$/.test(text)) return []
  const number = Number(text)
  const date = new Date(number < 1e11 ? number * 1_000 : number)
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
  ]
}

/** ISO 8601: the week that has the year's first Thursday is week 1. */
function isoWeek(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day))
  const weekday = date.getUTCDay() || 7
  date.setUTCDate(date.getUTCDate() + 4 - weekday)
  const first = Date.UTC(date.getUTCFullYear(), 0, 1)
  return Math.ceil(((date.getTime() - first) / 86_400_000 + 1) / 7)
}
