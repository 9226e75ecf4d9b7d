// Calendar days, clock times and months in a time zone: which day an instant falls on, and when clocks there show a time.
// SPDX-License-Identifier: EUPL-1.2

/** `2026-11-17`. */
export type CalendarDay = string

/** What the clocks of a zone show. */
export interface WallTime {
  readonly day: CalendarDay
  /** Milliseconds after 00:00 as the clocks show it, 0 to 86,399,999. */
  readonly msOfDay: number
}

/** How often clocks show a time: the change to summer time skips some, the change back shows some twice. */
export type Showing = 'once' | 'skipped' | 'doubled'

const dayMs = 86_400_000

export function dayOf(instant: Date, timeZone: string): CalendarDay {
  return wallTimeOf(instant, timeZone).day
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** 0 is Sunday, 6 Saturday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** The instant at which clocks of that zone show this hour; where a change skips the hour, the first one after it. */
export function instantOf(day: CalendarDay, hour: number, timeZone: string): Date {
  return instantAtWall({ day, msOfDay: hour * 3_600_000 }, timeZone).at
}

export function wallTimeOf(instant: Date, timeZone: string): WallTime {
  const wall = instant.getTime() + offsetAt(instant.getTime(), timeZone)
  const day = new Date(wall).toISOString().slice(0, 10)
  return { day, msOfDay: wall - Date.parse(`${day}T00:00:00Z`) }
}

/**
 * When clocks show this time. Shown twice: the first time. Never shown: as much later as the clocks leap, so that 02:30
 * is read as 03:30 where they go from 02:00 to 03:00.
 */
export function instantAtWall(
  { day, msOfDay }: WallTime,
  timeZone: string,
): { readonly at: Date; readonly showing: Showing } {
  const wall = Date.parse(`${day}T00:00:00Z`) + msOfDay
  const before = offsetAt(wall - dayMs, timeZone)
  const shown = [...new Set([before, offsetAt(wall + dayMs, timeZone)])]
    .map((offset) => wall - offset)
    .filter((at) => at + offsetAt(at, timeZone) === wall)
  const [first] = shown.sort((a, b) => a - b)
  if (first === undefined) return { at: new Date(wall - before), showing: 'skipped' }
  return { at: new Date(first), showing: shown.length > 1 ? 'doubled' : 'once' }
}

/** `local` as a form sends it, `2026-03-29T02:15`, in the sense of `instantAtWall`; an invalid date where it is none. */
export function instantAt(local: string, timeZone: string): Date {
  const wall = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? new Date(`${local}:00Z`) : new Date(Number.NaN)
  // The engine takes 30 February for 2 March; nobody means that.
  if (Number.isNaN(wall.getTime()) || !wall.toISOString().startsWith(local)) return new Date(Number.NaN)
  const day = local.slice(0, 10)
  return instantAtWall({ day, msOfDay: wall.getTime() - Date.parse(`${day}T00:00:00Z`) }, timeZone).at
}

export interface AddedMonths {
  readonly at: Date
  /** The month has no such day, so its last one was taken: 31 January and a month is 28 or 29 February. */
  readonly isClamped: boolean
  readonly showing: Showing
}

/** Calendar months at the same local time, in the sense of `instantAtWall` where clocks change. */
export function addMonths(instant: Date, months: number, timeZone: string): AddedMonths {
  const { day, msOfDay } = wallTimeOf(instant, timeZone)
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const target = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)))
  return {
    ...instantAtWall({ day: target.toISOString().slice(0, 10), msOfDay }, timeZone),
    isClamped: date > lastDate,
  }
}

export function isTimeZone(name: string): boolean {
  // A bare offset such as +01:00 knows no summer time, and Intl would take it.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) return false
  try {
    formatterOf(name)
    return true
  } catch {
    return false
  }
}

// Making a formatter costs fifty times what it costs to use one.
const maxFormatters = 500
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  if (formatters.size >= maxFormatters) formatters.clear()
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timeZone, made)
  return made
}

// A case asks for the same few moments again and again, and writing one out is what all of it costs.
const maxOffsets = 20_000
const offsets = new Map<string, number>()

/** Milliseconds by which local time is ahead of UTC. */
function offsetAt(instantMs: number, timeZone: string): number {
  const state = `${instantMs} ${timeZone}`
  const known = offsets.get(state)
  if (known !== undefined) return known
  if (offsets.size >= maxOffsets) offsets.clear()
  const offset = writtenOffset(instantMs, timeZone)
  offsets.set(state, offset)
  return offset
}

function writtenOffset(instantMs: number, timeZone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatterOf(timeZone).formatToParts(instantMs)) parts[type] = Number(value)
  const local = Date.UTC(
    parts.year ?? 0,
    (parts.month ?? 1) - 1,
    parts.day ?? 1,
    parts.hour ?? 0,
    parts.minute ?? 0,
    parts.second ?? 0,
  )
  return local - Math.floor(instantMs / 1000) * 1000
}
