// The room of one case: the next thing, the clocks, care, promises and tasks, the timeline, and all that is known.
// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page } from '../../../../platform/http/endpoint.ts'
import { nothing } from '../../../../platform/http/input.ts'
import { Rail } from '../../../../web/kit/index.ts'
import { type Door, doorParams } from '../doors.ts'
import { AuthorityAnswers } from './authority-answers.tsx'
import { Clocks } from './clocks.tsx'
import { Evidence } from './evidence-part.tsx'
import { FactsPart } from './facts-part.tsx'
import { filingsPart } from './filings-part.tsx'
import { drawWhole, drawWithin } from './frame.tsx'
import { Guests } from './guests-part.tsx'
import { Next, RoomActions, RoomHead } from './head.tsx'
import { type Entered, enter, type PartProps, say } from './place.ts'
import { runsPart } from './runs.tsx'
import { ServiceBoard } from './service-board.tsx'
import { Lessons, Promises, Tasks } from './tasks-part.tsx'
import { Assets, Indicators } from './things.tsx'
import { Moments, momentsOf, Timeline } from './timeline.tsx'

export function roomPage(context: Context, door: Door): readonly Page[] {
  const common = {
    method: 'GET',
    permission: door.read,
    params: doorParams,
    query: nothing,
    body: nothing,
  } as const
  return [
    definePage({
      ...common,
      path: door.path,
      async handle(request) {
        const entered = await enter(context, door, request)
        const { title, word } = entered.view.incident
        const parts = await loadParts(context, entered)
        return drawWhole(context, request, entered, {
          title: `${word}: ${title}`,
          content: <RoomContent {...entered} {...parts} />,
        })
      },
    }),
    definePage({
      ...common,
      path: `${door.path}/timeline`,
      async handle(request) {
        const entered = await enter(context, door, request)
        const { t } = entered.reader.translator
        return drawWithin(context, request, entered, {
          title: t('room.timeline.heading'),
          content: <Moments moments={momentsOf(entered.view, entered.reader)} reader={entered.reader} />,
        })
      },
    }),
    definePage({
      ...common,
      path: `${door.path}/print`,
      async handle(request) {
        const entered = await enter(context, door, request)
        const { t } = entered.reader.translator
        const parts = await loadParts(context, { ...entered, place: null })
        return drawWhole(context, request, entered, {
          title: t('room.print.title', { word: entered.view.incident.word }),
          content: <Paper {...entered} {...parts} phone={context.config.centrePhone ?? null} />,
        })
      },
    }),
  ]
}

interface LoadedParts {
  readonly runs: VNode | null
  readonly filings: VNode | null
}

async function loadParts(context: Context, props: PartProps): Promise<LoadedParts> {
  return { runs: await runsPart(context, props), filings: await filingsPart(context, props) }
}

function RoomContent({ runs, filings, ...entered }: Entered & LoadedParts) {
  return (
    <>
      <RoomHead {...entered} />
      <Next {...entered} />
      <Rail
        first={
          <div class="s-stack-l">
            <Clocks {...entered} />
            <RoomActions {...entered} />
          </div>
        }
        sideLabel={entered.reader.translator.t('room.side')}
        side={
          <>
            <ServiceBoard {...entered} />
            <Promises {...entered} />
            <Tasks {...entered} />
            <Timeline {...entered} />
          </>
        }
      >
        <div class="s-stack-l">
          {runs}
          {filings}
          <AuthorityAnswers {...entered} />
          <FactsPart {...entered} />
          <Assets {...entered} />
          <Indicators {...entered} />
          <Evidence {...entered} />
          <Lessons {...entered} />
          <Guests {...entered} />
        </div>
      </Rail>
    </>
  )
}

/** A4, black on white: the same parts without links and buttons, everything open. */
function Paper({
  runs,
  filings,
  phone,
  ...entered
}: Entered & LoadedParts & { readonly phone: string | null }) {
  const props = { ...entered, place: null }
  const { view, reader, place } = entered
  const { t } = reader.translator
  return (
    <div class="s-stack-l">
      <p class="s-noprint s-dense">
        <a href={place.base}>{t('room.back', { word: view.incident.word })}</a> · {t('room.print.how')}
      </p>
      <RoomHead {...props} />
      <Clocks {...props} />
      <ServiceBoard {...props} />
      <Promises {...props} />
      <Tasks {...props} />
      {runs}
      {filings}
      <FactsPart {...props} />
      <Assets {...props} />
      <Indicators {...props} />
      <Evidence {...props} />
      <Lessons {...props} />
      <Guests {...props} />
      <Timeline {...props} />
      <p>
        {t('room.print.foot', {
          word: view.incident.word,
          name: view.access.name,
          at: say(reader.now, reader, 'instant-year'),
          zone: reader.timeZone,
        })}{' '}
        {phone && t('room.print.phone', { phone })}
      </p>
    </div>
  )
}
