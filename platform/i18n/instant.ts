// Writes instants and calendar days for a reader: weekday first, 24 hours, in the member's time zone.
// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from './keys.ts'
import type { Translator } from './translator.ts'

/**
 * `instant`: Wed 18 Nov, 08:12 · `instant-year`: Wed 18 Nov 2026, 08:12 · `long`: Wednesday 18 November 2026, 08:12 ·
 * `time`: 08:12. `day` and `day-year` leave the time of day out.
 */
export type InstantStyle = 'instant' | 'instant-year' | 'long' | 'time' | DayStyle
export type DayStyle = 'day' | 'day-year'

export interface InstantOptions {
  readonly translator: Translator
  /** IANA name, such as Europe/Berlin. */
  readonly timeZone: string
  readonly style?: InstantStyle
}

export function formatInstant(
  instant: Date,
  { translator, timeZone, style = 'instant' }: InstantOptions,
): string {
  const { locale, t } = translator
  const time = formatter(locale, timeZone, 'time').format(instant)
  switch (style) {
    case 'time':
      return t('shell.time.clock', { time })
    case 'day':
    case 'day-year':
      return writeDay(instant, locale, timeZone, style)
    case 'instant':
      return t('shell.time.instant', { day: writeDay(instant, locale, timeZone, 'day'), time })
    case 'instant-year':
      return t('shell.time.instant', { day: writeDay(instant, locale, timeZone, 'day-year'), time })
    case 'long':
      return t('shell.time.instant', { day: writeDay(instant, locale, timeZone, 'long'), time })
  }
}

/** For a calendar day without time of day, such as a date somebody set: `2026-11-30`. */
export function formatDay(
  day: string,
  { translator, style = 'day' }: { readonly translator: Translator; readonly style?: DayStyle },
): string {
  const instant = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(instant.getTime()))
    throw new RangeError(`${day} is not a calendar day of the form 2026-11-30.`)
  return writeDay(instant, translator.locale, 'UTC', style)
}

type Part = DayStyle | 'long' | 'time'

const parts: Readonly<Record<Part, Intl.DateTimeFormatOptions>> = {
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  'day-year': { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
}

function writeDay(instant: Date, locale: Locale, timeZone: string, part: Part): string {
  const text = formatter(locale, timeZone, part).format(instant)
  // Whether English puts a comma after the weekday depends on the release of Unicode's data; we never do.
  return locale === 'en' ? text.replace(',', '') : text
}

const maxFormatters = 400
const formatters = new Map<string, Intl.DateTimeFormat>()

// Making a formatter costs more than all its uses on a page.
function formatter(locale: Locale, timeZone: string, part: Part): Intl.DateTimeFormat {
  const name = `${locale} ${timeZone} ${part}`
  const known = formatters.get(name)
  if (known) return known
  if (formatters.size >= maxFormatters) formatters.clear()
  const made = new Intl.DateTimeFormat(intlName(locale), { ...parts[part], timeZone })
  formatters.set(name, made)
  return made
}

/** English here is European English: day before month. */
export function intlName(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale
}
