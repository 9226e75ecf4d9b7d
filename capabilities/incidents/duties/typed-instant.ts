// Reads an instant that a person or program wrote: with an offset, or as the clocks of the hospital show it.
// SPDX-License-Identifier: EUPL-1.2
import { instantAtWall } from '../../../platform/time/zone.ts'

const form = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?$/
const firstYear = 2000
const lastYear = 2100

export type TypedInstant =
  | { readonly at: Date; readonly isAmbiguous: boolean }
  | { readonly fault: string; readonly at?: never }

/**
 * ISO 8601 with `Z` or an offset is an instant. Without, it is local time in `timeZone`; a time that clocks show twice
 * there is read as the first, one that they skip is refused.
 */
export function readTypedInstant(text: string, timeZone: string | null): TypedInstant {
  const match = form.exec(text)
  if (!match)
    return { fault: 'is no ISO 8601 instant such as 2026-11-27T03:10:00Z or 2026-11-27T04:10:00+01:00' }
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  const ms = Number((match[7] ?? '0').slice(0, 3).padEnd(3, '0'))
  const wall = new Date(Date.UTC(year, month - 1, date, hour, minute, second || 0, ms))
  if (
    wall.getUTCMonth() !== month - 1 ||
    wall.getUTCDate() !== date ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  )
    return { fault: 'is no date and time of the calendar' }
  if (year < firstYear || year > lastYear)
    return { fault: `lies outside of the years ${firstYear} to ${lastYear}` }
  const zone = match[8]
  return zone === undefined ? readLocal(wall, timeZone) : readOffset(wall, zone)
}

function readOffset(wall: Date, zone: string): TypedInstant {
  if (zone === 'Z') return { at: wall, isAmbiguous: false }
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number)
  if (hours > 14 || minutes > 59) return { fault: `has no possible offset: ${zone}` }
  const offsetMs = (hours * 60 + minutes) * 60_000 * (zone.startsWith('-') ? -1 : 1)
  return { at: new Date(wall.getTime() - offsetMs), isAmbiguous: false }
}

function readLocal(wall: Date, timeZone: string | null): TypedInstant {
  if (timeZone === null) return { fault: 'has no offset, and without a time zone it cannot be placed' }
  const day = wall.toISOString().slice(0, 10)
  const { at, showing } = instantAtWall(
    { day, msOfDay: wall.getTime() - Date.parse(`${day}T00:00:00Z`) },
    timeZone,
  )
  if (showing === 'skipped') return { fault: `does not exist: the clocks of ${timeZone} leap over it` }
  return { at, isAmbiguous: showing === 'doubled' }
}
