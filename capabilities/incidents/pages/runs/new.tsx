// Choosing a playbook for a case: first those that are made for it, then all others, then those taken over from others.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page, type PageReply } from '../../../../platform/http/endpoint.ts'
import { nothing } from '../../../../platform/http/input.ts'
import { Actions, Button, CsrfField, ErrorSummary, RadioField, Sheet } from '../../../../web/kit/index.ts'
import { incidentKinds, textsIn } from '../../../playbooks/index.ts'
import { beginRun, playbooksToStart, readRuns } from '../../actions/runs.ts'
import { incidentClosed, readOnly } from '../../contract/refusals.ts'
import { type Door, doorParams } from '../doors.ts'
import { drawWithin } from '../room/frame.tsx'
import { type Entered, enter, type RoomRequest } from '../room/place.ts'
import { officerRole } from './roles.ts'

const maxKey = 80
type Fault = 'choose' | 'too-many'

export function newRunPages(context: Context, door: Door): readonly Page[] {
  // Which plan the house follows is for the hospital and its centre.
  if (door.via === 'guest') return []
  const common = {
    path: `${door.path}/runs/new`,
    permission: door.write,
    params: doorParams,
    query: nothing,
  } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      body: nothing,
      handle: (request) => show(context, door, request, null),
    }),
    definePage({
      ...common,
      method: 'POST',
      body: z.object({ playbookKey: z.string().max(maxKey).default('') }),
      async handle(request) {
        const { playbookKey } = request.body
        if (playbookKey === '') return show(context, door, request, 'choose')
        const access = await door.access(context, request)
        const role = access.via === 'centre' ? officerRole : access.via
        const runId = await beginRun(context, access, { playbookKey, role }, request.now)
        if (runId === null) return show(context, door, request, 'too-many')
        return { redirect: `${door.base(request.params)}/runs/${runId}` }
      },
    }),
  ]
}

async function show(
  context: Context,
  door: Door,
  request: RoomRequest,
  fault: Fault | null,
): Promise<PageReply> {
  const entered = await enter(context, door, request)
  const { access, incident } = entered.view
  if (access.may !== 'write') throw readOnly()
  if (incident.state === 'closed') throw incidentClosed(incident.word)
  const choices = await choicesOf(context, entered)
  const { t } = entered.reader.translator
  const error = fault ? t(`runs.new.fault.${fault}`) : undefined
  return drawWithin(context, request, entered, {
    title: t('runs.new.title'),
    lead: t('runs.new.lead'),
    ...(error ? { status: 422 } : {}),
    content: (
      <>
        <ErrorSummary
          title={t('shell.errors.title', { count: 1 })}
          faults={error ? [{ fieldId: 'playbookKey', text: error }] : []}
        />
        <Sheet id="form" heading={<span class="s-hide">{t('runs.new.title')}</span>}>
          <form class="s-stack" method="post" action={`${entered.place.base}/runs/new`}>
            <CsrfField token={entered.place.csrfToken} />
            <RadioField name="playbookKey" label={t('runs.new.which')} error={error} choices={choices} />
            <Actions>
              <Button>{t('runs.new.button')}</Button>
              <a href={`${entered.place.base}#runs`}>{t('room.cancel')}</a>
            </Actions>
          </form>
        </Sheet>
      </>
    ),
  })
}

async function choicesOf(context: Context, { view, reader }: Entered) {
  const { t, locale } = reader.translator
  const reading = { language: locale, now: reader.now }
  const { own, imported } = await playbooksToStart(context, view.access, reader.now)
  const running = new Set(
    (await readRuns(context, view.access, reading)).filter(({ ended }) => !ended).map(({ key }) => key),
  )
  const kind = incidentKinds.find((one) => one === view.incident.kind)
  const isMade = (made: readonly string[]) => kind !== undefined && made.includes(kind)
  const first = (made: readonly string[]) => (isMade(made) ? 0 : 1)
  const hintOf = (key: string, said: string | null) =>
    running.has(key) ? t('runs.new.running') : (said ?? undefined)
  return [
    ...own
      .toSorted((a, b) => first(a.playbook.startedBy) - first(b.playbook.startedBy))
      .map((whole) => {
        const { key, startedBy } = whole.playbook
        const { name, summary } = textsIn(whole, locale).texts
        const hint = hintOf(key, summary)
        return {
          value: key,
          label: name,
          ...(hint ? { hint } : {}),
          ...(isMade(startedBy) ? { suggestion: t('runs.new.made') } : {}),
        }
      }),
    ...imported.map(({ id, name, importedByName }) => ({
      value: `imported-${id}`,
      label: name,
      hint: hintOf(`imported-${id}`, t('runs.new.imported', { name: importedByName })) ?? '',
    })),
  ]
}
