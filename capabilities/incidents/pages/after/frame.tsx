// Draws the pages that come after a case, with the way back to its room.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Context } from '../../../../platform/context.ts'
import type { PageReply } from '../../../../platform/http/endpoint.ts'
import { PageHead, StateWord } from '../../../../web/kit/index.ts'
import { centreDoor, type Door, memberDoor } from '../doors.ts'
import { drawWhole } from '../room/frame.tsx'
import type { Entered, RoomRequest } from '../room/place.ts'

/** Guests have left by then. */
export const homeDoors: readonly Door[] = [memberDoor, centreDoor]

export interface AfterPage {
  readonly title: string
  readonly lead: ComponentChildren
  readonly content: ComponentChildren
  readonly status?: number
  /** Pages further in lead back to the first one. */
  readonly isWithin?: boolean
}

export function drawAfter(
  context: Context,
  request: RoomRequest,
  entered: Entered,
  { title, lead, content, status, isWithin = false }: AfterPage,
): Promise<PageReply> {
  const { view, reader, place } = entered
  const { t } = reader.translator
  const { incident } = view
  const list = place.door.list(place.params)
  const steps = [
    ...(list ? [{ label: t('incidents.menu'), href: list }] : []),
    { label: t('after.back', { word: incident.word }), href: place.base },
    ...(isWithin ? [{ label: t('after.title'), href: `${place.base}/after` }] : []),
  ]
  return drawWhole(context, request, entered, {
    title: `${incident.word}: ${title}`,
    content: (
      <>
        <PageHead
          wayTo={{ label: t('shell.pages.wayTo'), steps }}
          meta={
            <>
              <StateWord state={incident.state === 'open' ? 'half' : 'done'}>
                {t(`after.case.${incident.state}`)}
              </StateWord>
              <span class="s-caseword">{incident.word}</span>
              <span>TLP:{incident.tlp.toUpperCase()}</span>
            </>
          }
          title={title}
          lead={lead}
        />
        {content}
      </>
    ),
    ...(status ? { status } : {}),
  })
}
