// Who reads a page of facts, in which language and time zone, and who answers.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, personOf } from '../../../platform/http/endpoint.ts'
import { type PageReader, pageReader } from '../../../platform/http/reader.ts'
import type { Answering } from '../actions/answer.ts'

export interface Reader extends PageReader {
  /** False for roles that only read. */
  readonly mayState: boolean
}

export function readerOf(context: Context, request: AnyRequest): Reader {
  return { ...pageReader(context, request), mayState: request.membership?.role !== 'reader' }
}

export function answeringOf(request: AnyRequest): Answering {
  const { id, name } = personOf(request)
  return { organisationId: request.organisationId, by: `person:${id}`, byName: name }
}

/** A page of the same member: what an address carries never leads elsewhere. */
export function wayBack(organisationId: number, typed: string): string | null {
  return /^\/o\/\d{1,16}(\/[a-z0-9-]+){1,5}$/.test(typed) && typed.startsWith(`/o/${organisationId}/`)
    ? typed
    : null
}
