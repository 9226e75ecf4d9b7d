// Rewrites the dates people write in versions as year.month.day, so that dates compare with dates.
// SPDX-License-Identifier: EUPL-1.2

// English, German, French and Italian month names, as far as they begin alike.
const months: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar', 'janvier', 'gennaio', 'gen'],
  ['feb', 'february', 'februar', 'fevrier', 'febbraio'],
  ['mar', 'march', 'marz', 'maerz', 'mars', 'marzo'],
  ['apr', 'april', 'avril', 'aprile'],
  ['may', 'mai', 'maggio'],
  ['jun', 'june', 'juni', 'juin', 'giugno'],
  ['jul', 'july', 'juli', 'juillet', 'luglio'],
  ['aug', 'august', 'aout', 'agosto'],
  ['sep', 'sept', 'september', 'septembre', 'settembre'],
  ['oct', 'october', 'oktober', 'okt', 'octobre', 'ottobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'dezember', 'dez', 'decembre', 'dicembre'],
]
const numberOfMonth: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)
const monthNames = [...numberOfMonth.keys()].sort((a, b) => b.length - a.length).join('|')

const year = '((?:19|20)\\d\\d)'
const gap = '[-/., _]{1,2}'
const monthDayYear = new RegExp(
  `(?<![a-z0-9])(${monthNames})${gap}(\\d{1,2})(?:st|nd|rd|th)?${gap}${year}(?!\\d)`,
  'gi',
)
const dayMonthYear = new RegExp(`(?<!\\d)(\\d{1,2})${gap}(${monthNames})${gap}${year}(?!\\d)`, 'gi')
const monthYear = new RegExp(`(?<![a-z0-9])(${monthNames})${gap}${year}(?!\\d)`, 'gi')
const slashed = new RegExp(`(?<![\\d/])(\\d{1,2})/(\\d{1,2})/${year}(?![\\d/])`, 'g')
// Two digits each, or 4.1.2020 would be no version any more.
const dotted = new RegExp(`(?<![\\d.])(\\d\\d)\\.(\\d\\d)\\.${year}(?![\\d.])`, 'g')
const compact = /^(\D{0,20})((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])\.?$/

/** What is no date stays as it is. */
export function rewriteDates(text: string): string {
  return text
    .replace(dayMonthYear, (_, day, month, y) => write(y, monthOf(month), day))
    .replace(monthDayYear, (_, month, day, y) => write(y, monthOf(month), day))
    .replace(monthYear, (_, month, y) => write(y, monthOf(month)))
    .replace(slashed, (whole, a, b, y) => writeSlashed(whole, Number(a), Number(b), y))
    .replace(dotted, (whole, day, month, y) => (Number(month) <= 12 ? write(y, Number(month), day) : whole))
    .replace(compact, (_, before, y, month, day) => `${before}${write(y, Number(month), day)}`)
}

// American month/day/year unless the first number can be no month.
function writeSlashed(whole: string, a: number, b: number, y: string): string {
  if (a >= 1 && a <= 12 && b >= 1 && b <= 31) return write(y, a, b)
  if (b >= 1 && b <= 12 && a >= 1 && a <= 31) return write(y, b, a)
  return whole
}

function monthOf(name: string): number {
  return numberOfMonth.get(name.toLowerCase()) ?? 0
}

function write(y: string, month: number, day?: string | number): string {
  return day === undefined ? `${y}.${month}` : `${y}.${month}.${Number(day)}`
}
