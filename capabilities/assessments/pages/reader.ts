// Who reads a page of the check, in which language and time zone, and who acts when they press a button.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, personOf } from '../../../platform/http/endpoint.ts'
import { type PageReader, pageReader } from '../../../platform/http/reader.ts'
import { formatInstant, type InstantStyle } from '../../../platform/i18n/index.ts'
import type { Acting } from '../actions/acting.ts'
import type { Officer } from '../actions/campaign.ts'

export interface Reader extends PageReader {
  readonly mayAnswer: boolean
  readonly mayClose: boolean
}

export function readerOf(context: Context, request: AnyRequest): Reader {
  const home = request.membership ?? request.caller?.memberships[0]
  return {
    ...pageReader(context, request),
    mayAnswer: home?.role === 'responder' || home?.role === 'lead',
    mayClose: home?.role === 'lead',
  }
}

export function memberActs(request: AnyRequest): Acting {
  const { id, name } = personOf(request)
  return { organisationId: request.organisationId, via: 'member', actor: `person:${id}`, name }
}

export function officerActs(request: AnyRequest): Officer {
  const { id, name } = personOf(request)
  return { actor: `person:${id}`, name }
}

export function sayInstant(
  at: Date,
  { translator, timeZone }: Pick<Reader, 'translator' | 'timeZone'>,
  style: InstantStyle = 'day-year',
): string {
  return formatInstant(at, { translator, timeZone, style })
}
