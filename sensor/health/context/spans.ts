// Times as extracts write them: with or without seconds, zone or hour.
// SPDX-License-Identifier: EUPL-1.2
import { instantOfIso, instantOfWall, wallOf } from '../../parsers/local-time.ts'

/** Later than any event; what is open ends here. */
export const openEnd = 8.64e15

/** `2026-03-02T07:00`, with seconds or a zone, or a day, which begins here; null where it is none. Milliseconds UTC. */
export function beginningOf(text: string, timeZone: string): number | null {
  const day = dayOf(text)
  if (day !== null) return instantOfWall(wallOf(day[0], day[1], day[2], '0', '0', '0'), timeZone)
  return instantOfIso(withSeconds(text), timeZone)
}

/** A day ends with it; an empty end is open. */
export function endOf(text: string, timeZone: string): number | null {
  if (text === '') return openEnd
  const day = dayOf(text)
  if (day === null || beginningOf(text, timeZone) === null) return instantOfIso(withSeconds(text), timeZone)
  const next = new Date(Date.UTC(Number(day[0]), Number(day[1]) - 1, Number(day[2]) + 1))
  return instantOfWall(
    wallOf(String(next.getUTCFullYear()), next.getUTCMonth() + 1, String(next.getUTCDate()), '0', '0', '0'),
    timeZone,
  )
}

function dayOf(text: string): readonly [string, string, string] | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  return found === null ? null : [found[1] ?? '', found[2] ?? '', found[3] ?? '']
}

function withSeconds(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d)(?=$|Z|[+-])/, '$1:00')
}
