// What is done by one button in a room, without a form of its own: take, open again, remove, download, show out.
// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page, type PageReply, personOf } from '../../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../../platform/http/input.ts'
import type { Access } from '../../access.ts'
import { reopenIncident } from '../../actions/close.ts'
import { showOut } from '../../actions/doors.ts'
import { openEvidence } from '../../actions/evidence.ts'
import { removeCaseAsset, removeIndicator } from '../../actions/keep.ts'
import { takeIncident } from '../../actions/wake.ts'
import { buttonForm } from '../../contract/room-forms.ts'
import { type Door, doorParams } from '../doors.ts'
import type { RoomRequest } from './place.ts'

const itemParams = doorParams.extend({ item: idParam.optional() })
type ButtonRequest = RoomRequest & { readonly params: z.output<typeof itemParams> }

export function buttonPages(context: Context, door: Door): readonly Page[] {
  const button = (
    path: string,
    back: string,
    press: (access: Access, item: number, request: ButtonRequest) => Promise<PageReply> | Promise<void>,
    permission = door.write,
  ) =>
    definePage({
      method: 'POST',
      path: `${door.path}${path}`,
      permission,
      params: itemParams,
      query: nothing,
      body: buttonForm,
      async handle(request) {
        const access = await door.access(context, request)
        const reply = await press(access, request.params.item ?? 0, request)
        return reply ?? { redirect: `${door.base(request.params)}${back}` }
      },
    })
  const now = (request: ButtonRequest) => request.now
  return [
    // Whoever may read the room may read its evidence; that they did is written into its chain.
    button(
      '/evidence/:item/open',
      '#evidence',
      async (access, item, request) => {
        const { fileName, content, isIntact } = await openEvidence(context, access, item, now(request))
        return {
          file: content,
          fileName: isIntact ? fileName : `ALTERED-${fileName}`,
          contentType: 'application/octet-stream',
        }
      },
      door.read,
    ),
    button('/indicators/:item/remove', '#indicators', (access, item, request) =>
      removeIndicator(context, access, item, now(request)),
    ),
    ...(door.via === 'member'
      ? [
          button('/assets/:item/remove', '#assets', (access, item, request) =>
            removeCaseAsset(context, access, item, now(request)),
          ),
        ]
      : []),
    ...(door.via === 'centre'
      ? [
          button('/take', '', (access, _item, request) =>
            takeIncident(context, access, personOf(request).id, now(request)),
          ),
        ]
      : []),
    ...(door.via === 'guest'
      ? []
      : [
          button('/reopen', '', (access, _item, request) => reopenIncident(context, access, now(request))),
          button('/guests/:item/out', '#guests', (access, item, request) =>
            showOut(context, access, item, now(request)),
          ),
        ]),
  ]
}
