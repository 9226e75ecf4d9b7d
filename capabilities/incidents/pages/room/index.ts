// Every page of a room, the same behind each of its doors.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { Page } from '../../../../platform/http/endpoint.ts'
import { behindEachDoor } from '../doors.ts'
import { briefPages } from './brief.tsx'
import { buttonPages } from './buttons.ts'
import { close, guest, settings } from './case-forms.tsx'
import { factForm } from './fact-forms.tsx'
import { formPages } from './form.tsx'
import { critical, done, inbound, owner, takeBack } from './legal-forms.tsx'
import { openPages } from './open.tsx'
import { roomPage } from './room.tsx'
import { service } from './service-form.tsx'
import { significance } from './significance-form.tsx'
import { asset, evidence, handOver, indicator } from './thing-forms.tsx'
import { note, task, taskEnd, taskOwner } from './work-forms.tsx'

export function roomPages(context: Context): readonly Page[] {
  return [
    ...openPages(context),
    ...behindEachDoor((door) => [
      ...roomPage(context, door),
      ...briefPages(context, door),
      ...buttonPages(context, door),
      ...formPages(context, door, factForm),
      ...formPages(context, door, significance),
      ...formPages(context, door, critical),
      ...formPages(context, door, done),
      ...formPages(context, door, takeBack),
      ...formPages(context, door, inbound),
      ...formPages(context, door, owner),
      ...formPages(context, door, note),
      ...formPages(context, door, task),
      ...formPages(context, door, taskEnd),
      ...formPages(context, door, taskOwner),
      ...formPages(context, door, service),
      ...(door.via === 'member' ? formPages(context, door, asset) : []),
      ...formPages(context, door, indicator),
      ...formPages(context, door, evidence),
      ...formPages(context, door, handOver),
      ...formPages(context, door, guest),
      ...formPages(context, door, settings),
      ...formPages(context, door, close),
    ]),
  ]
}
