// Writes times as the clock on the wall of the house showed them, also in the hour that the change of the clocks repeats.
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../words/words.ts'
import { hourMs } from './group.ts'

export interface HouseTimes {
  readonly zone: string
  /** Fri 27 Nov 2026, 20:10 */
  instant(at: number): string
  /** Fri 27 Nov 2026 */
  day(at: number): string
  /** 27 Nov */
  date(at: number): string
  /** 20:10; with its offset from UTC where the clock showed this time twice. */
  clock(at: number): string
  /** Begin of the day or month in which `at` lies, as text that sorts: 2026-11-27, 2026-11. */
  dayKey(at: number): string
  monthKey(at: number): string
  month(at: number): string
}

/** Throws with a remedy where the zone is unknown. */
export function houseTimes(zone: string, language: Language): HouseTimes {
  const format = (locale: string, options: Intl.DateTimeFormatOptions) => {
    try {
      return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
    } catch {
      throw new Error(
        `There is no time zone "${zone.slice(0, 60)}". Name one like Europe/Berlin with --time-zone.`,
      )
    }
  }
  // British order of day and month; Swedish writes what sorts.
  const locale = language === 'en' ? 'en-GB' : language
  const dayOf = format(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  const clockOf = format(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const monthOf = format(locale, { month: 'short', year: 'numeric' })
  const dateOf = format(locale, { day: 'numeric', month: 'short' })
  const keyOf = format('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' })
  const offsetOf = format('en-GB', { timeZoneName: 'longOffset' })

  const wall = (at: number) => `${keyOf.format(at)} ${clockOf.format(at)}`
  const isTwice = (at: number) => wall(at) === wall(at + hourMs) || wall(at) === wall(at - hourMs)
  const offset = (at: number) =>
    offsetOf
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')
      ?.value.replace('GMT', 'UTC') ?? ''
  const clock = (at: number) => (isTwice(at) ? `${clockOf.format(at)} ${offset(at)}` : clockOf.format(at))
  const day = (at: number) => dayOf.format(at)
  return {
    zone,
    day,
    date: (at) => dateOf.format(at),
    clock,
    instant: (at) => `${day(at)}, ${clock(at)}`,
    dayKey: (at) => keyOf.format(at),
    monthKey: (at) => keyOf.format(at).slice(0, 7),
    month: (at) => monthOf.format(at),
  }
}

export function zoneOfThisMachine(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
