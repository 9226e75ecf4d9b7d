// Writes values that have a text form of their own: identifiers, instants, security identifiers.
// SPDX-License-Identifier: EUPL-1.2
import type { Scratch } from './scratch.ts'

/** In braces, as Windows shows it and as rules write it: '{0CCE9210-69AE-11D9-BED3-505054503030}'. */
export function writeGuid(to: Scratch, bytes: Uint8Array, at: number): void {
  to.byte(123)
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) to.byte(45)
    to.hexByte(bytes[at + (guidOrder[index] as number)] as number)
  }
  to.byte(125)
}

const guidOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const

const secondsTo1970 = 11_644_473_600

/** Seconds since 1601 and the 10,000,000ths of the last; all steps stay below 2 ** 53. */
function splitFileTime(low: number, high: number): { seconds: number; ticks: number } {
  // 2 ** 32 is 429 * 10 ** 7 + 4,967,296.
  const rest = high * 4_967_296 + low
  const ticks = rest % 10_000_000
  return { seconds: high * 429 + (rest - ticks) / 10_000_000, ticks }
}

/** Milliseconds since 1970. */
export function fileTimeToMs(low: number, high: number): number {
  const { seconds, ticks } = splitFileTime(low, high)
  return (seconds - secondsTo1970) * 1_000 + Math.floor(ticks / 10_000)
}

/** To 100 ns: 2026-11-27T07:40:10.1653240Z. A FILETIME reaches to the year 60056. */
export function writeFileTime(to: Scratch, low: number, high: number): void {
  const { seconds, ticks } = splitFileTime(low, high)
  const day = Math.floor(seconds / 86_400)
  writeDate(to, day)
  const ofDay = seconds - day * 86_400
  writeClock(to, Math.floor(ofDay / 3_600), Math.floor(ofDay / 60) % 60, ofDay % 60)
  to.byte(46)
  to.padded(ticks, 7)
  to.byte(90)
}

let lastDay = -1
let lastDate = ''

function writeDate(to: Scratch, day: number): void {
  if (day !== lastDay) {
    lastDay = day
    const ms = (day * 86_400 - secondsTo1970) * 1_000
    // The year 275760 is the last that Date knows; a FILETIME ends long before.
    lastDate = new Date(ms).toISOString().replace(/T.*$/, 'T')
  }
  to.ascii(lastDate)
}

function writeClock(to: Scratch, hours: number, minutes: number, seconds: number): void {
  to.padded(hours, 2)
  to.byte(58)
  to.padded(minutes, 2)
  to.byte(58)
  to.padded(seconds, 2)
}

/** SYSTEMTIME: eight 16-bit numbers, the third being the day of the week. */
export function writeSystemTime(to: Scratch, view: DataView, at: number): void {
  const part = (index: number): number => view.getUint16(at + index * 2, true)
  to.padded(part(0), 4)
  to.byte(45)
  to.padded(part(1), 2)
  to.byte(45)
  to.padded(part(3), 2)
  to.byte(84)
  writeClock(to, part(4), part(5), part(6))
  to.byte(46)
  to.padded(part(7), 3)
  to.byte(90)
}

/** Bytes of the security identifier at `at`, or null where `size` has no room for it. */
export function sidBytes(bytes: Uint8Array, at: number, size: number): number | null {
  if (size < 8) return null
  const count = bytes[at + 1] as number
  return 8 + count * 4 <= size ? 8 + count * 4 : null
}

export function writeSid(to: Scratch, view: DataView, at: number): void {
  const authority = view.getUint16(at + 2, false) * 2 ** 32 + view.getUint32(at + 4, false)
  to.ascii(`S-${view.getUint8(at)}-${authority}`)
  const count = view.getUint8(at + 1)
  for (let index = 0; index < count; index += 1) {
    to.byte(45)
    to.ascii(String(view.getUint32(at + 8 + index * 4, true)))
  }
}
