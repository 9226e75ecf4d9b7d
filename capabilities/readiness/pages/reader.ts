// How a page of readiness knows its reader, and the addresses of its pages.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, type PageReply, personOf } from '../../../platform/http/endpoint.ts'
import { type PageReader, pageReader } from '../../../platform/http/reader.ts'
import { formatInstant, type InstantStyle } from '../../../platform/i18n/index.ts'
import type { Act } from '../actions/tests.ts'

export interface Reader extends PageReader {
  readonly href: string
  readonly mayRecord: boolean
  readonly mayManage: boolean
}

export function readerOf(context: Context, request: AnyRequest): Reader {
  const role = request.membership?.role
  return {
    ...pageReader(context, request),
    href: hrefOf(request.organisationId),
    mayRecord: role === 'responder' || role === 'lead',
    mayManage: role === 'lead',
  }
}

export function hrefOf(organisationId: number): string {
  return `/o/${organisationId}/readiness`
}

export function actOf(request: AnyRequest): Act {
  const { id, name } = personOf(request)
  return { actor: `person:${id}`, name, now: request.now }
}

export function sayInstant(
  at: Date,
  { translator, timeZone }: Pick<Reader, 'translator' | 'timeZone'>,
  style: InstantStyle = 'instant-year',
): string {
  return formatInstant(at, { translator, timeZone, style })
}

export function wayTo(reader: Reader, further?: { readonly label: string; readonly href: string }) {
  const { t } = reader.translator
  const first = { label: t('readiness.menu'), href: reader.href }
  return { label: t('shell.pages.wayTo'), steps: further ? [first, further] : [first] }
}

export async function show(
  context: Context,
  request: AnyRequest,
  page: { readonly title: string; readonly content: Parameters<Context['render']>[1]['content'] },
  isFaulty = false,
): Promise<PageReply> {
  const html = await context.render(request, { ...page, current: hrefOf(request.organisationId) })
  return { html, status: isFaulty ? 422 : 200 }
}
