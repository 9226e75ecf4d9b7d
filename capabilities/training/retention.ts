// How long a try at a course is kept: as short as the course allows, because it is about an employee.
// SPDX-License-Identifier: EUPL-1.2

/** After this time without a step a try and all its answers are deleted; the cookie that leads to it lasts twelve hours. */
export const attemptKeptDays = 2

export function attemptsEndBefore(now: Date): Date {
  return new Date(now.getTime() - attemptKeptDays * 86_400_000)
}
