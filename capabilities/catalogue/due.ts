// What falls due in a house beside its alerts, and when it is told of it: once a week, on Monday from seven in the morning there.
// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, instantOf, weekdayOf } from '../../platform/time/zone.ts'

/** What a house set itself or keeps by rule, each with the page on which it is seen. */
export const dueKinds = {
  measure: 'month',
  'duty-review': 'duties',
  'assessment-renew': 'check',
  'course-renew': 'training',
} as const
export type DueKind = keyof typeof dueKinds

export interface DueCount {
  readonly kind: DueKind
  readonly count: number
  /** Of them, those whose day has passed. */
  readonly late: number
  readonly firstDueAt: Date
}

/** What is further away than this is told in a later week. */
export const dueAheadDays = 14
const hour = 7

/**
 * The Monday of the week of which a house is told, or null before seven in the morning there. On other days it is the
 * Monday before, so that a centre that was down then tells as soon as it is up.
 */
export function dueMonday(now: Date, timeZone: string): string | null {
  const today = dayOf(now, timeZone)
  if (now < instantOf(today, hour, timeZone)) return null
  return addDays(today, -((weekdayOf(today) + 6) % 7))
}

export interface DueSpan {
  /** What a house set itself later than this waits for the next Monday, also where it is told late. */
  readonly startedBefore: Date
  readonly dueBefore: Date
}

/** From Monday at seven to the end of the last day ahead, both in the house. */
export function dueSpan(monday: string, timeZone: string): DueSpan {
  return {
    startedBefore: instantOf(monday, hour, timeZone),
    dueBefore: instantOf(addDays(monday, dueAheadDays + 1), 0, timeZone),
  }
}
