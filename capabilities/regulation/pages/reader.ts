// Who reads a page of duties, in which language and time zone, what they may do, and the addresses.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, personOf } from '../../../platform/http/endpoint.ts'
import { type PageReader, pageReader } from '../../../platform/http/reader.ts'
import { formatDay, formatInstant } from '../../../platform/i18n/index.ts'
import type { FactKey } from '../../facts/index.ts'
import type { Saying } from '../actions/keep.ts'

export interface Reader extends PageReader {
  readonly name: string
  readonly organisationId: number
  /** `/o/7/duties` */
  readonly href: string
  readonly mayAnswer: boolean
  readonly mayKeep: boolean
}

export function readerOf(context: Context, request: AnyRequest): Reader {
  const role = request.membership?.role
  return {
    ...pageReader(context, request),
    name: personOf(request).name,
    organisationId: request.organisationId,
    href: hrefOf(request.organisationId),
    mayAnswer: role === 'responder' || role === 'lead',
    mayKeep: role === 'lead',
  }
}

export function hrefOf(organisationId: number): string {
  return `/o/${organisationId}/duties`
}

/** Where a fact is given: its own question, or the profile that it is read from. Comes back to the given page. */
export function hrefOfFact({ key, readFrom }: FactKey, { organisationId }: Reader, back: string): string {
  return readFrom === null
    ? `/o/${organisationId}/facts/${key}?back=${encodeURIComponent(back)}`
    : `/o/${organisationId}/organisation`
}

export function sayingOf(request: AnyRequest): Saying {
  const { id, name } = personOf(request)
  return { actor: `person:${id}`, name, timeZone: request.membership?.timeZone ?? 'UTC', now: request.now }
}

export function day(at: Date, { translator, timeZone }: Reader): string {
  return formatInstant(at, { translator, timeZone, style: 'day-year' })
}

export function calendarDay(date: string, { translator }: Reader): string {
  return formatDay(date, { translator, style: 'day-year' })
}
