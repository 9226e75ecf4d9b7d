// Who reads a page, in which language and time zone, and who acts when they press a button.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, personOf } from '../../../platform/http/endpoint.ts'
import { type PageReader, pageReader } from '../../../platform/http/reader.ts'
import { formatInstant, formatLeft } from '../../../platform/i18n/index.ts'
import { wallTimeOf } from '../../../platform/time/zone.ts'
import type { Acting } from '../actions/acting.ts'

export type Reader = PageReader

export const readerOf: (context: Context, request: AnyRequest) => Reader = pageReader

export function memberActs(request: AnyRequest): Acting {
  const { id, name } = personOf(request)
  const { organisationId } = request
  return { organisationId, via: 'member', actor: `person:${id}`, personId: id, name }
}

export function centreActs(context: Context, request: AnyRequest, memberId: number): Acting {
  const { id, name } = personOf(request)
  return {
    organisationId: memberId,
    via: 'centre',
    actor: `person:${id}`,
    personId: id,
    name: `${name} (${context.config.centreName})`,
  }
}

export function instant(at: Date, { translator, timeZone }: Reader): string {
  return formatInstant(at, { translator, timeZone })
}

export function left(at: Date, { translator, now }: Reader): string {
  return formatLeft(now, at, translator)
}

/** `2026-11-17T14:30`, as the field for a moment takes it. */
export function localMinute(at: Date, timeZone: string): string {
  const { day, msOfDay } = wallTimeOf(at, timeZone)
  const minutes = Math.floor(msOfDay / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
