// How much longer Regulation (EEC, Euratom) 1182/71 would allow: shown beside a deadline and never operative.
// SPDX-License-Identifier: EUPL-1.2
import {
  addDays,
  type CalendarDay,
  instantAtWall,
  wallTimeOf,
  weekdayOf,
} from '../../../platform/time/zone.ts'

const hourMs = 3_600_000
/** Art. 3(5): a period of two days or more includes at least two working days. */
const hoursOfTwoDays = 48
const workingDaysOfLongPeriods = 2

/**
 * The end of a period in hours under Art. 3(1) and (2)(a): the hour of the event does not count. Public holidays differ
 * by place and are not known here, so only Saturdays and Sundays count as free: the true moment can be later still.
 */
export function laterEndOfHours(anchorAt: Date, hours: number, timeZone: string): Date {
  const { day, msOfDay } = wallTimeOf(anchorAt, timeZone)
  const start = new Date(anchorAt.getTime() - (msOfDay % hourMs) + hourMs)
  const end = new Date(start.getTime() + hours * hourMs)
  if (hours < hoursOfTwoDays) return end
  let last = day
  for (let found = 0; found < workingDaysOfLongPeriods; found++) last = nextWorkingDay(addDays(last, 1))
  const enough = endOfDay(last, timeZone)
  return enough > end ? enough : end
}

/** The end of a period in months under Art. 3(2)(c) and (4): the whole last day, or the next working day. */
export function laterEndOfMonths(dueAt: Date, timeZone: string): Date {
  return endOfDay(nextWorkingDay(wallTimeOf(dueAt, timeZone).day), timeZone)
}

function nextWorkingDay(day: CalendarDay): CalendarDay {
  const weekday = weekdayOf(day)
  if (weekday === 6) return addDays(day, 2)
  return weekday === 0 ? addDays(day, 1) : day
}

function endOfDay(day: CalendarDay, timeZone: string): Date {
  return instantAtWall({ day: addDays(day, 1), msOfDay: 0 }, timeZone).at
}
