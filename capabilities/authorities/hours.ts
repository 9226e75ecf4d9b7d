// Whether somebody answers at an instant, from the hours that a source states.
// SPDX-License-Identifier: EUPL-1.2
import type { Hours } from './authority.ts'

/** `yes-unless-holiday`: within the hours of the week; public holidays are not known to us. */
export type Open = 'yes' | 'yes-unless-holiday' | 'no' | 'unknown'

export function openAt(hours: Hours, at: Date): Open {
  if (hours.kind === 'always') return 'yes'
  if (hours.kind === 'unknown') return 'unknown'
  const { weekday, time } = localTime(at, hours.timeZone)
  const isOpen = hours.days.includes(weekday) && hours.from <= time && time < hours.to
  return isOpen ? 'yes-unless-holiday' : 'no'
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function localTime(at: Date, timeZone: string): { readonly weekday: number; readonly time: string } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return { weekday: weekdays.indexOf(parts.weekday ?? '') + 1, time: `${parts.hour}:${parts.minute}` }
}
