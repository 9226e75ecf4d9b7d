// What falls due in a house beside its alerts, and when it is told of it: on Mondays, from seven in the morning there.
// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, instantOf } from '../../platform/time/zone.ts'

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

/** What is further away than this is told on a later Monday. */
export const dueAheadDays = 14
const hour = 7

/** The Monday for which a house is written to, or null: on other days, before seven, or when it was written to already. */
export function dueMonday(lastToldAt: Date | null, now: Date, timeZone: string): string | null {
  const today = dayOf(now, timeZone)
  const isMonday = new Date(`${today}T00:00:00Z`).getUTCDay() === 1
  if (!isMonday || now < instantOf(today, hour, timeZone)) return null
  return lastToldAt && dayOf(lastToldAt, timeZone) >= today ? null : today
}

/** To the end of that day in the house. */
export function dueUntil(monday: string, timeZone: string): Date {
  return instantOf(addDays(monday, dueAheadDays + 1), 0, timeZone)
}
