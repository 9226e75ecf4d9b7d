// The week's time: a Monday of winter time on, without a change of clocks; instants are milliseconds UTC.
// SPDX-License-Identifier: EUPL-1.2

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Monday 2 November 2026, 00:00 at a place one hour ahead of UTC. */
export const weekStart = Date.UTC(2026, 10, 1, 23)
const offset = hour

/** The instant of an hour (fractions too) on a day of the week; Monday is 0, days before are negative. */
export function instantOf(dayOfWeek: number, hours: number): number {
  return weekStart + dayOfWeek * day + Math.round(hours * hour)
}

export function dayOf(at: number): number {
  return Math.floor((at - weekStart) / day)
}

export function hourOfDay(at: number): number {
  return Math.floor((at - weekStart - dayOf(at) * day) / hour)
}

export function isWeekend(dayOfWeek: number): boolean {
  return ((dayOfWeek % 7) + 7) % 7 > 4
}

let knownSecond = 0
let knownText = ''

/** 2026-11-02T07:12:33.120+01:00; a log has many records of one second, so its text is kept. */
export function localIso(at: number): string {
  const second = Math.floor(at / 1_000)
  if (second !== knownSecond) {
    knownSecond = second
    knownText = new Date(second * 1_000 + offset).toISOString().slice(0, 20)
  }
  return `${knownText}${String(at - second * 1_000).padStart(3, '0')}+01:00`
}

/** 2026-11-02, of the place. */
export function localDate(at: number): string {
  return new Date(at + offset).toISOString().slice(0, 10)
}
