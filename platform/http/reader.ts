// Who reads a page: in which language, in whose time zone, at which moment, and the token that forms carry.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../context.ts'
import type { Translator } from '../i18n/index.ts'
import type { AnyRequest } from './endpoint.ts'

export interface PageReader {
  readonly translator: Translator
  /** Of the organisation whose page it is, else of the one that the person belongs to. */
  readonly timeZone: string
  readonly csrfToken: string | null
  readonly now: Date
}

export function pageReader(context: Pick<Context, 'translator'>, request: AnyRequest): PageReader {
  const home = request.membership ?? request.caller?.memberships[0]
  return {
    translator: context.translator(request.locale),
    timeZone: home?.timeZone ?? 'UTC',
    csrfToken: request.caller?.csrfToken ?? null,
    now: request.now,
  }
}
