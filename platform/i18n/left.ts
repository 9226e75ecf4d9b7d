// Says how much time is left until something is due, or how long it is over.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from './translator.ts'

const minuteMs = 60_000
const minutesPerHour = 60
const minutesPerDay = 24 * minutesPerHour
/** From here on hours no longer help anybody. */
const daysWithoutHours = 10

/** Rounds down both ways: never more time left than there is, never more over than there is. */
export function formatLeft(now: Date, due: Date, { t }: Translator): string {
  const difference = due.getTime() - now.getTime()
  const total = Math.floor(Math.abs(difference) / minuteMs)
  const isOver = difference < 0
  const days = Math.floor(total / minutesPerDay)
  const hours = Math.floor((total % minutesPerDay) / minutesPerHour)
  const minutes = total % minutesPerHour
  if (total === 0) return isOver ? t('shell.time.over.now') : t('shell.time.left.now')
  if (total < minutesPerHour)
    return isOver ? t('shell.time.over.minutes', { minutes }) : t('shell.time.left.minutes', { minutes })
  if (days === 0)
    return isOver
      ? t('shell.time.over.hours', { hours, minutes })
      : t('shell.time.left.hours', { hours, minutes })
  if (hours === 0 || days >= daysWithoutHours || isOver)
    return isOver ? t('shell.time.over.days', { days }) : t('shell.time.left.days', { days })
  return t('shell.time.left.daysHours', { days, hours })
}

/** How much of a clock has run, in whole per cent from 0 to 100. */
export function percentRun(start: Date, now: Date, due: Date): number {
  const whole = due.getTime() - start.getTime()
  if (whole <= 0) return 100
  const run = (now.getTime() - start.getTime()) / whole
  return Math.min(100, Math.max(0, Math.floor(run * 100)))
}
