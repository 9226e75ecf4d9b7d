// The filings of a case: for each duty what was prepared and sent, and a button to prepare one.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page } from '../../../../platform/http/endpoint.ts'
import { nothing } from '../../../../platform/http/input.ts'
import { PageHead, Sheet } from '../../../../web/kit/index.ts'
import { prepareFiling } from '../../actions/filings/prepare.ts'
import { selectFilings } from '../../store/filings.ts'
import { type Door, doorParams } from '../doors.ts'
import { ExerciseStrip } from '../room/head.tsx'
import { enter, type PartProps, type Place } from '../room/place.ts'
import { DutyFilings } from './duty-filings.tsx'

const maxKey = 100

export function listPages(context: Context, door: Door): readonly Page[] {
  const path = `${door.path}/filings`
  return [
    definePage({
      method: 'GET',
      path,
      permission: door.read,
      params: doorParams,
      query: nothing,
      body: nothing,
      async handle(request) {
        const entered = await enter(context, door, request)
        const { view, reader, place } = entered
        const title = reader.translator.t('filing-pages.list.title', { word: view.incident.word })
        const current = door.list(request.params)
        return {
          html: await context.render(request, {
            title,
            content: <List {...entered} filings={await filingsOf(context, entered)} place={place} />,
            ...(current ? { current } : {}),
          }),
        }
      },
    }),
    definePage({
      method: 'POST',
      path,
      permission: door.write,
      params: doorParams,
      query: nothing,
      body: z.object({ duty: z.string().max(maxKey), authority: z.string().max(maxKey) }),
      async handle(request) {
        const access = await door.access(context, request)
        const id = await prepareFiling(context, access, request.body, request.now)
        return { redirect: `${door.base(request.params)}/filings/${id}` }
      },
    }),
  ]
}

export function filingsOf(context: Pick<Context, 'database'>, { view }: Pick<PartProps, 'view'>) {
  const { organisationId, id: incidentId } = view.incident
  return context.database.asMember(organisationId, (scope) =>
    selectFilings(scope, { organisationId, incidentId }),
  )
}

type ListProps = PartProps & {
  readonly place: Place
  readonly filings: Awaited<ReturnType<typeof filingsOf>>
}

function List(props: ListProps) {
  const { view, reader, place } = props
  const { t } = reader.translator
  return (
    <>
      <ExerciseStrip view={view} reader={reader} />
      <PageHead
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('filing-pages.case', { word: view.incident.word }), href: place.base }],
        }}
        title={t('filing-pages.list.title', { word: view.incident.word })}
        lead={t('filing-pages.list.lead')}
      />
      <Sheet id="filings" heading={t('filing-pages.heading')}>
        <DutyFilings {...props} />
      </Sheet>
    </>
  )
}
