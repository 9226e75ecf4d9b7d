// Draws a page of a room: strip of an exercise, way back to the room, heading, content.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Context } from '../../../../platform/context.ts'
import type { PageReply } from '../../../../platform/http/endpoint.ts'
import { PageHead } from '../../../../web/kit/index.ts'
import { ExerciseStrip } from './head.tsx'
import type { Entered, RoomRequest } from './place.ts'

export interface Drawn {
  readonly title: string
  readonly content: ComponentChildren
  readonly status?: number
  readonly width?: 'wide' | 'narrow'
}

/** A page that brings its own head. */
export async function drawWhole(
  context: Context,
  request: RoomRequest,
  entered: Entered,
  { title, content, status, width }: Drawn,
): Promise<PageReply> {
  const current = entered.place.door.list(entered.place.params)
  return {
    html: await context.render(request, {
      title,
      content: (
        <>
          <ExerciseStrip view={entered.view} reader={entered.reader} />
          {content}
        </>
      ),
      ...(current ? { current } : {}),
      ...(width ? { width } : {}),
    }),
    ...(status ? { status } : {}),
  }
}

/** A page within the room, with the way back. */
export function drawWithin(
  context: Context,
  request: RoomRequest,
  entered: Entered,
  drawn: Drawn & { readonly lead?: ComponentChildren },
): Promise<PageReply> {
  const { view, reader, place } = entered
  const { t } = reader.translator
  const list = place.door.list(place.params)
  const head = (
    <PageHead
      wayTo={{
        label: t('shell.pages.wayTo'),
        steps: [
          ...(list ? [{ label: t('incidents.menu'), href: list }] : []),
          { label: t('room.back', { word: view.incident.word }), href: place.base },
        ],
      }}
      title={drawn.title}
      lead={drawn.lead}
    />
  )
  return drawWhole(context, request, entered, {
    ...drawn,
    content: (
      <>
        {head}
        {drawn.content}
      </>
    ),
  })
}
