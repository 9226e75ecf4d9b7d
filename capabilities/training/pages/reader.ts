// Who reads a page, in which language and time zone, and who acts when they press a button.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, personOf } from '../../../platform/http/endpoint.ts'
import { type PageReader, pageReader } from '../../../platform/http/reader.ts'
import {
  type DayStyle,
  formatDay,
  formatInstant,
  isLocale,
  type Locale,
} from '../../../platform/i18n/index.ts'
import type { Acting } from '../actions/acting.ts'
import { lastMomentOf } from '../mails/sheet.ts'
import type { TrainingClass } from '../store/classes.ts'

export type Reader = PageReader

export const readerOf: (context: Context, request: AnyRequest) => Reader = pageReader

/** A computer of the house speaks the language of the class until somebody chooses another. */
export function inLanguageOf<R extends AnyRequest>(request: R, { language }: TrainingClass): R {
  const isChosen = request.caller !== null || request.cookies['salus-language'] !== undefined
  return isChosen || !isLocale(language) ? request : { ...request, locale: language }
}

export function actOf(request: AnyRequest): Acting {
  const { id, name } = personOf(request)
  return { organisationId: request.organisationId, actor: `person:${id}`, name }
}

export function localeOf(language: string): Locale {
  return isLocale(language) ? language : 'en'
}

export function dayText(at: Date, { translator, timeZone }: Reader, style: DayStyle = 'day-year'): string {
  return formatInstant(at, { translator, timeZone, style })
}

export function lastDayText(until: Date, reader: Reader): string {
  return dayText(lastMomentOf(until), reader)
}

/** `2026-12-01`, as "December 2026". */
export function monthText(month: string, { translator }: Reader): string {
  return new Intl.DateTimeFormat(translator.locale === 'en' ? 'en-GB' : translator.locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}T00:00:00Z`))
}

export function plainDay(day: string, { translator }: Reader): string {
  return formatDay(day, { translator, style: 'day-year' })
}
