// Who reads a page of the check, in which language and time zone, and who acts when they press a button.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, personOf } from '../../../platform/http/endpoint.ts'
import { formatInstant, type InstantStyle, type Translator } from '../../../platform/i18n/index.ts'
import type { Acting } from '../actions/acting.ts'
import type { Officer } from '../actions/campaign.ts'

export interface Reader {
  readonly translator: Translator
  readonly timeZone: string
  readonly csrfToken: string | null
  readonly now: Date
  readonly mayAnswer: boolean
  readonly mayClose: boolean
}

export function readerOf(context: Context, request: AnyRequest): Reader {
  const home = request.membership ?? request.caller?.memberships[0]
  return {
    translator: context.translator(request.locale),
    timeZone: home?.timeZone ?? 'UTC',
    csrfToken: request.caller?.csrfToken ?? null,
    now: request.now,
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
