// The recovery board of a case: systems in the order of their return, what each service waits for, and whether that is soon enough.
// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page, type PageReply } from '../../../../platform/http/endpoint.ts'
import { nothing } from '../../../../platform/http/input.ts'
import { Empty, ErrorSummary, Plain, Sheet } from '../../../../web/kit/index.ts'
import { readRecovery, setTolerance, tellSystem } from '../../actions/recovery.ts'
import { readOnly } from '../../contract/refusals.ts'
import type { Recovery } from '../../recovery.ts'
import { type Door, doorParams } from '../doors.ts'
import { drawWithin } from '../room/frame.tsx'
import { type Entered, enter, mayWrite, type RoomRequest, say } from '../room/place.ts'
import { EvidenceFirst } from './evidence-first.tsx'
import { AddSystem, ToleranceForm } from './forms.tsx'
import { Services } from './service-table.tsx'
import { Systems } from './systems.tsx'
import { readTelling, readTolerance, type Sent, systemForm, toleranceForm } from './typed.ts'

export function boardPages(context: Context, door: Door): readonly Page[] {
  const path = `${door.path}/recovery`
  const common = { params: doorParams, query: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path,
      permission: door.read,
      body: nothing,
      handle: (request) => show(context, door, request, null),
    }),
    definePage({
      ...common,
      method: 'POST',
      path,
      permission: door.write,
      body: systemForm,
      handle: (request) => tell(context, door, request),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${path}/tolerable`,
      permission: door.write,
      body: toleranceForm,
      async handle(request) {
        const access = await door.access(context, request)
        if (access.may !== 'write') throw readOnly()
        const { t } = context.translator(request.locale)
        const read = readTolerance(request.body)
        if ('fault' in read) {
          const fault = t(`recovery.fault.${read.fault}`)
          return show(context, door, request, { form: 'tolerable', ...request.body, fault })
        }
        await setTolerance(context, access, read, request.now)
        return { redirect: `${door.base(request.params)}/recovery#services` }
      },
    }),
  ]
}

type SystemRequest = RoomRequest & { readonly body: z.output<typeof systemForm> }

async function tell(context: Context, door: Door, request: SystemRequest): Promise<PageReply> {
  const access = await door.access(context, request)
  if (access.may !== 'write') throw readOnly()
  const { t } = context.translator(request.locale)
  const { body } = request
  const form = body.form === 'add' ? 'add' : 'system'
  const again = (fault: string, status: 409 | 422) =>
    show(context, door, request, { form, system: body.system, note: body.note, fault, status })
  const read = readTelling(body)
  if ('fault' in read) return again(t(`recovery.fault.${read.fault}`), 422)
  const told = await tellSystem(context, access, read, request.now)
  switch (told.outcome) {
    case 'told':
      return { redirect: `${door.base(request.params)}/recovery#systems` }
    case 'changed-meanwhile':
      if (form === 'add') return again(t('recovery.fault.known'), 409)
      return again(
        told.before
          ? t('recovery.fault.changed', {
              name: told.before.recordedByName,
              state: t(`recovery.state.${told.before.state}`),
            })
          : t('recovery.fault.not-next'),
        409,
      )
    default:
      return again(t(`recovery.fault.${told.outcome}`), 409)
  }
}

async function show(
  context: Context,
  door: Door,
  request: RoomRequest,
  sent: Sent | null,
): Promise<PageReply> {
  const entered = await enter(context, door, request)
  const { reader, view } = entered
  const { t } = reader.translator
  const recovery = await readRecovery(context, view.access, request.now)
  const back = recovery.systems.filter(({ state }) => state === 'back').length
  const { length: total } = recovery.systems
  return drawWithin(context, request, entered, {
    title: total === 0 ? t('recovery.title.none') : t('recovery.title', { back, total }),
    lead: t('recovery.lead', {
      organisation: view.organisation.name,
      word: view.incident.word,
      at: say(reader.now, reader),
      zone: reader.timeZone,
    }),
    ...(sent ? { status: sent.status ?? 422 } : {}),
    content: <Board entered={entered} recovery={recovery} sent={sent} />,
  })
}

interface BoardProps {
  readonly entered: Entered
  readonly recovery: Recovery
  readonly sent: Sent | null
}

function Board({ entered, recovery, sent }: BoardProps) {
  const { reader, view, place } = entered
  const { t } = reader.translator
  const isWritten = mayWrite(entered)
  return (
    <div class="s-stack-l">
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={sent ? [{ fieldId: fieldOf(sent, recovery), text: sent.fault }] : []}
      />
      {view.incident.kind === 'ransomware' && <EvidenceFirst {...entered} />}
      <Sheet id="systems" heading={t('recovery.systems')} aside={t('recovery.systems.order')}>
        {recovery.systems.length === 0 ? (
          <Empty heading={t('recovery.systems.none')} headingLevel={3}>
            {t('recovery.systems.none.text')}
          </Empty>
        ) : (
          <Systems {...entered} recovery={recovery} sent={sent} isWritten={isWritten} />
        )}
        {isWritten && <AddSystem {...entered} sent={sent} />}
      </Sheet>
      <Services {...entered} recovery={recovery} isWritten={isWritten} />
      {isWritten && <ToleranceForm {...entered} sent={sent} />}
      {view.access.via === 'member' && (
        <Plain id="before" heading={t('recovery.before')}>
          <p class="s-noprint">
            <a href={`/o/${place.params.organisationId}/readiness`}>{t('recovery.before.link')}</a>
          </p>
        </Plain>
      )}
    </div>
  )
}

/** The control that a fault belongs to. */
function fieldOf(sent: Sent, { systems }: Recovery): string {
  if (sent.form === 'tolerable') return 'hours'
  if (sent.form === 'add') return 'system'
  return `note-${systems.findIndex(({ system }) => system === sent.system) + 1}`
}
