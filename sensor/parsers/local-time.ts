// Instants of logs: with a zone, or in local time without one, or without a year.
// SPDX-License-Identifier: EUPL-1.2
import type { ReadingContext } from './parser.ts'

/** A date as a log tells it; months from 1. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly ms: number
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** A clock may be ahead of ours, and a line without a year may come from a zone ahead. */
const toleranceMs = dayMs

/** Milliseconds since 1970 as if the time were UTC; null where there is no such day or hour. */
function asUtc({ year, month, day, hour, minute, second, ms }: WallTime): number | null {
  const instant = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), ms)
  const date = new Date(instant)
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour
  return isReal && minute < 60 && second < 61 ? instant : null
}

/** In the hour that the autumn repeats the earlier instant; in the one that spring leaves out the later. */
export function instantOfWall(wall: WallTime, timeZone: string | undefined): number | null {
  const local = asUtc(wall)
  if (local === null || timeZone === undefined || timeZone === 'UTC') return local
  const before = local - offsetAt(local - 12 * hourMs, timeZone)
  const after = local - offsetAt(local + 12 * hourMs, timeZone)
  const matches = (instant: number): boolean => instant + offsetAt(instant, timeZone) === local
  if (matches(before)) return before
  return matches(after) ? after : before
}

/** The latest year in which the day exists and is not in the future. */
export function instantWithoutYear(
  wall: Omit<WallTime, 'year'>,
  { now, timeZone }: ReadingContext,
): number | null {
  const thisYear = new Date(now + toleranceMs).getUTCFullYear()
  for (let year = thisYear; year > thisYear - 9; year -= 1) {
    const instant = instantOfWall({ ...wall, year }, timeZone)
    if (instant !== null && instant <= now + toleranceMs) return instant
  }
  return null
}

const formats = new Map<string, Intl.DateTimeFormat | null>()
const offsets = new Map<string, number>()
const maxOffsets = 10_000

/** Offsets change on whole quarters of an hour only, so each is asked for once. */
function offsetAt(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / (hourMs / 4))
  const key = `${timeZone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= maxOffsets) offsets.clear()
  const offset = computeOffset(quarter * (hourMs / 4), timeZone)
  offsets.set(key, offset)
  return offset
}

function computeOffset(instant: number, timeZone: string): number {
  const format = formatFor(timeZone)
  if (format === null) return 0
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - Math.floor(instant / 1_000) * 1_000
}

/** null for a zone that is not known: its times count as UTC. */
function formatFor(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  let format: Intl.DateTimeFormat | null = null
  try {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    // The command line checks the zone when it is configured; a reading goes on without one.
  }
  formats.set(timeZone, format)
  return format
}

const isoForm =
  /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?\s?(Z|UTC|[+-]\d\d:?\d\d)?/

/** `2026-11-27 10:00:00,123`, with `T`, `Z` or an offset; without a zone it is local time. */
export function instantOfIso(text: string, timeZone: string | undefined): number | null {
  const found = isoForm.exec(text)
  if (found === null) return null
  const [, year, month, day, hour, minute, second, fraction, zone] = found
  const wall = wallOf(year, month, day, hour, minute, second, fraction)
  if (zone === undefined) return instantOfWall(wall, timeZone)
  const instant = asUtc(wall)
  return instant === null ? null : instant - offsetOf(zone)
}

export function wallOf(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  fraction?: string,
): WallTime {
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    ms: fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1_000),
  }
}

/** Milliseconds of `+0100` or `-05:30`. */
export function offsetOf(zone: string): number {
  const found = /^([+-])(\d\d):?(\d\d)$/.exec(zone)
  if (found === null) return 0
  const minutes = Number(found[2]) * 60 + Number(found[3])
  return (found[1] === '-' ? -minutes : minutes) * 60_000
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** 1 to 12, or NaN. */
export function monthNumber(name: string): number {
  const index = monthNames.indexOf(name.slice(0, 3).toLowerCase())
  return index === -1 ? Number.NaN : index + 1
}

/** Seconds, milliseconds, micro- or nanoseconds since 1970, told apart by size. */
export function instantOfEpoch(value: number): number | null {
  if (!Number.isFinite(value) || value <= 0) return null
  let ms = value
  if (value < 1e11) ms = value * 1_000
  else if (value >= 1e17) ms = value / 1e6
  else if (value >= 1e14) ms = value / 1_000
  return ms < 8.64e15 ? Math.floor(ms) : null
}
