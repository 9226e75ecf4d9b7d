// Who reads a page, in which language and time zone, and who acts when they press a button.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, personOf } from '../../../platform/http/endpoint.ts'
import { type PageReader, pageReader } from '../../../platform/http/reader.ts'
import { formatInstant, type InstantStyle } from '../../../platform/i18n/index.ts'
import type { Acting } from '../actions/acting.ts'

export type Reader = PageReader

export const readerOf: (context: Context, request: AnyRequest) => Reader = pageReader

export function actOf(request: AnyRequest): Acting {
  const { id, name } = personOf(request)
  return { organisationId: request.organisationId, actor: `person:${id}`, name }
}

export function instantText(at: Date, { translator, timeZone }: Reader, style?: InstantStyle): string {
  return formatInstant(at, { translator, timeZone, ...(style ? { style } : {}) })
}
