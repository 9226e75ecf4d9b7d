// Who reads a page, in which language and time zone, and who acts when they press a button.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, personOf } from '../../../platform/http/endpoint.ts'
import { type PageReader, pageReader } from '../../../platform/http/reader.ts'
import { formatInstant, type InstantStyle } from '../../../platform/i18n/index.ts'
import type { FactBook, FactKey } from '../../facts/index.ts'
import type { Acting } from '../actions/acting.ts'

export interface Reader extends PageReader {
  readonly keys: ReadonlyMap<string, FactKey>
  readonly centreName: string
  /** False for roles that only read. */
  readonly mayAct: boolean
}

export function readerOf(context: Context, book: FactBook, request: AnyRequest): Reader {
  const home = request.membership ?? request.caller?.memberships[0]
  return {
    ...pageReader(context, request),
    keys: book.keys,
    centreName: context.config.centreName,
    mayAct: home?.role !== 'reader',
  }
}

export function memberActs(request: AnyRequest): Acting {
  const { id, name } = personOf(request)
  return { organisationId: request.organisationId, side: 'member', personId: id, name }
}

export function centreActs(context: Context, request: AnyRequest, memberId: number): Acting {
  const { id, name } = personOf(request)
  const { centreName } = context.config
  return { organisationId: memberId, side: 'centre', personId: id, name: `${name} (${centreName})` }
}

export function instant(at: Date, { translator, timeZone }: Reader, style: InstantStyle = 'instant'): string {
  return formatInstant(at, { translator, timeZone, style })
}

export const day = (at: Date, reader: Reader) => instant(at, reader, 'day')
