// Where a reader of a filing stands: behind which door, in which case, in which language and zone; and what the filing holds.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Context } from '../../../../platform/context.ts'
import type { AnyRequest, PageReply } from '../../../../platform/http/endpoint.ts'
import { idParam } from '../../../../platform/http/input.ts'
import { formatInstant } from '../../../../platform/i18n/index.ts'
import { type FilingView, viewFiling } from '../../actions/filings/view.ts'
import { type Door, type DoorParams, doorParams } from '../doors.ts'
import type { Place, Reader } from '../room/place.ts'

export const filingParams = doorParams.extend({ filingId: idParam })

export type FilingRequest = AnyRequest & { readonly params: DoorParams & { readonly filingId: number } }

export interface FilingProps {
  readonly view: FilingView
  readonly reader: Reader
  readonly place: FilingPlace
}

export interface FilingPlace extends Place {
  /** Address of the filing, without a slash at its end. */
  readonly here: string
  /** Of the person who asks; null for guests. */
  readonly ownAddress: string | null
}

export async function enterFiling(
  context: Context,
  door: Door,
  request: FilingRequest,
): Promise<FilingProps> {
  const access = await door.access(context, request)
  const view = await viewFiling(context, access, request.params.filingId, request.now)
  const base = door.base(request.params)
  return {
    view,
    reader: {
      translator: context.translator(request.locale),
      timeZone: view.organisation.timeZone,
      now: request.now,
    },
    place: {
      door,
      params: request.params,
      base,
      csrfToken: request.caller?.csrfToken ?? null,
      here: `${base}/filings/${request.params.filingId}`,
      ownAddress: request.caller?.person.email ?? null,
    },
  }
}

/** Made by the hospital and the centre; whom they invited reads. */
export function mayFile({ view }: Pick<FilingProps, 'view'>): boolean {
  return view.access.via !== 'guest' && view.access.may === 'write'
}

export function sayYear(at: Date, { translator, timeZone }: Reader): string {
  return formatInstant(at, { translator, timeZone, style: 'instant-year' })
}

export async function reply(
  context: Context,
  request: FilingRequest,
  { place, view }: FilingProps,
  page: { readonly title: string; readonly content: ComponentChildren; readonly status?: number },
): Promise<PageReply> {
  const current = place.door.list(place.params)
  const title = `${page.title}, ${view.incident.word}`
  return {
    html: await context.render(request, { ...page, title, ...(current ? { current } : {}) }),
    status: page.status ?? 200,
  }
}
