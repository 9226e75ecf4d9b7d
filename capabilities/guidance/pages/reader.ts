// Who reads a page, in which language and time zone, and who acts when they press a button.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, personOf } from '../../../platform/http/endpoint.ts'
import { type PageReader, pageReader } from '../../../platform/http/reader.ts'
import { formatInstant, isLocale, type Locale } from '../../../platform/i18n/index.ts'
import type { Acting } from '../actions/acting.ts'

export interface Reader extends PageReader {
  readonly organisationId: number
  readonly mayWrite: boolean
}

export function readerOf(context: Context, request: AnyRequest): Reader {
  return {
    ...pageReader(context, request),
    organisationId: request.organisationId,
    mayWrite: request.membership?.role === 'responder' || request.membership?.role === 'lead',
  }
}

export function memberActs(request: AnyRequest): Acting {
  const { id, name } = personOf(request)
  return { organisationId: request.organisationId, via: 'member', actor: `person:${id}`, name }
}

export function dayText(at: Date, { translator, timeZone }: Reader): string {
  return formatInstant(at, { translator, timeZone, style: 'day-year' })
}

export function instantText(at: Date, { translator, timeZone }: Reader): string {
  return formatInstant(at, { translator, timeZone, style: 'instant-year' })
}

/** The language that somebody chose, else the other one. */
export function languageOr(chosen: string, other: string): Locale {
  if (isLocale(chosen)) return chosen
  return isLocale(other) ? other : 'en'
}
