// One playbook as several people carry it out in a room: shown as it stands, and each command of theirs taken or refused.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page, type PageReply } from '../../../../platform/http/endpoint.ts'
import { idParam } from '../../../../platform/http/input.ts'
import { Refusal } from '../../../../platform/http/problem.ts'
import { actInRun, actorOf, readRunInRoom } from '../../actions/runs.ts'
import { readOnly } from '../../contract/refusals.ts'
import { type Door, doorParams } from '../doors.ts'
import { drawWithin } from '../room/frame.tsx'
import { enter, type RoomRequest, say } from '../room/place.ts'
import { commandIdOf, type RunTyped, readRunForm, runForm } from './command.ts'
import type { Forms } from './note-form.tsx'
import { openSteps } from './open-steps.tsx'
import { roleIn } from './roles.ts'
import { RunContent } from './run-content.tsx'

const maxRole = 80
const runParams = doorParams.extend({ runId: idParam })
const roleQuery = z.object({ role: z.string().max(maxRole).default('').catch('') })

export function runPages(context: Context, door: Door): readonly Page[] {
  const common = { path: `${door.path}/runs/:runId`, params: runParams, query: roleQuery } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      permission: door.read,
      body: z.object({}),
      handle: (request) => show(context, door, request, { role: request.query.role }),
    }),
    definePage({
      ...common,
      method: 'POST',
      permission: door.write,
      body: runForm,
      async handle(request) {
        const { body, params, now } = request
        const access = await door.access(context, request)
        if (access.may !== 'write') throw readOnly()
        const { runId } = params
        const reading = { language: request.locale, now }
        const view = await readRunInRoom(context, access, runId, reading)
        const role = roleIn(view, access, body.role)
        const back = { role: role ?? '', sent: body }
        const read = readRunForm(body)
        if ('fault' in read) {
          const fault = context.translator(request.locale).t(`runs.fault.${read.fault}`)
          return show(context, door, request, { ...back, fault, status: 422 })
        }
        const { formId, stepId, note } = body
        const commandId = commandIdOf(formId, String(runId), stepId, body.do, note)
        try {
          await actInRun(
            context,
            access,
            { runId, commandId, role: role ?? access.via, command: read.command },
            now,
          )
        } catch (error) {
          if (!isAnswerable(error)) throw error
          const fault = sayRefusal(error, context, request.locale)
          return show(context, door, request, { ...back, fault, status: error.status })
        }
        const query = role && access.via !== 'centre' ? `?role=${encodeURIComponent(role)}` : ''
        return {
          redirect: `${door.base(params)}/runs/${runId}${query}#${stepId ? `step-${stepId}` : 'whole'}`,
        }
      },
    }),
  ]
}

/** Somebody was faster, or a note is missing: the run is shown as it stands now, with what was typed. */
function isAnswerable(error: unknown): error is Refusal {
  return error instanceof Refusal && error.code.startsWith('playbooks/') && [409, 422].includes(error.status)
}

function sayRefusal({ code, message, values }: Refusal, context: Context, locale: string): string {
  const { t, find } = context.translator(locale)
  const detail = find(`problems.${code.replace('/', '.')}.detail`, values) ?? message
  return `${detail} ${t('runs.fault.now')}`
}

interface Shown {
  readonly role: string
  readonly sent?: RunTyped
  readonly fault?: string
  readonly status?: number
}

type RunRequest = RoomRequest & { readonly params: z.output<typeof runParams> }

async function show(context: Context, door: Door, request: RunRequest, shown: Shown): Promise<PageReply> {
  const entered = await enter(context, door, request)
  const { reader, place, view: room } = entered
  const { t } = reader.translator
  const { runId } = request.params
  const view = await readRunInRoom(context, room.access, runId, {
    language: request.locale,
    now: request.now,
  })
  const mine = roleIn(view, room.access, shown.role)
  const action = `${place.base}/runs/${runId}`
  const forms: Forms = {
    ...{ reader, action, csrfToken: place.csrfToken, role: mine ?? '', name: actorOf(room.access, '').name },
    ...{ sent: shown.sent ?? null, fault: shown.fault ?? null, isEnded: view.ended !== null },
    firstStepId: openSteps(view, mine)[0]?.id ?? null,
  }
  return drawWithin(context, request, entered, {
    title: view.name,
    lead: (
      <>
        {t('runs.asOf', {
          organisation: room.organisation.name,
          word: room.incident.word,
          at: say(reader.now, reader),
          zone: reader.timeZone,
        })}{' '}
        <a class="s-noprint" href={mine ? `${action}?role=${encodeURIComponent(mine)}` : action}>
          {t('runs.reload')}
        </a>
      </>
    ),
    ...(shown.status ? { status: shown.status } : {}),
    content: <RunContent entered={entered} view={view} mine={mine} forms={forms} />,
  })
}
