// Every screen of filings, behind each door of a room.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { Page } from '../../../../platform/http/endpoint.ts'
import { behindEachDoor } from '../doors.ts'
import { answerPages } from './answers.ts'
import { filePages } from './files.ts'
import { filingPage } from './filing.tsx'
import { listPages } from './list.tsx'
import { paperPages } from './paper.tsx'
import { sendPages } from './send.tsx'

/** Guests only read: behind their door there is nothing to send a form to. */
export function filingPages(context: Context): readonly Page[] {
  return behindEachDoor((door) =>
    [
      ...listPages(context, door),
      filingPage(context, door),
      ...answerPages(context, door),
      ...sendPages(context, door),
      ...paperPages(context, door),
      ...filePages(context, door),
    ].filter(({ method, path }) => door.via !== 'guest' || (method === 'GET' && !path.endsWith('/send'))),
  )
}
